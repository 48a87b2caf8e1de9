/** Puts a mail on the application it is about: what is attached becomes its documents, the case wakes and shows that it has new post. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { addEvent } from '../case/case.write.ts';
import { noteUnattended } from '../document/arrival.write.ts';
import { addDocument } from '../document/document.write.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { PreparedAttachment } from './mail-documents.ts';

const BECAME = `update inbound_attachment set document_id = $3, refusal = $4 where mail_id = $1 and position = $2`;

export interface MailToFile {
  readonly mailId: string;
  readonly caseId: string;
  readonly at: Date;
  readonly receivedAt: Date;
  /** For the journal, as claimed. */
  readonly sender: string;
  readonly attachments: readonly PreparedAttachment[];
}

/** The application waits no longer for what may be in the mail; whether it is, a person says. @returns files that became nothing */
export async function fileMail(tx: Tx, told: MailToFile): Promise<PreparedAttachment[]> {
  const row = await noteUnattended(tx, told.caseId, told.at);
  const unused = await addDocuments(tx, told, row.organisation_id);
  if (unused.length === told.attachments.length) await noteInJournal(tx, told);
  await addEvent(tx, row, { type: 'MAIL_RECEIVED' });
  return unused;
}

/** Documents put themselves into the journal; a mail that is nothing but words is an entry of its own. */
async function noteInJournal(tx: Tx, { caseId, receivedAt, sender }: MailToFile): Promise<void> {
  const on = osloDate(receivedAt);
  await addJournalEntry(tx, { caseId, type: 'I', on, subject: 'DOCUMENT', correspondent: sender || null });
}

async function addDocuments(tx: Tx, told: MailToFile, organisationId: number): Promise<PreparedAttachment[]> {
  const unused: PreparedAttachment[] = [];
  for (const attachment of told.attachments) {
    const { documentId, refusal } = await addOne(tx, told, { attachment, organisationId });
    await tx.query(BECAME, [told.mailId, attachment.position, documentId, refusal]);
    if (documentId === null) unused.push(attachment);
  }
  return unused;
}

interface One {
  readonly attachment: PreparedAttachment;
  readonly organisationId: number;
}

/** What kind of paper it is, a person says; the same paper twice is one. */
async function addOne(
  tx: Tx,
  { caseId, receivedAt, sender }: MailToFile,
  { attachment: { file, name, refusal }, organisationId }: One,
): Promise<{ readonly documentId: string | null; readonly refusal: string | null }> {
  if (!file) return { documentId: null, refusal };
  const about = { caseId, organisationId, intakeOrganisationId: null, correspondent: sender || null, file };
  const paper = { kind: 'OTHER', title: name, receivedOn: osloDate(receivedAt), channel: 'EMAIL' } as const;
  try {
    return { documentId: (await addDocument(tx, { ...about, ...paper })).documentId, refusal: null };
  } catch (error) {
    if (error instanceof AppError && error.code === 'DOCUMENT_DUPLICATE')
      return { documentId: null, refusal: error.code };
    throw error;
  }
}
