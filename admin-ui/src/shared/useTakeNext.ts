import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { request } from '../graphql/client.ts';
import type { CaseRow } from '../graphql/fragments.ts';
import { useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import { type Queue, useImageQueue } from './queues.ts';
import { takeNextMutation } from './take-next.documents.ts';
import { useErrorText } from './useErrorText.ts';

/** Where the work on a case happens. */
export const workAddress = ({ id, kind }: Pick<CaseRow, 'id' | 'kind'>) =>
  kind === 'IMAGE_REVIEW'
    ? `/bench/${id}`
    : `/${kind === 'INVOICE_QUERY' ? 'invoice-queries' : 'cases'}/${id}`;

async function takeFromFirst(queues: readonly Queue[]): Promise<CaseRow | null> {
  for (const queue of queues) {
    const { takeNext } = await request(takeNextMutation, { queue });
    if (takeNext.case) return takeNext.case;
  }
  return null;
}

/** Reserves the most urgent case of a queue, or of those the person works in, and goes to it. */
export function useTakeNext(queue?: Queue) {
  const t = useT();
  const may = useMay();
  const notify = useNotify();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const allowed = may('case', 'work');
  const images = useImageQueue();
  const mine: Queue[] = [
    ...(may('image-submission', 'decide') ? [images] : []),
    ...(may('decision', 'propose') ? (['EXCEPTION', 'APPROVAL'] as const) : []),
    ...(may('invoice-query', 'answer') ? (['INVOICE_QUERY'] as const) : []),
    'INQUIRY',
  ];
  const { mutate, isPending } = useMutation({
    mutationFn: () => takeFromFirst(queue ? [queue] : mine),
    onSuccess: taken => {
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      void queryClient.invalidateQueries({ queryKey: ['my-day'] });
      void queryClient.invalidateQueries({ queryKey: ['menu-counts'] });
      if (taken) void navigate(workAddress(taken));
      else notify(t('shared.nothingToTake'), { type: 'info' });
    },
    onError: error => notify(errorText(error), { type: 'error' }),
  });
  const takeNext = () => {
    if (allowed && !isPending) mutate();
  };
  return { takeNext, allowed, isPending };
}
