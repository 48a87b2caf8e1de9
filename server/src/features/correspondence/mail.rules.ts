/** Decides what becomes of a mail after each try, for the sending job and for those who settle what it could not. */
import type { Delivery } from '../../platform/mail/mailer.ts';
import type { MailStatus, MailTemplate } from './mail.enums.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 2 * 3_600_000;
/** After two days a relay that still says "not now" has said no. */
const GIVE_UP_MS = 48 * 3_600_000;

/** Doubles from half a minute to two hours; the random fifth keeps a queue from coming back all at once. */
export function waitBefore(nextTry: number, random: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(nextTry - 2, 0), LONGEST_WAIT_MS);
  return Math.round(wait * (0.8 + 0.4 * random));
}

/** Whether a mail that may have arrived is sent again by itself, with the same Message-ID, or left to a person. */
export type Resending = 'once' | 'repeatable';

/** A decision or a secret link must not come twice unnoticed; a reminder or a receipt may. */
export const RESENDING: Readonly<Record<MailTemplate, Resending>> = {
  IMAGES_REJECTED: 'once',
  IMAGES_STOPPED: 'once',
  UPLOAD_LINK: 'once',
  ORDER_WAITING: 'repeatable',
  ORDER_EXPLANATION: 'once',
  ORDER_AUTO_CANCELLED: 'once',
  ORDER_CANCELLED: 'once',
  ORDER_REJECTED: 'once',
  UPLOAD_LINK_EXPIRED: 'repeatable',
  CARD_VALID: 'once',
  CARD_INVALID: 'once',
  CARD_VALID_AGAIN: 'repeatable',
  CARD_EXPIRING: 'repeatable',
  CARD_EXPIRED: 'repeatable',
  CARD_BLOCKED: 'once',
  CARD_SUSPECT: 'once',
  WRONG_CHANNEL: 'once',
  LETTER_WAITING: 'once',
  EXCEPTION_EXPIRING: 'repeatable',
  EXCEPTION_ENDED: 'once',
  INVOICE_ANSWER: 'once',
  INVOICE_REISSUED: 'once',
};

export interface TriedMail {
  readonly createdAt: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
  readonly resending: Resending;
}

export type NextState =
  | { readonly status: Extract<MailStatus, 'SENT' | 'FAILED' | 'UNCERTAIN'>; readonly error: string | null }
  | { readonly status: Extract<MailStatus, 'QUEUED'>; readonly error: string; readonly sendAfter: Date };

/** What may have arrived and must not come twice is never sent again by itself: no answer is UNCERTAIN, and a person settles it. */
export function afterTry(mail: TriedMail, delivery: Delivery, at: { now: Date; random: number }): NextState {
  if (delivery.outcome === 'ACCEPTED') return { status: 'SENT', error: null };
  const error = delivery.code;
  if (delivery.outcome === 'UNKNOWN' && mail.resending === 'once') return { status: 'UNCERTAIN', error };
  if (delivery.outcome === 'REFUSED' && delivery.permanent) return { status: 'FAILED', error };
  const sendAfter = new Date(at.now.getTime() + waitBefore(mail.attempts + 1, at.random));
  const tooOld = sendAfter.getTime() - mail.createdAt.getTime() > GIVE_UP_MS;
  if (!tooOld) return { status: 'QUEUED', error, sendAfter };
  return { status: delivery.outcome === 'UNKNOWN' ? 'UNCERTAIN' : 'FAILED', error };
}

/** A sending without a result after this long is uncertain: the longest try is shorter. */
export const UNCERTAIN_AFTER_MS = 2 * 60_000;

/** Seconds until it leaves; 0 when it may leave now, has left or never will. */
export function secondsUntilSent(status: MailStatus, sendAfter: Date, now: Date): number {
  if (status !== 'QUEUED') return 0;
  return Math.max(0, Math.ceil((sendAfter.getTime() - now.getTime()) / 1000));
}
