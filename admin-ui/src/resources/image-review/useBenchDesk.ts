import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { asDeskError } from '../../graphql/desk-error.ts';
import type { UndoOffer } from '../../graphql/fragments.ts';
import { isFinalChoice } from './bench.rules.ts';
import { modeOf } from './bench-model.ts';
import type { Bench, CatalogueReason } from './image-review.documents.ts';
import { useChoice } from './useChoice.ts';
import { useDecision } from './useDecision.ts';
import { useDraft } from './useDraft.ts';
import { useGoNext, usePreload } from './useNextCase.ts';
import { useReservation } from './useReservation.ts';
import { useUndo, useUndoOffers } from './useUndoOffers.ts';
import { ViewStore } from './view-store.ts';

export type BenchDialog = 'SKIP' | 'RELEASE' | 'MAIL' | 'REGISTER' | 'REVEAL';

const LOST_CODES = ['RESERVATION_LOST', 'RESERVED_BY_OTHER', 'NOT_RESERVED'];

/** Everything that belongs to one case on the bench, put together once. */
export function useBenchDesk(bench: Bench, catalogue: readonly CatalogueReason[]) {
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<BenchDialog | null>(null);
  const [comparing, setComparing] = useState(false);
  const [pairReady, setPairReady] = useState(false);
  const store = useMemo(() => new ViewStore(), []);
  const reservation = useReservation(bench);
  const chosen = useChoice(bench, catalogue);
  const draft = useDraft(bench, chosen.choice);
  const { next, peeked } = usePreload(bench, pairReady || !bench.submission);
  const goNext = useGoNext(peeked);
  const undoList = useUndoOffers();
  const undo = useUndo(undoList);
  const onDecided = (offer: UndoOffer) => {
    draft.saver.finish();
    undoList.add(offer);
    goNext.mutate();
  };
  const decision = useDecision({
    ...{ bench, catalogue, onDecided },
    choice: chosen.choice,
    onFailed: reservation.look,
  });
  const errorCode = decision.error ? asDeskError(decision.error).code : null;
  const reload = () => {
    decision.reset();
    void queryClient.invalidateQueries({ queryKey: ['bench', bench.case.id] });
  };
  return {
    ...{ bench, catalogue, store, reservation, draft, next, goNext, undoList, undo, decision, reload },
    ...chosen,
    ...{ dialog, setDialog, comparing, setComparing, setPairReady },
    mode: modeOf(bench),
    stale: errorCode === 'STALE',
    lostByError: errorCode !== null && LOST_CODES.includes(errorCode),
    final: isFinalChoice(chosen.choice, catalogue),
    busy: decision.isPending || goNext.isPending,
  };
}

export type BenchDesk = ReturnType<typeof useBenchDesk>;
