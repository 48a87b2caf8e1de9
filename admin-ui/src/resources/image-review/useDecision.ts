import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UndoOffer } from '../../graphql/fragments.ts';
import { type MessageKey, type Translate, useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { type Choice, taggedReasons } from './bench.rules.ts';
import type { Bench, CatalogueReason } from './image-review.documents.ts';
import { approveImages, rejectImages } from './image-review.provider.ts';

interface Deciding {
  bench: Bench;
  choice: Choice;
  catalogue: readonly CatalogueReason[];
  onDecided: (offer: UndoOffer) => void;
  onFailed: () => void;
}

/** "Avvist, 2 grunner". */
export function outcomeText(t: Translate, { outcome, reasons }: Pick<UndoOffer, 'outcome' | 'reasons'>) {
  const key: MessageKey = `bench.outcome.${outcome}`;
  return t(key, { smart_count: reasons });
}

/** Sends one decision. Nothing changes on the page before the server has said yes. */
export function useDecision({ bench, choice, catalogue, onDecided, onFailed }: Deciding) {
  const t = useT();
  const queryClient = useQueryClient();
  const { id: caseId, version: expectedVersion, number } = bench.case;
  return useMutation({
    mutationFn: (decision: 'APPROVE' | 'REJECT') => {
      if (decision === 'APPROVE') return approveImages({ caseId, expectedVersion });
      const comment = choice.comment.trim() || null;
      return rejectImages({ caseId, expectedVersion, reasons: taggedReasons(choice, catalogue), comment });
    },
    onSuccess: offer => {
      announce(t('bench.decidedNow', { number, outcome: outcomeText(t, offer) }));
      void queryClient.invalidateQueries({ queryKey: ['case', caseId] });
      onDecided(offer);
    },
    onError: onFailed,
  });
}
