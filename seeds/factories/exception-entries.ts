/** The entries that grants made, and how they have ended by now; what lasted three months alone is gone, as the desk deletes it. */
import type { EntryEnd } from '../../server/src/features/exception/entry.enums.ts';
import { addDays, daysBetween, type LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Row } from '../rows.ts';
import { RULES } from './application-rules.ts';
import { AUTHORITY, type ToldApplication } from './exception-book.ts';
import type { StoryParts } from './exception-stories.ts';

export interface Granted {
  readonly on: LocalDate;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly whileRole: boolean;
  readonly decisionId: number;
}

/** @returns its last day; null while the role lasts */
export function writeEntry(
  parts: StoryParts,
  about: ToldApplication,
  granted: Granted,
): { to: LocalDate | null } {
  const { rows, time } = parts;
  const { plan, subject } = about;
  const { validTo, whileRole, decisionId } = granted;
  const rule = RULES[plan.code];
  const deleteAfter = rule.validity.kind === 'MONTHS' && rule.validity.deleteAfter;
  if (deleteAfter && validTo !== null && validTo < time.today) return { to: validTo };
  const id = rows.add('exception_entry', {
    ...{ organisation_id: AUTHORITY, case_id: about.id, application_id: about.applicationId },
    ...{ decision_id: decisionId, code: plan.code, register: rule.register, person_id: subject.person?.id },
    ...{ firm_id: subject.firm.id, from_on: granted.validFrom, to_on: validTo, while_role: whileRole },
    ...{ delete_after: deleteAfter, ...toldOf(granted, time.today) },
  });
  if (whileRole && !subject.inRole) roleEnded(parts, rows.of('exception_entry')[id - 1], granted);
  return { to: validTo };
}

/** Warned of when its time came, and noted when it was over. */
function toldOf({ validFrom, validTo }: Granted, today: LocalDate): Partial<Row<'exception_entry'>> {
  if (validTo === null || validFrom === null) return {};
  const warned = (days: number) => {
    const on = addDays(validTo, -days);
    return on <= today && on >= validFrom ? on : null;
  };
  const over = addDays(validTo, 1);
  return { warned_30_on: warned(30), warned_7_on: warned(7), expiry_noted_on: over <= today ? over : null };
}

/** The person has left the role since. */
function roleEnded(
  { random, time }: StoryParts,
  entry: Row<'exception_entry'> | undefined,
  { on }: Granted,
): void {
  const ended_on = addDays(on, random.int(0, Math.max(daysBetween(on, time.today), 0)));
  if (ended_on <= time.today) Object.assign(entry ?? {}, { ended_on, end_reason: 'ROLE_ENDED' });
}

export interface Ending {
  readonly on: LocalDate;
  readonly reason: EntryEnd;
  readonly decisionId: number;
}

export function endEntry({ rows }: StoryParts, { applicationId }: ToldApplication, ending: Ending): void {
  const entry = rows.of('exception_entry').findLast(row => row.application_id === applicationId);
  if (!entry || (entry.to_on && String(entry.to_on) < ending.on)) return;
  // The last day with it is the day of the decision.
  const ended_on = addDays(ending.on, 1);
  Object.assign(entry, { ended_on, end_reason: ending.reason, end_decision_id: ending.decisionId });
}
