import type { Bench } from './image-review.documents.ts';

/**
 * WORK: mine and undecided. FREE and OTHER: undecided, somebody must take it or has it. REST: nothing to decide now
 * (decided, waiting for images, on hold).
 */
export type BenchMode = 'WORK' | 'FREE' | 'OTHER' | 'REST';

export function modeOf({ case: { status, reservation }, submission }: Bench): BenchMode {
  if (status !== 'OPEN' || submission?.status !== 'AWAITING_REVIEW') return 'REST';
  if (!reservation) return 'FREE';
  return reservation.mine ? 'WORK' : 'OTHER';
}

/** The pair to show: the one to decide, else the last one that was. */
export const shownSubmission = ({ submission, previous }: Bench) => submission ?? previous;

/** What the attempt before the shown one was, if there was one. */
export const earlierSubmission = ({ submission, previous }: Bench) => (submission ? previous : null);
