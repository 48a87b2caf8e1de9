/** Rows behind Min dag as the API shows them. */
import {
  addWorkingDays,
  isWorkingDay,
  type LocalDate,
  workingDaysBetween,
} from '../../platform/calendar/calendar.ts';
import { cappedCount } from '../../platform/graphql/page.ts';
import type { CaseEventType, CaseQueue } from './case.enums.ts';
import { toStaffRef } from './case-submission.map.ts';
import type { CaseNewsType, ExceptionDayType, QueueSizeType } from './my-day.type.ts';

export interface QueueRow {
  queue: CaseQueue;
  open: number;
  overdue: number;
  oldest: LocalDate | null;
}

/** Cases that came into a queue and left it; the first day shown carries everything before it. */
export interface QueueDayRow {
  queue: CaseQueue;
  day: LocalDate;
  opened: number;
  closed: number;
}

export interface NewsRow {
  id: string;
  at: Date;
  type: CaseEventType;
  actor_id: string | null;
  actor_name: string | null;
  old_value: string | null;
  new_value: string | null;
  note: string | null;
  case_id: string;
  number: string;
}

const HISTORY_DAYS = 14;

/** The last working days up to today, oldest first; on a day off the last one shown is the working day before. */
export function lastWorkingDays(today: LocalDate): LocalDate[] {
  const last = isWorkingDay(today) ? today : addWorkingDays(today, -1);
  return Array.from({ length: HISTORY_DAYS }, (_, i) => addWorkingDays(last, i + 1 - HISTORY_DAYS));
}

export interface QueueFacts {
  readonly history: readonly QueueDayRow[];
  readonly days: readonly LocalDate[];
  readonly today: LocalDate;
}

export function toQueueSize(row: QueueRow, { history, days, today }: QueueFacts): QueueSizeType {
  const own = history.filter(({ queue }) => queue === row.queue);
  const now = own.find(({ day }) => day === today);
  const openAfter = (day: LocalDate) =>
    own.filter(change => change.day <= day).reduce((sum, { opened, closed }) => sum + opened - closed, 0);
  return {
    queue: row.queue,
    open: cappedCount(row.open),
    inToday: now?.opened ?? 0,
    outToday: now?.closed ?? 0,
    overdue: row.overdue,
    oldestDays: row.oldest === null ? null : workingDaysBetween(row.oldest, today),
    history: days.map(openAfter),
  };
}

export function toNews(row: NewsRow): CaseNewsType {
  const actor = row.actor_id === null ? null : toStaffRef({ id: row.actor_id, name: row.actor_name ?? '' });
  const { id, at, type, note } = row;
  return {
    event: { id, at, type, actor, oldValue: row.old_value, newValue: row.new_value, note },
    caseId: row.case_id,
    caseNumber: row.number,
  };
}

export type ExceptionCounts = Readonly<Record<keyof ExceptionDayType, number>>;

export const toExceptionDay = (counts: ExceptionCounts, signs: boolean): ExceptionDayType => ({
  forApproval: signs ? cappedCount(counts.forApproval) : null,
  dueThisWeek: cappedCount(counts.dueThisWeek),
  promisedThisWeek: cappedCount(counts.promisedThisWeek),
  expiring: cappedCount(counts.expiring),
  appeals: cappedCount(counts.appeals),
});
