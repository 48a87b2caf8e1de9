/** Which entry of the registers of exceptions counts for an order line on a day, and what it lets pass; for the check run and the register pages. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { CheckReason } from '../register-check/register-check.enums.ts';
import type { ExceptionCode } from './exception.enums.ts';
import { curesOf } from './exception.rules.ts';

/** Whoever applied is told twice before an entry ends, this many days ahead. */
export const EARLY_WARNING_DAYS = 30;
export const LAST_WARNING_DAYS = 7;

export interface HeldException {
  readonly id: string;
  readonly code: ExceptionCode;
  readonly fromOn: LocalDate;
  /** Last day; null: as long as the role lasts. */
  readonly toOn: LocalDate | null;
  /** First day without it. */
  readonly endedOn: LocalDate | null;
}

/** Both ends count: the last day is a day with it. Days of Europe/Oslo, so no change of the clocks moves them. */
export const holdsOn = ({ fromOn, toOn, endedOn }: HeldException, day: LocalDate): boolean =>
  fromOn <= day && (toOn === null || day <= toOn) && (endedOn === null || day < endedOn);

/** An entry makes one register's result count as approved (domain section 4). @returns the one that lasts longest */
export function exceptionThatCures(
  reason: CheckReason | null,
  exceptions: readonly HeldException[],
  today: LocalDate,
): HeldException | null {
  const cures = curesOf(reason);
  const holding = exceptions.filter(entry => cures.includes(entry.code) && holdsOn(entry, today));
  return holding.reduce<HeldException | null>(
    (best, entry) => (best === null || lasts(entry) > lasts(best) ? entry : best),
    null,
  );
}

const lasts = ({ toOn, endedOn }: HeldException): string =>
  [toOn ?? '9999-12-31', endedOn === null ? '9999-12-31' : addDays(endedOn, -1)].sort()[0] ?? '';
