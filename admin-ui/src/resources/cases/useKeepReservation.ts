import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Reservation } from '../../graphql/fragments.ts';
import type { CaseDetail } from './case.documents.ts';
import { extendReservation } from './case.provider.ts';
import { wasLeftByMe } from './useCase.ts';

const EXTEND_EVERY_MS = 180_000;
const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

export interface LostReservation {
  /** Who has the case now, or nobody. */
  by: Reservation['by'] | null;
}

/** Asks at the second the reservation ends, not only at the next look. */
function useEndWatch(detail: CaseDetail) {
  const queryClient = useQueryClient();
  const { id, reservation } = detail;
  const until = reservation?.until;
  useEffect(() => {
    if (!until) return;
    const wait = Math.max(0, Date.parse(until) - Date.now()) + 500;
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['case', id] }), wait);
    return () => clearTimeout(timer);
  }, [until, id, queryClient]);
}

/** Whoever works on the page keeps the case: the first sign of life after three minutes extends it. */
function useExtending({ id, reservation }: CaseDetail) {
  const queryClient = useQueryClient();
  const mine = reservation?.mine ?? false;
  useEffect(() => {
    if (!mine) return;
    let last = Date.now();
    const extend = async () => {
      // Whether it went well or not, the case itself then says who has it.
      await extendReservation(id).catch(() => undefined);
      await queryClient.invalidateQueries({ queryKey: ['case', id] });
    };
    const onActivity = () => {
      if (Date.now() - last < EXTEND_EVERY_MS) return;
      last = Date.now();
      void extend();
    };
    for (const name of ACTIVITY) document.addEventListener(name, onActivity, { passive: true });
    return () => {
      for (const name of ACTIVITY) document.removeEventListener(name, onActivity);
    };
  }, [mine, id, queryClient]);
}

/** Keeps the case while its page is used, and says when it was mine and is not any more without my doing. */
export function useKeepReservation(detail: CaseDetail): LostReservation | null {
  useEndWatch(detail);
  useExtending(detail);
  const wasMine = useRef(false);
  const [lost, setLost] = useState(false);
  const mine = detail.reservation?.mine ?? false;
  useEffect(() => {
    if (wasMine.current && !mine && !wasLeftByMe(detail)) setLost(true);
    if (mine) setLost(false);
    wasMine.current = mine;
  }, [mine, detail]);
  return lost && !mine ? { by: detail.reservation?.by ?? null } : null;
}
