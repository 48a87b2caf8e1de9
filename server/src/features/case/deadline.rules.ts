/** Works out a case's due date in working days, and shows its working to whoever asks why (R2 [000], domain guide section 12). */
import {
  addDays,
  addWorkingDays,
  type ExtraDaysOff,
  isWorkingDay,
  type LocalDate,
  nextWorkingDay,
  weekdayOf,
  workingDaysBetween,
} from '../../platform/calendar/calendar.ts';
import { dayOffName } from '../../platform/calendar/holiday-names.ts';
import type { Language } from '../../platform/language.ts';

/**
 * A time on hold. The day it starts counts as held, the day it ends counts as worked on, so a hold that ends the day
 * it started costs nothing. `toOn` null means that it still lasts.
 */
export interface HoldPeriod {
  fromOn: LocalDate;
  toOn: LocalDate | null;
}

export interface DeadlineFacts {
  /** Day 0. */
  startOn: LocalDate;
  /** Working days allowed. */
  days: number;
  holds: readonly HoldPeriod[];
  today: LocalDate;
  /** Language of the holiday names. */
  language: Language;
  extraDaysOff?: ExtraDaysOff;
}

/** The GraphQL type `Deadline`. */
export interface Deadline {
  startOn: LocalDate;
  dueOn: LocalDate;
  days: number;
  /** Working days used so far, never more than `days`; what comes after is in `overdueDays`. */
  daysCounted: number;
  daysLeft: number;
  holidaysSkipped: { on: LocalDate; name: string }[];
  /** Working days up to the due date that were not counted because the case was on hold. */
  holdDays: number;
  holds: HoldPeriod[];
  paused: boolean;
  overdueDays: number;
}

/** While a hold lasts, the due date is what it would be if the hold ended today; it moves on one day at a time. */
export function deadlineWorking(facts: DeadlineFacts): Deadline {
  const { startOn, days, today } = facts;
  const dueOn = dueDate(facts);
  const counted = countDays(facts, today).worked;
  return {
    startOn,
    dueOn,
    days,
    daysCounted: Math.min(counted, days),
    daysLeft: Math.max(days - counted, 0),
    holidaysSkipped: holidaysSkipped(facts, dueOn),
    holdDays: countDays(facts, dueOn).held,
    holds: [...facts.holds].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
    paused: facts.holds.some(hold => hold.toOn === null),
    overdueDays: Math.max(counted - days, 0),
  };
}

/** The deadline as it becomes if the case is on hold from today, or goes on being so, until `until`. */
export function deadlineIfHeldUntil(facts: DeadlineFacts, until: LocalDate): Deadline {
  const closed = facts.holds.map(hold => ({ ...hold, toOn: hold.toOn ?? until }));
  const lasting = facts.holds.some(hold => hold.toOn === null);
  const holds = lasting ? closed : [...closed, { fromOn: facts.today, toOn: until }];
  return { ...deadlineWorking({ ...facts, holds }), paused: true };
}

export function dueOnIfHeldUntil(facts: DeadlineFacts, until: LocalDate): LocalDate {
  return deadlineIfHeldUntil(facts, until).dueOn;
}

function dueDate(facts: DeadlineFacts): LocalDate {
  if (facts.days === 0) return nextWorkingDay(facts.startOn, facts.extraDaysOff);
  let day = facts.startOn;
  for (let left = facts.days; left > 0; ) {
    day = addWorkingDays(day, 1, facts.extraDaysOff);
    if (!isHeld(facts, day)) left -= 1;
  }
  return day;
}

function countDays(facts: DeadlineFacts, lastDay: LocalDate): { worked: number; held: number } {
  const count = { worked: 0, held: 0 };
  for (let day = addDays(facts.startOn, 1); day <= lastDay; day = addDays(day, 1)) {
    if (!isWorkingDay(day, facts.extraDaysOff)) continue;
    if (isHeld(facts, day)) count.held += 1;
    else count.worked += 1;
  }
  return count;
}

function isHeld({ holds, today }: DeadlineFacts, day: LocalDate): boolean {
  return holds.some(hold => hold.fromOn <= day && day < (hold.toOn ?? today));
}

/** Days off that fell on Monday to Friday; a holiday on a Sunday was never going to count. */
function holidaysSkipped(facts: DeadlineFacts, dueOn: LocalDate): Deadline['holidaysSkipped'] {
  const skipped: Deadline['holidaysSkipped'] = [];
  for (let day = addDays(facts.startOn, 1); day <= dueOn; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5 || isWorkingDay(day, facts.extraDaysOff)) continue;
    skipped.push({ on: day, name: dayOffName(day, facts.language) });
  }
  return skipped;
}

/** `daysCounted` of `deadlineWorking` without the rest of its working: lists ask for every row they show. */
export function daysCounted(facts: Omit<DeadlineFacts, 'language'>): number {
  const { startOn, days, today, extraDaysOff } = facts;
  let held = 0;
  let seen = startOn;
  for (const hold of facts.holds.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const before = later(addDays(hold.fromOn, -1), seen);
    const last = earlier(addDays(hold.toOn ?? today, -1), today);
    held += workingDaysBetween(before, last, extraDaysOff);
    seen = later(seen, last);
  }
  return Math.min(workingDaysBetween(startOn, today, extraDaysOff) - held, days);
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
