import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { asDeskError } from '../../graphql/desk-error.ts';
import { type MessageKey, useT } from '../../i18n/index.ts';
import { usePolling } from '../../shared/activity.ts';
import type { CaseDetail } from './case.documents.ts';
import { getCase } from './case.provider.ts';

const POLL_MS = 30_000;
/** What a write to a case can change elsewhere. */
const TOUCHED = ['cases', 'my-day', 'menu-counts', 'outbox'];

/** Cases that I gave away myself, as `id:version`: no reservation was lost then. */
const leftByMe = new Set<string>();
const mark = ({ id, version }: Pick<CaseDetail, 'id' | 'version'>) => `${id}:${version}`;
export const wasLeftByMe = (detail: CaseDetail) => leftByMe.has(mark(detail));

/** The case, asked for again while somebody is there, so that what colleagues do is seen. */
export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => getCase(id, signal),
    refetchInterval: usePolling(POLL_MS),
    retry: (times, error) => times < 2 && asDeskError(error).code === 'NETWORK',
  });
}

/** Puts an answer of the server in place of what is shown, and lets everything that may have changed be asked again. */
export function useTakeAnswer(id: string) {
  const queryClient = useQueryClient();
  return (detail: CaseDetail) => {
    if (!detail.reservation?.mine) leftByMe.add(mark(detail));
    queryClient.setQueryData(['case', id], detail);
    for (const key of TOUCHED) void queryClient.invalidateQueries({ queryKey: [key] });
    void queryClient.invalidateQueries({ queryKey: ['deadline', id] });
    void queryClient.invalidateQueries({ queryKey: ['bench', id] });
  };
}

interface WriteOptions {
  /** Said when it is done. */
  done: MessageKey;
  onDone?: (detail: CaseDetail) => void;
}

/**
 * One write to the case. It carries the version that was shown when the form opened; after STALE what has happened is
 * fetched and shown, and the next try is based on that.
 */
export function useCaseWrite(detail: CaseDetail, { done, onDone }: WriteOptions) {
  const t = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const takeAnswer = useTakeAnswer(detail.id);
  const [expectedVersion, setVersion] = useState(detail.version);
  return useMutation({
    mutationFn: (write: (at: { caseId: string; expectedVersion: number }) => Promise<CaseDetail>) =>
      write({ caseId: detail.id, expectedVersion }),
    onSuccess: answer => {
      takeAnswer(answer);
      notify(t(done), { type: 'success' });
      onDone?.(answer);
    },
    onError: async () => {
      const now = await queryClient.fetchQuery({
        queryKey: ['case', detail.id],
        queryFn: () => getCase(detail.id),
        staleTime: 0,
      });
      setVersion(now.version);
    },
  });
}

export type CaseWrite = ReturnType<typeof useCaseWrite>;
