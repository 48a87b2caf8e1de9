import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Reservation } from '../../graphql/fragments.ts';
import { usePolling } from '../../shared/activity.ts';
import type { Bench } from './image-review.documents.ts';
import { extendReservation, getReservation, takeCase } from './image-review.provider.ts';

const WATCH_MS = 20_000;
const EXTEND_EVERY_MS = 180_000;
const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

function usePatchCase(caseId: string) {
  const queryClient = useQueryClient();
  return (part: Partial<Bench['case']>) =>
    queryClient.setQueryData<Bench>(['bench', caseId], bench =>
      bench ? { ...bench, case: { ...bench.case, ...part } } : bench,
    );
}

/** Asks often whether the case is still mine, and at the second the reservation ends. */
function useWatch(bench: Bench, patch: (part: Partial<Bench['case']>) => void) {
  const { id, reservation } = bench.case;
  const mine = reservation?.mine ?? false;
  const watch = useQuery({
    queryKey: ['bench', id, 'reservation'],
    queryFn: ({ signal }) => getReservation(id, signal),
    enabled: mine,
    refetchInterval: usePolling(WATCH_MS),
    refetchOnWindowFocus: true,
    gcTime: 0,
    staleTime: 5000,
  });
  const seen = watch.data;
  useEffect(() => {
    if (seen && (seen.reservation?.until !== reservation?.until || seen.reservation?.mine !== mine))
      patch({ reservation: seen.reservation });
  }, [seen]);
  const { refetch } = watch;
  useEffect(() => {
    if (!mine || !reservation) return;
    const wait = Math.max(0, new Date(reservation.until).getTime() - Date.now()) + 500;
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [mine, reservation, refetch]);
  return { seen, look: () => void refetch() };
}

/** Whoever works keeps the case: the first sign of life after three minutes extends it. */
function useExtending(mine: boolean, extend: () => void) {
  const latest = useRef(extend);
  useEffect(() => {
    latest.current = extend;
  });
  useEffect(() => {
    if (!mine) return;
    let last = Date.now();
    const onActivity = () => {
      if (Date.now() - last < EXTEND_EVERY_MS) return;
      last = Date.now();
      latest.current();
    };
    for (const name of ACTIVITY) document.addEventListener(name, onActivity, { passive: true });
    return () => {
      for (const name of ACTIVITY) document.removeEventListener(name, onActivity);
    };
  }, [mine]);
}

interface Keeping {
  mine: boolean;
  /** Set when the case was mine on this page and is not any more. */
  lost: { by: Reservation['by'] | null } | null;
}

/** Whether I have the case, for how long, and whether I have just lost it. */
export function useReservation(bench: Bench) {
  const queryClient = useQueryClient();
  const { id, reservation, version } = bench.case;
  const patch = usePatchCase(id);
  const { seen, look } = useWatch(bench, patch);
  const mine = reservation?.mine ?? false;
  const wasMine = useRef(mine);
  if (mine) wasMine.current = true;
  const { mutate: extend } = useMutation({
    mutationFn: () => extendReservation(id),
    onSuccess: next => patch({ reservation: next }),
    onError: look,
  });
  useExtending(mine, extend);
  const take = useMutation({
    mutationFn: () => takeCase({ caseId: id, expectedVersion: seen?.version ?? version }),
    onSuccess: taken => {
      patch({ reservation: taken.reservation, version: taken.version });
      void queryClient.invalidateQueries({ queryKey: ['bench', id] });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['bench', id] }),
  });
  const keeping: Keeping = {
    mine,
    lost: wasMine.current && !mine ? { by: reservation?.by ?? null } : null,
  };
  return { ...keeping, extend: () => extend(), take, look };
}
