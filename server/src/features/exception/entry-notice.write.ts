/** What is told of an entry that is about to end or has ended: on its case, in the journal, and by letter to whom it is about. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lockApplication } from '../application/application-state.write.ts';
import type { CaseEventType } from '../case/case.enums.ts';
import { addEvent } from '../case/case.write.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import { letterOfClock } from '../decision/plain-letter.write.ts';
import type { JournalSubject } from '../journal/journal.enums.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { LetterKind } from '../letter/letter.enums.ts';

export interface ToldEntry {
  readonly organisation_id: number;
  readonly case_id: string;
  readonly code: string;
  readonly from_on: LocalDate;
}

export interface EntryNews {
  readonly type: Extract<CaseEventType, `ENTRY_${string}`>;
  readonly newValue: string;
  readonly journal?: Extract<JournalSubject, `ENTRY_${string}`>;
  readonly letter?: { readonly kind: Extract<LetterKind, `ENTRY_${string}`>; readonly lastDay: LocalDate };
}

/** The letter says the rest; the mail about it only that it waits. The case is locked by the caller. */
export async function tellEntry(
  tx: Tx,
  entry: ToldEntry,
  {
    type,
    newValue,
    journal,
    letter,
    at,
    mailDomain,
  }: EntryNews & { readonly at: Date; readonly mailDomain: string },
): Promise<void> {
  const about = { id: entry.case_id, organisation_id: entry.organisation_id };
  const date = osloDate(at);
  await addEvent(tx, about, { type, oldValue: entry.code, newValue });
  if (journal) {
    const note = { caseId: entry.case_id, type: 'X', on: date, subject: journal } as const;
    await addJournalEntry(tx, { ...note, correspondent: null });
  }
  if (!letter) return;
  const application = await lockApplication(tx, entry.case_id);
  const basis = await decisionBasis(tx, application, date);
  const { kind, lastDay: to } = letter;
  const validity = { from: entry.from_on, to };
  await letterOfClock(tx, basis, { kind, date, signer: null, validity, sendAfter: at, mailDomain });
}
