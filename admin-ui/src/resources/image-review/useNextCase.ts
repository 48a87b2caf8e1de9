import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseRow } from '../../graphql/fragments.ts';
import { useImageQueue } from '../../shared/queues.ts';
import { workAddress } from '../../shared/useTakeNext.ts';
import type { Bench, Submission } from './image-review.documents.ts';
import { getBench, peekNext, takeNextImages } from './image-review.provider.ts';
import { keepOnly, loadImage } from './image-store.ts';

const PEEK_FRESH_MS = 30_000;

const pairUrls = (submission: Submission | null) =>
  submission ? [submission.photo.displayUrl, submission.identification.displayUrl] : [];
const previousUrls = (submission: Submission | null) =>
  submission
    ? [submission.photo, submission.identification].flatMap(i => [i.thumbnailUrl, i.displayUrl])
    : [];

const urlsOf = (bench: Bench | null | undefined) =>
  bench ? [...pairUrls(bench.submission), ...previousUrls(bench.previous)] : [];
const firstUrls = (bench: Bench | null | undefined) => pairUrls(bench?.submission ?? null);

export type NextState = { status: 'LOADING' | 'NONE' | 'FAILED' } | { status: 'READY'; number: string };

/** Fetches and decodes the pair that comes next while this one is looked at. Reserves nothing. */
export function usePreload(
  bench: Bench | null,
  currentReady: boolean,
): { next: NextState; peeked: Bench | null } {
  const caseId = bench?.case.id ?? null;
  const queue = useImageQueue();
  const peek = useQuery({
    queryKey: ['bench-next', caseId],
    queryFn: ({ signal }) => peekNext({ queue, except: caseId }, signal),
    enabled: currentReady,
    staleTime: PEEK_FRESH_MS,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const peeked = peek.data ?? null;
  const [decoded, setDecoded] = useState<string | null>(null);
  useEffect(() => {
    keepOnly([...urlsOf(bench), ...urlsOf(peeked)]);
  }, [bench, peeked]);
  useEffect(() => {
    if (!peeked) return;
    let current = true;
    Promise.all(firstUrls(peeked).map(loadImage)).then(
      () => current && setDecoded(peeked.case.id),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [peeked]);
  if (peek.isError) return { next: { status: 'FAILED' }, peeked: null };
  if (peek.isSuccess && !peeked) return { next: { status: 'NONE' }, peeked: null };
  if (peeked && decoded === peeked.case.id)
    return { next: { status: 'READY', number: peeked.case.number }, peeked };
  return { next: { status: 'LOADING' }, peeked };
}

/** The row says who has the case now; everything else is as it was looked at ahead. */
function seed(queryClient: QueryClient, row: CaseRow, peeked: Bench | null) {
  if (peeked?.case.id !== row.id) return;
  const { version, reservation, status } = row;
  queryClient.setQueryData<Bench>(['bench', row.id], {
    ...peeked,
    case: { ...peeked.case, version, reservation, status },
  });
}

/** Reserves the next case and puts it on the bench; shown at once when it is the one that was fetched ahead. */
export function useGoNext(peeked: Bench | null) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const queue = useImageQueue();
  return useMutation({
    mutationFn: () => takeNextImages(queue),
    onSuccess: row => {
      if (row) {
        seed(queryClient, row, peeked);
        void navigate(workAddress(row), { replace: true, flushSync: true });
      } else void navigate('/bench', { replace: true, state: { emptyQueue: true } });
      // After the next pair is on its way to the screen: counts can wait, the person cannot.
      for (const key of [['cases'], ['my-day'], ['menu-counts']])
        void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}

/** One case as the bench shows it. It changes under nobody's eyes: only a write or a press fetches it again. */
export function useBench(caseId: string) {
  return useQuery({
    queryKey: ['bench', caseId],
    queryFn: ({ signal }) => getBench(caseId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
