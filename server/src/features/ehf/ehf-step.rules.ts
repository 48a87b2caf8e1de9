/** Decides what becomes of an EHF after each try to send it and each question for its receipt, for the job that does both. */
import { EhfStatus } from './ehf.enums.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 2 * 3_600_000;
/** After two days without the access point somebody has to look. */
const GIVE_UP_MS = 48 * 3_600_000;
/** A receipt is asked for now and then; after a week without one somebody has to look. */
const RECEIPT_WAIT_MS = 60_000;
const LONGEST_RECEIPT_WAIT_MS = 6 * 3_600_000;
const NO_RECEIPT_MS = 7 * 24 * 3_600_000;

/** A try without a result after this long has none: the network delivers a message id once, so it is simply tried again. */
export const LOST_AFTER_MS = 2 * 60_000;

export interface EhfNext {
  readonly status: EhfStatus;
  readonly error: string | null;
  /** Null: nothing more is done by the clock. */
  readonly again: Date | null;
  readonly receipt: string | null;
}

export interface At {
  /** When it was queued, or handed over for a receipt. */
  readonly since: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
}

export type Tried =
  | { readonly kind: 'ACCEPTED' }
  | { readonly kind: 'NOT_A_RECEIVER' }
  | { readonly kind: 'REFUSED'; readonly rules: readonly string[] }
  | { readonly kind: 'UNAVAILABLE'; readonly cause: string };

export type Told =
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'DELIVERED'; readonly receipt: string }
  | { readonly kind: 'FAILED'; readonly reason: string }
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'UNAVAILABLE'; readonly cause: string };

const stop = (status: EhfStatus, error: string | null, receipt: string | null = null): EhfNext => ({
  ...{ status, error, receipt },
  again: null,
});

export function afterSending(tried: Tried, at: At): EhfNext {
  if (tried.kind === 'NOT_A_RECEIVER') return stop(EhfStatus.NOT_A_RECEIVER, null);
  if (tried.kind === 'REFUSED') return stop(EhfStatus.FAILED, `RULES ${tried.rules.join(' ')}`.slice(0, 500));
  if (tried.kind === 'ACCEPTED') {
    const again = new Date(at.now.getTime() + RECEIPT_WAIT_MS);
    return { status: EhfStatus.SENT, error: null, receipt: null, again };
  }
  const again = later(at, FIRST_WAIT_MS, LONGEST_WAIT_MS);
  return again.getTime() - at.since.getTime() > GIVE_UP_MS
    ? stop(EhfStatus.FAILED, tried.cause)
    : { status: EhfStatus.QUEUED, error: tried.cause, receipt: null, again };
}

/** A message the access point has never seen is handed over once more, under its own id. */
export function afterAsking(told: Told, at: At): EhfNext {
  if (told.kind === 'DELIVERED') return stop(EhfStatus.DELIVERED, null, told.receipt);
  if (told.kind === 'FAILED') return stop(EhfStatus.FAILED, `RECEIPT ${told.reason}`.slice(0, 500));
  if (told.kind === 'UNKNOWN')
    return { status: EhfStatus.QUEUED, error: 'UNKNOWN_THERE', receipt: null, again: at.now };
  const waited = at.now.getTime() - at.since.getTime();
  if (waited > NO_RECEIPT_MS) return stop(EhfStatus.FAILED, 'NO_RECEIPT');
  const wait = Math.min(Math.max(waited, RECEIPT_WAIT_MS), LONGEST_RECEIPT_WAIT_MS);
  const again = new Date(at.now.getTime() + wait);
  return { status: EhfStatus.SENT, error: null, receipt: null, again };
}

/** Doubles; the random fifth keeps a queue from coming back all at once. */
function later({ attempts, now, random }: At, first: number, longest: number): Date {
  const wait = Math.min(first * 2 ** Math.max(attempts - 1, 0), longest);
  return new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * random)));
}
