/** Whether a card may be ordered, and what follows from ordering it, for orderers, machines and staff alike (domain guide, section 2). */
import {
  addDays,
  addWorkingDays,
  type ExtraDaysOff,
  type LocalDate,
} from '../../platform/calendar/calendar.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { canRenew, isLive, renewableFrom } from '../card/card.rules.ts';
import type { Payment, Scheme } from './order.enums.ts';

/** The person's card at this firm (the main unit). */
export interface CardAtFirm {
  readonly id: string;
  readonly scheme: Scheme;
  readonly status: CardStatus;
  readonly expiresOn: LocalDate;
}

export interface LineFacts {
  readonly scheme: Scheme;
  readonly today: LocalDate;
  /** First day of work, as the orderer says; null when she works there already. */
  readonly startOn: LocalDate | null;
  readonly card: CardAtFirm | null;
  /** Another line for the same person and firm has not come to an end. */
  readonly underWay: boolean;
  readonly settings: { readonly renewalWindowDays: number; readonly futureEmployeeDays: number };
}

export type LineFault =
  | { readonly code: 'ORDER_UNDER_WAY' }
  | { readonly code: 'BLOCK_CARD_FIRST' }
  | { readonly code: 'LIVE_CARD'; readonly from: LocalDate }
  | { readonly code: 'START_TOO_FAR_AHEAD'; readonly from: LocalDate };

export type LineAnswer =
  | { readonly ok: true; readonly renewsCardId: string | null }
  | { readonly ok: false; readonly fault: LineFault };

/** Every reason why a line is refused, one at a time; `from` is the first day on which it would be taken. */
export function canOrderLine(facts: LineFacts): LineAnswer {
  const fault = orderedTooEarly(facts) ?? (facts.underWay ? ({ code: 'ORDER_UNDER_WAY' } as const) : null);
  if (fault) return { ok: false, fault };
  const { card, scheme, today, settings } = facts;
  if (!card || !isLive(card.status)) return { ok: true, renewsCardId: null };
  if (mustBlockFirst(card.scheme, scheme)) return { ok: false, fault: { code: 'BLOCK_CARD_FIRST' } };
  if (canRenew(card.expiresOn, today, settings.renewalWindowDays)) return { ok: true, renewsCardId: card.id };
  return {
    ok: false,
    fault: { code: 'LIVE_CARD', from: renewableFrom(card.expiresOn, settings.renewalWindowDays) },
  };
}

/** R6 [000]: a switch of scheme needs the old card blocked first. R15 [000][004]: so does a lost or stolen one, which is live until then. */
export const mustBlockFirst = (had: Scheme, wanted: Scheme): boolean => had !== wanted;

/** R10 [003]: a future employee's card is ordered at most 30 days before the first day of work. */
export function orderFrom(startOn: LocalDate, days: number): LocalDate {
  return addDays(startOn, -days);
}

function orderedTooEarly({ startOn, today, settings }: LineFacts): LineFault | null {
  if (startOn === null) return null;
  const from = orderFrom(startOn, settings.futureEmployeeDays);
  return today < from ? { code: 'START_TOO_FAR_AHEAD', from } : null;
}

/** R7 [000]: one order is for one unit; employees sit on the sub-unit that reports to Aa (R17 [hmsk]). */
export function isOneUnit(units: readonly string[]): boolean {
  return units.length > 0 && new Set(units).size === 1;
}

/** R8 [000]: photo and identification for every card, a renewal too; no signature since 2020. */
export const IMAGES_NEEDED = 'AWAITING_UPLOAD';

/** R12 [000]: the day by which production must be done; day 0 is the hand-over. */
export function productionDueOn(
  handedOverOn: LocalDate,
  workingDays: number,
  extraDaysOff?: ExtraDaysOff,
): LocalDate {
  return addWorkingDays(handedOverOn, workingDays, extraDaysOff);
}

/** R12 [000]: cards go to Norwegian addresses only, which have a postcode of four digits. */
export function isNorwegianPostcode(postcode: string): boolean {
  return /^\d{4}$/.test(postcode) && postcode !== '0000';
}

/** R17 [hmsk]: the card prints the main unit's number, whatever unit the employee sits on. */
export function printedFirm<Firm>({ mainUnit }: { readonly unit: Firm; readonly mainUnit: Firm }): Firm {
  return mainUnit;
}

/** R18 [000]: what the register says overwrites what the orderer typed. */
export function registeredName(typed: string, register: string | null): string {
  return register?.trim() || typed;
}

export interface Invoicing {
  /** Who pays: the orderer herself, or the main unit. */
  readonly recipient: 'ORDERER' | 'MAIN_UNIT' | null;
  readonly ehf: boolean;
  readonly customerReference: boolean;
}

const INVOICING = {
  CARD: { recipient: null, ehf: false, customerReference: false },
  VIPPS: { recipient: null, ehf: false, customerReference: false },
  PERSONAL_INVOICE: { recipient: 'ORDERER', ehf: false, customerReference: false },
  INVOICE: { recipient: 'MAIN_UNIT', ehf: true, customerReference: true },
} as const satisfies Record<Payment, Invoicing>;

/** R19 [000]: card, Vipps, personal invoice (to the orderer) or 30-day invoice; only the last has EHF and a customer reference. */
export const invoicingOf = (payment: Payment): Invoicing => INVOICING[payment];

/** R21 [003]: work before the card arrives is allowed if the order is documented. */
export function mayWorkBeforeCard(order: {
  readonly placedOn: LocalDate | null;
  readonly today: LocalDate;
}): boolean {
  return order.placedOn !== null && order.placedOn <= order.today;
}
