/** How a change stands that one person proposes from a day on and another approves, for whoever shows it or decides on it. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { ChangeState } from './proposed-change.enums.ts';

/** A day that has begun is judged by the rules it began with: a change holds from tomorrow at the earliest. */
export const beginsTooEarly = (validFrom: LocalDate, today: LocalDate): boolean => validFrom <= today;

export interface ChangeFacts {
  readonly validFrom: LocalDate;
  readonly approved: boolean;
  readonly withdrawn: boolean;
  readonly today: LocalDate;
}

/** LAPSED: its day came before the second person did. */
export function changeState({ validFrom, approved, withdrawn, today }: ChangeFacts): ChangeState {
  if (withdrawn) return 'WITHDRAWN';
  const begun = validFrom <= today;
  if (approved) return begun ? 'BEGUN' : 'COMING';
  return begun ? 'LAPSED' : 'WAITING';
}
