/** When a line's checks are asked again: a silent register with growing pauses, everything every night (R14, R18), for the check run. */
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { CardStatus } from '../card/card.enums.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import type { CheckOutcome } from './register-check.enums.ts';

export interface Patience {
  readonly registerRetryMinutes: number;
  readonly registerRetryMostMinutes: number;
}

const MINUTE_MS = 60_000;

/** @param attempts tries without an answer so far, at least one */
export function retryAt(now: Date, attempts: number, patience: Patience): Date {
  const minutes = patience.registerRetryMinutes * 2 ** Math.min(attempts - 1, 20);
  return new Date(now.getTime() + Math.min(minutes, patience.registerRetryMostMinutes) * MINUTE_MS);
}

/** Europe/Oslo is one or two hours ahead of UTC; an hour that the clocks leave out is the one after. */
function instantOf(day: LocalDate, hour: number): Date {
  const at = (offset: number) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - offset) * 60 * MINUTE_MS);
  const hours = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Oslo',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const summer = at(2);
  return osloDate(summer) === day && Number(hours.format(summer)) === hour ? summer : at(1);
}

/** The last time the nightly round began. @param hour of the day, Europe/Oslo */
export function lastNight(now: Date, hour: number): Date {
  const today = instantOf(osloDate(now), hour);
  return today <= now ? today : instantOf(addDays(osloDate(now), -1), hour);
}

export function nextNight(now: Date, hour: number): Date {
  const today = instantOf(osloDate(now), hour);
  return today > now ? today : instantOf(addDays(osloDate(now), 1), hour);
}

const WAITS: Readonly<Record<OrderItemStatus, boolean>> = {
  DRAFT: false,
  PENDING: true,
  IMAGE_REJECTED: true,
  READY: true,
  IN_PRODUCTION: true,
  SHIPPED: false,
  AUTO_CANCELLED: false,
  REJECTED: false,
  CANCELLED: false,
};

/** Whether anything still depends on what the registers say. */
export const isWatched = (status: OrderItemStatus, card: CardStatus | null): boolean =>
  WAITS[status] || card === 'VALID' || card === 'INVALID';

/** The newest turn is served first: so at night orders come before cards, and an order of the night before both. */
const ORDERS_FIRST_MS = 1_000;

export interface Turn {
  readonly status: OrderItemStatus;
  readonly card: CardStatus | null;
  readonly nextAts: readonly (Date | null)[];
  readonly now: Date;
  readonly recheckHour: number;
}

/** Null: never again. */
export function nextTurn({ status, card, nextAts, now, recheckHour }: Turn): Date | null {
  if (!isWatched(status, card)) return null;
  const night = nextNight(now, recheckHour).getTime() + (WAITS[status] ? ORDERS_FIRST_MS : 0);
  const retries = nextAts.flatMap(at => (at === null ? [] : [at.getTime()]));
  return new Date(Math.min(night, ...retries));
}

export interface AskedCheck {
  readonly outcome: CheckOutcome;
  readonly askedAt: Date | null;
  readonly nextAt: Date | null;
}

/** At a turn between nights only what was silent or never asked is asked; whoever is called up for nothing else is asked everything. */
export function dueChecks<C extends AskedCheck>(
  checks: readonly C[],
  { now, recheckHour }: { readonly now: Date; readonly recheckHour: number },
): readonly C[] {
  const night = lastNight(now, recheckHour);
  const due = checks.filter(
    ({ askedAt, nextAt }) => askedAt === null || askedAt < night || (nextAt !== null && nextAt <= now),
  );
  return due.length > 0 ? due : checks;
}
