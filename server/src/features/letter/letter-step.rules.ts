/** Decides what becomes of a letter after each try to deliver it, and until when it can be stopped. For the sending job and whoever looks at the post. */
import type { LetterChannel, LetterStatus } from './letter.enums.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 2 * 3_600_000;
/** Letters have to arrive: after two days without the mailbox it is put on paper. */
const GIVE_UP_MS = 48 * 3_600_000;

export type Tried =
  | { readonly kind: 'DELIVERED'; readonly receipt: string }
  | { readonly kind: 'NO_MAILBOX' }
  | { readonly kind: 'UNAVAILABLE'; readonly cause: string };

export type AfterTry =
  | { readonly status: 'DELIVERED'; readonly receipt: string }
  | { readonly status: 'TO_PRINT'; readonly error: string | null }
  | { readonly status: 'QUEUED'; readonly error: string; readonly sendAfter: Date };

export interface Try {
  readonly createdAt: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
}

/** Who has no mailbox gets paper at once, and so does everybody while no mailbox is configured. */
export function afterMailbox(tried: Tried, at: Try): AfterTry {
  if (tried.kind === 'DELIVERED') return { status: 'DELIVERED', receipt: tried.receipt };
  if (tried.kind === 'NO_MAILBOX') return { status: 'TO_PRINT', error: 'NO_MAILBOX' };
  if (tried.cause === 'NOT_CONFIGURED') return { status: 'TO_PRINT', error: 'NOT_CONFIGURED' };
  const again = tryAgain(tried.cause, at);
  const late = again.sendAfter.getTime() - at.createdAt.getTime() > GIVE_UP_MS;
  return late ? { status: 'TO_PRINT', error: tried.cause } : again;
}

/** Doubles from half a minute to two hours; the random fifth keeps a queue from coming back all at once. */
export function tryAgain(
  error: string,
  { attempts, now, random }: Try,
): { status: 'QUEUED'; error: string; sendAfter: Date } {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(attempts - 1, 0), LONGEST_WAIT_MS);
  return {
    status: 'QUEUED',
    error,
    sendAfter: new Date(now.getTime() + Math.round(wait * (0.8 + 0.4 * random))),
  };
}

/** A sending without a result after this long has none: the mailbox takes the same letter once, so it is simply tried again. */
export const LOST_AFTER_MS = 2 * 60_000;

/** Until it has left, or lies in a batch. */
export function canCancelLetter(status: LetterStatus): boolean {
  return status === 'QUEUED' || status === 'TO_PRINT';
}

/** Only what was posted can come back; a digital mailbox returns nothing. */
export function canComeBack(status: LetterStatus): boolean {
  return status === 'SENT';
}

/** Seconds in which it certainly does not leave; 0 when it may leave now, has left or never will. */
export function secondsUntilLeaves(status: LetterStatus, sendAfter: Date, now: Date): number {
  if (status !== 'QUEUED') return 0;
  return Math.max(0, Math.ceil((sendAfter.getTime() - now.getTime()) / 1000));
}

/** What its reader sees in the list of a mailbox, in every language the same: nothing of what is in it. */
export const MAILBOX_TITLE = 'Brev fra Arbeidstilsynet';

export const isDigital = (channel: LetterChannel): boolean => channel === 'DIGITAL_MAILBOX';
