import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import type { UndoOffer } from '../../graphql/fragments.ts';
import { useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import { announce } from '../../shared/announce.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { getSendingSoon, undoDecision } from './image-review.provider.ts';

const KEY = ['my-day', 'sending-soon'];
const LOOK_MS = 20_000;

const newestFirst = (offers: readonly UndoOffer[]) =>
  [...offers].sort((a, b) => b.until.localeCompare(a.until));

/** What can still be taken back, from this tab or any other device: the server holds the list. */
export function useUndoOffers() {
  const queryClient = useQueryClient();
  const { data = [] } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getSendingSoon(signal),
    refetchInterval: usePolling(LOOK_MS),
    refetchOnWindowFocus: true,
  });
  const put = (change: (offers: UndoOffer[]) => UndoOffer[]) =>
    queryClient.setQueryData<UndoOffer[]>(KEY, offers => change(offers ?? []));
  return {
    offers: newestFirst(data).filter(offer => offer.secondsLeft > 0),
    add: (offer: UndoOffer) => put(offers => [...offers, offer]),
    drop: (decisionId: string) => put(offers => offers.filter(offer => offer.decisionId !== decisionId)),
    refresh: () => void queryClient.invalidateQueries({ queryKey: KEY }),
  };
}

/** Takes a decision back and opens its case again, so that it can be decided anew. */
export function useUndo({ drop, refresh }: Pick<ReturnType<typeof useUndoOffers>, 'drop' | 'refresh'>) {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (offer: UndoOffer) => undoDecision(offer.decisionId),
    onSuccess: (undone, offer) => {
      drop(offer.decisionId);
      queryClient.removeQueries({ queryKey: ['bench', offer.caseId], type: 'inactive' });
      for (const key of [
        ['bench', offer.caseId],
        ['case', offer.caseId],
        ['cases'],
        ['my-day'],
        ['menu-counts'],
      ])
        void queryClient.invalidateQueries({ queryKey: key });
      announce(t('bench.undone', { number: undone.number }));
      void navigate(`/bench/${undone.id}`);
    },
    onError: error => {
      refresh();
      notify(`${t('bench.notUndone')}. ${errorText(error)}`, { type: 'warning' });
    },
  });
}
