import { useQuery } from '@tanstack/react-query';
import { usePolling } from '../../shared/activity.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { getProposal } from './decision.provider.ts';

const POLL_MS = 20_000;

/** The decision that waits for a second signature, with what each has opened. */
export function useProposal() {
  const { application, detail } = useApplicationDesk();
  return useQuery({
    queryKey: ['decision-proposal', detail.id],
    queryFn: ({ signal }) => getProposal(detail.id, signal),
    enabled: application.status === 'FOR_APPROVAL',
    refetchInterval: usePolling(POLL_MS),
  });
}
