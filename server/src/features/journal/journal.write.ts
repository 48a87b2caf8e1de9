/** The only way into the journal: an entry stands as it was written, numbered within its case without holes. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import {
  type ApplicationCode,
  type ApplicationRegister,
  isApproval,
} from '../application/application.enums.ts';
import { oneLine } from '../correspondence/letter.rules.ts';
import type { JournalSubject, JournalType } from './journal.enums.ts';
import { journalTitle, type Named } from './journal.rules.ts';

export interface NewJournalEntry {
  readonly caseId: string;
  readonly type: JournalType;
  /** Day of the document, or of the letter. */
  readonly on: LocalDate;
  readonly subject: JournalSubject;
  /** Who wrote, or is written to; null within the house. */
  readonly correspondent: string | null;
  readonly documentId?: string | null;
  readonly letterId?: string | null;
  readonly decisionId?: string | null;
}

interface About extends Named {
  readonly register: ApplicationRegister;
  readonly code: ApplicationCode;
}

const ABOUT = `select name, is_person as "isPerson", register, code from journal_about($1)`;
const ADD = 'select add_journal_entry($1)::text as id';

/** Adds an entry to the journal of an application's case. @returns journal_entry.id */
export async function addJournalEntry(tx: Tx, entry: NewJournalEntry): Promise<string> {
  const about = await tx.one<About & Record<string, unknown>>(ABOUT, [entry.caseId]);
  if (!about) throw new Error('The journal has entries about applications only.');
  const { caseId, type, on, documentId, letterId, decisionId } = entry;
  const told = {
    ...{ caseId, type, on, documentId, letterId, decisionId },
    ...journalTitle({
      subject: entry.subject,
      register: about.register,
      approval: isApproval(about.code),
      about,
    }),
    correspondent: entry.correspondent === null ? null : oneLine(entry.correspondent),
  };
  const row = await tx.one<{ id: string }>(ADD, [JSON.stringify(told)]);
  return row?.id ?? '';
}
