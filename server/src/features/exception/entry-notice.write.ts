/** What is told of an entry that is about to end or has ended: on its case, in the journal, and by mail to the contact of its application. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { CaseEventType } from '../case/case.enums.ts';
import { addEvent } from '../case/case.write.ts';
import type { EntryMailTemplate } from '../correspondence/mail.enums.ts';
import { queueMail } from '../correspondence/outbox.write.ts';
import type { JournalSubject } from '../journal/journal.enums.ts';
import { addJournalEntry } from '../journal/journal.write.ts';

export interface ToldEntry {
  readonly id: string;
  readonly organisation_id: number;
  readonly case_id: string;
  readonly code: string;
  readonly to_on: string | null;
  readonly language: Language;
  /** Null: nobody gave an address, or whom it is about has address protection. */
  readonly contact: string | null;
}

export interface EntryNews {
  readonly type: Extract<CaseEventType, `ENTRY_${string}`>;
  readonly newValue: string;
  readonly journal?: Extract<JournalSubject, `ENTRY_${string}`>;
  readonly mail?: { readonly template: EntryMailTemplate; readonly once: string };
}

/** The same mail is never queued twice. */
export async function tellEntry(
  tx: Tx,
  entry: ToldEntry,
  {
    type,
    newValue,
    journal,
    mail,
    at,
    mailDomain,
  }: EntryNews & { readonly at: Date; readonly mailDomain: string },
): Promise<void> {
  const about = { id: entry.case_id, organisation_id: entry.organisation_id };
  await addEvent(tx, about, { type, oldValue: entry.code, newValue });
  if (journal) {
    const note = { caseId: entry.case_id, type: 'X', on: osloDate(at), subject: journal } as const;
    await addJournalEntry(tx, { ...note, correspondent: null });
  }
  if (!mail || entry.contact === null) return;
  const { template, once } = mail;
  const letter = { template, language: entry.language, subjectId: entry.id, dedupe: once, sendAfter: at };
  await queueMail(
    tx,
    { ...letter, organisationId: entry.organisation_id, caseId: entry.case_id },
    mailDomain,
  );
  await addEvent(tx, about, { type: 'MAIL_QUEUED', newValue: template });
}
