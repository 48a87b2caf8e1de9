/** The whole life of a card: how long it is valid, when it may be renewed, and where each event takes it (domain guide, section 2). */
import { addDays, addMonthsClamped, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { RegisterCheckState } from '../register-check/outcome.rules.ts';
import type { CardStatus } from './card.enums.ts';

/** What can happen to a card. */
export type CardTrigger = 'CHECK_FAILED' | 'CURED' | 'BLOCKED' | 'EXPIRED' | 'REPLACED' | 'SHREDDED';

/** Blocked and expired are final: a lost card that turns up is shredded, never used again (R15 [000][004]). */
const FINAL = {
  CHECK_FAILED: null,
  CURED: null,
  BLOCKED: null,
  EXPIRED: null,
  REPLACED: null,
  SHREDDED: null,
} as const;

/** Null: refused in this state. Compared with what the database lets through by a test. */
export const CARD_TRANSITIONS = {
  VALID: {
    CHECK_FAILED: 'INVALID',
    CURED: null,
    BLOCKED: 'BLOCKED',
    EXPIRED: 'EXPIRED',
    // In the renewal window the old card lives until the new one is valid.
    REPLACED: 'EXPIRED',
    SHREDDED: 'BLOCKED',
  },
  // R14 [000]: returns within its validity. R16 [004]: until it is shredded, which makes it BLOCKED.
  INVALID: {
    CHECK_FAILED: null,
    CURED: 'VALID',
    BLOCKED: 'BLOCKED',
    EXPIRED: 'EXPIRED',
    REPLACED: 'EXPIRED',
    SHREDDED: 'BLOCKED',
  },
  BLOCKED: FINAL,
  EXPIRED: FINAL,
} as const satisfies Record<CardStatus, Record<CardTrigger, CardStatus | null>>;

/** Null when the card is past the point where this matters. */
export function nextCardStatus(status: CardStatus, trigger: CardTrigger): CardStatus | null {
  return CARD_TRANSITIONS[status][trigger];
}

/** What staff may do with a card. */
export type CardAction = 'BLOCK' | 'REISSUE' | 'RECORD_SHREDDED' | 'RECORD_SEIZED' | 'CHECK_AGAIN';

export const CARD_ACTIONS = {
  VALID: ['BLOCK', 'REISSUE', 'RECORD_SHREDDED', 'RECORD_SEIZED', 'CHECK_AGAIN'],
  INVALID: ['BLOCK', 'RECORD_SHREDDED', 'RECORD_SEIZED', 'CHECK_AGAIN'],
  BLOCKED: ['REISSUE', 'RECORD_SHREDDED', 'RECORD_SEIZED'],
  EXPIRED: ['RECORD_SHREDDED', 'RECORD_SEIZED'],
} as const satisfies Record<CardStatus, readonly CardAction[]>;

export function cardActions(status: CardStatus): readonly CardAction[] {
  return CARD_ACTIONS[status];
}

/** R5 [000]: what counts as the person's card at this firm. */
export const isLive = (status: CardStatus): boolean => status === 'VALID' || status === 'INVALID';

/** R4 [000][004]: two years from the day it became valid; the expiry day itself is valid to its end. */
export function expiresOn(validFrom: LocalDate, years: number): LocalDate {
  return addMonthsClamped(validFrom, years * 12);
}

/** R4: expired when the last day has ended (Europe/Oslo). */
export function isExpired(lastDay: LocalDate, today: LocalDate): boolean {
  return today > lastDay;
}

/** R5 [000]: the first day on which a new card may be ordered while this one lives. */
export function renewableFrom(lastDay: LocalDate, windowDays: number): LocalDate {
  return addDays(lastDay, -windowDays);
}

export function canRenew(lastDay: LocalDate, today: LocalDate, windowDays: number): boolean {
  return today >= renewableFrom(lastDay, windowDays);
}

export interface SettledCard {
  readonly trigger: Extract<CardTrigger, 'CHECK_FAILED' | 'CURED'>;
  /** Of the check that failed; null when cured. */
  readonly reason: string | null;
}

/**
 * R14 [000][hmsk], R20 [rn]: a card is INVALID while a register says no (employee left, D-number inactive, duty lapsed), and VALID
 * again when cured. A register that is silent changes nothing: what it last said holds.
 */
export function settledCard(
  status: CardStatus,
  checks: readonly Pick<RegisterCheckState, 'settledOutcome' | 'reason' | 'register'>[],
): SettledCard | null {
  const failing = checks.find(({ settledOutcome }) => settledOutcome === 'REJECTED');
  if (status === 'VALID' && failing)
    return { trigger: 'CHECK_FAILED', reason: failing.reason ?? failing.register };
  if (status === 'INVALID' && !failing) return { trigger: 'CURED', reason: null };
  return null;
}

/** R16 [004][AT-§]: what the employer must shred at once. */
export function mustBeShredded(card: { status: CardStatus; shreddedOn: LocalDate | null }): boolean {
  return card.status !== 'VALID' && card.shreddedOn === null;
}

/** R11 [000]: with the letter that a card is valid goes its QR code, which is the temporary card; a card that is not valid gets none. */
export const shippedLetter = (status: CardStatus): 'CARD_VALID' | 'CARD_INVALID' =>
  status === 'VALID' ? 'CARD_VALID' : 'CARD_INVALID';
