/** Adds and ends entries of the registers of exceptions; the lines they speak for are asked about again at once. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import type { EntryEnd } from './entry.enums.ts';
import type { ExceptionCode } from './exception.enums.ts';

export interface NewEntry {
  readonly organisationId: number;
  readonly caseId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly code: ExceptionCode;
  readonly register: BypassedRegister;
  readonly personId: string | null;
  readonly firmId: string;
  readonly fromOn: LocalDate;
  /** Last day; null while the role lasts. */
  readonly toOn: LocalDate | null;
  readonly whileRole: boolean;
  /** Really gone after its time (VAT_UNDER_50K_NEW). */
  readonly deleteAfter: boolean;
}

const ADD = `insert into exception_entry (organisation_id, case_id, application_id, decision_id, code, register, person_id, firm_id, from_on, to_on, while_role, delete_after)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id::text`;
const WAKE = 'select wake_lines_of_entry($1, $2, $3) as n';
/** One of the application's own that has not ended. */
const END = `update exception_entry set ended_on = greatest($2::date, from_on), end_reason = $3, end_decision_id = $4, version = version + 1
where application_id = $1 and ended_on is null returning id::text, person_id::text as "personId", firm_id::text as "firmId"`;

/** @returns exception_entry.id */
export async function addEntry(tx: Tx, entry: NewEntry, at: Date): Promise<string> {
  const { organisationId, caseId, applicationId, decisionId, code, register, personId, firmId } = entry;
  const whose = [organisationId, caseId, applicationId, decisionId, code, register, personId, firmId];
  const row = await tx.one<{ id: string }>(ADD, [
    ...whose,
    entry.fromOn,
    entry.toOn,
    entry.whileRole,
    entry.deleteAfter,
  ]);
  await wakeLines(tx, entry, at);
  return row?.id ?? '';
}

export interface Ending {
  /** First day without it. */
  readonly on: LocalDate;
  readonly reason: EntryEnd;
  readonly decisionId: string | null;
  readonly at: Date;
}

/** Nothing happens when the application has no entry that lasts. @returns ids of what ended */
export async function endEntries(tx: Tx, applicationId: string, ending: Ending): Promise<string[]> {
  const { on, reason, decisionId, at } = ending;
  const ended = await tx.query<{ id: string; personId: string | null; firmId: string }>(END, [
    applicationId,
    on,
    reason,
    decisionId,
  ]);
  for (const entry of ended) await wakeLines(tx, entry, at);
  return ended.map(({ id }) => id);
}

/** Pending orders go on, or stop, by themselves: the check run takes them within seconds. */
export async function wakeLines(
  tx: Tx,
  { personId, firmId }: Pick<NewEntry, 'personId' | 'firmId'>,
  at: Date,
): Promise<void> {
  await tx.query(WAKE, [personId, firmId, at]);
}
