import { useApplicationDesk } from './ApplicationContext.tsx';
import { useProposal } from './useProposal.ts';

/** Where a proposal stands among what still waits of the batch it was proposed in; null when it was proposed by itself. */
export function useBatch() {
  const { detail } = useApplicationDesk();
  const { data: proposal } = useProposal();
  const batch = proposal?.state === 'OPEN' ? proposal.batch : [];
  const place = batch.findIndex(({ caseId }) => caseId === detail.id);
  if (batch.length < 2 || place < 0) return null;
  const at = (step: number) => batch[(place + step + batch.length) % batch.length];
  return { batch, place: place + 1, next: at(1), previous: at(-1) };
}
