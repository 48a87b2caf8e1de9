/** Whether the desk approves a staffing agency by itself (domain section 5: automated, instant, one year at a time) or leaves it to a caseworker; for applications as they come in. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { ConditionState } from '../exception-catalogue/exception-catalogue.enums.ts';
import type { LeftToStaff } from './firm-approval.enums.ts';

/** So long before its year ends an agency may have the next one; whoever asks earlier is asked why. */
const RENEWAL_DAYS = 60;

export interface AgencyCondition {
  /** Null: nobody has said. */
  readonly state: ConditionState | null;
  /** A register answers it. */
  readonly ofRegister: boolean;
}

export interface AgencyFacts {
  /** Enhetsregisteret told today. */
  readonly answered: boolean;
  readonly conditions: readonly AgencyCondition[];
  /** It was refused the approval, or lost it, and applies anew. */
  readonly lostBefore: boolean;
  /** Last day of the year it is approved for; null when it is not. */
  readonly approvedTo: LocalDate | null;
  readonly today: LocalDate;
}

/** Null: approved at once. */
export function leftToStaff(facts: AgencyFacts): LeftToStaff | null {
  const { answered, conditions, lostBefore, approvedTo, today } = facts;
  if (!answered) return 'REGISTER_SILENT';
  if (conditions.some(({ state }) => state === 'NOT_MET')) return 'DUTY_NOT_MET';
  const unsaid = conditions.find(({ state }) => state === null);
  if (unsaid) return unsaid.ofRegister ? 'REGISTER_SILENT' : 'CONDITION_UNSAID';
  if (lostBefore) return 'LOST_BEFORE';
  return approvedTo !== null && approvedTo > addDays(today, RENEWAL_DAYS) ? 'TOO_EARLY' : null;
}

/** A year begins where the one before ends, and today where there is none. */
export const yearBegins = ({ approvedTo, today }: Pick<AgencyFacts, 'approvedTo' | 'today'>): LocalDate =>
  approvedTo !== null && approvedTo >= today ? addDays(approvedTo, 1) : today;
