/** Writes down that a firm has confirmed, however it came: the receipt, the event of its case and the journal; an open proposal to withdraw falls in the database. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { ApplicationChannel } from '../application/application.enums.ts';
import { addEvent, type LockedCase } from '../case/case.write.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { ConfirmationStatement } from './confirmation.enums.ts';

const CONFIRM = `update annual_confirmation set confirmed_at = $2, confirmed_by = app_actor(), received_on = $3, channel = $4, employees = $5, statements = $6, receipt = $7,
  version = version + 1 where id = $1`;

export interface Confirmed {
  /** annual_confirmation.id. */
  readonly id: string;
  readonly row: Pick<LockedCase, 'id' | 'organisation_id'>;
  readonly firmName: string;
  readonly year: number;
}

export interface ToldConfirmation {
  readonly at: Date;
  readonly receivedOn: LocalDate;
  readonly channel: ApplicationChannel;
  readonly employees: number;
  readonly statements: readonly ConfirmationStatement[];
}

/** Case and confirmation are locked by the caller. @returns the number of the receipt */
export async function writeConfirmation(
  tx: Tx,
  { id, row, firmName, year }: Confirmed,
  { at, receivedOn, channel, employees, statements }: ToldConfirmation,
): Promise<string> {
  const receipt = `${year}-${id.padStart(6, '0')}`;
  const said = JSON.stringify([...new Set(statements)]);
  await tx.query(CONFIRM, [id, at, receivedOn, channel, employees, said, receipt]);
  await addEvent(tx, row, { type: 'CONFIRMATION_RECEIVED', oldValue: String(year), newValue: receipt });
  const note = { caseId: row.id, type: 'I', on: receivedOn, subject: 'CONFIRMATION' } as const;
  await addJournalEntry(tx, { ...note, correspondent: firmName });
  return receipt;
}
