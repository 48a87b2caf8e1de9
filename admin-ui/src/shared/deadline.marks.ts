import type { CaseRow, Deadline } from '../graphql/fragments.ts';
import { addDays, mondayOf, osloToday } from './today.ts';

export type Mark = 'start' | 'counted' | 'coming' | 'due' | 'none';

/** What a day is in the counting of a deadline, so that the calendar shows what the sum says. */
export function markOf(day: string, deadline: Deadline, today: string): Mark {
  const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
  const holiday = deadline.holidaysSkipped.some(({ on }) => on === day);
  const held = deadline.holds.some(({ fromOn, toOn }) => day >= fromOn && (toOn === null || day <= toOn));
  if (day === deadline.dueOn) return 'due';
  if (day === deadline.startOn) return 'start';
  if (weekend || holiday || held || day < deadline.startOn || day > deadline.dueOn) return 'none';
  return day <= today ? 'counted' : 'coming';
}

/** The Mondays from the first to the last week of a deadline. */
export function weeksOf(deadline: Deadline): string[] {
  const last = mondayOf(deadline.dueOn);
  const weeks = [mondayOf(deadline.startOn)];
  for (let week = addDays(weeks[0] ?? last, 7); week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

const SOON_DAYS = 3;

export type Urgency = 'over' | 'soon' | 'calm';
type Due = Pick<CaseRow, 'dueOn' | 'dueDays' | 'daysCounted' | 'status'>;

/** The due day counts to its end, so a case is late from the day after. */
export const isOver = (row: Pick<Due, 'dueOn' | 'status'>, today: string) =>
  row.status !== 'CLOSED' && row.dueOn < today;

/** Decides colour and sign together; the words beside them say the same. */
export function urgencyOf(row: Due, today = osloToday()): Urgency {
  if (row.status === 'CLOSED') return 'calm';
  if (isOver(row, today)) return 'over';
  return row.dueDays - row.daysCounted <= SOON_DAYS ? 'soon' : 'calm';
}
