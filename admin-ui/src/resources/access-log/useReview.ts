import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { announce } from '../../shared/announce.ts';
import type { AccessReviewData } from './access-log.documents.ts';
import { type MarkInput, markOddity, type ReviewAsk, readReview, signReview } from './access-log.provider.ts';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string | null): text is string => text !== null && /^\d{1,5}$/.test(text);

/** The week and organisation in the address; nothing there means last week of one's own. */
export function useReviewAddress() {
  const [params, setParams] = useSearchParams();
  const [week, organisation] = [params.get('week'), params.get('organisation')];
  const ask: ReviewAsk = {
    weekOn: isDay(week) ? week : null,
    organisationId: isId(organisation) ? organisation : null,
  };
  const go = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    setParams(next);
  };
  return { ask, go };
}

export function useReview() {
  const { ask, go } = useReviewAddress();
  const query = useQuery({
    queryKey: ['access-review', ask],
    queryFn: ({ signal }) => readReview(ask, signal),
    placeholderData: keepPreviousData,
  });
  return { ask, go, ...query };
}

/** Says something about a finding, or signs the week; the answer is the review as it stands then. */
export function useReviewWrites(ask: ReviewAsk) {
  const client = useQueryClient();
  const keep = (review: AccessReviewData) => client.setQueryData(['access-review', ask], review);
  const mark = useMutation({ mutationFn: (input: MarkInput) => markOddity(input), onSuccess: keep });
  const sign = useMutation({
    mutationFn: ({ weekOn }: { weekOn: string; said: string }) => signReview(weekOn),
    onSuccess: (review, { said }) => {
      keep(review);
      announce(said);
    },
  });
  return { mark, sign };
}
