/** Puts a mail on the application it is about: what is attached becomes its documents, the case wakes and shows that it has new post. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { lockApplication, moveApplication } from '../application/application-state.write.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { endHold, type HeldCase } from '../case/hold.write.ts';
import { addDocument } from '../document/document.write.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { PreparedAttachment } from './mail-documents.ts';

type FiledCase = HeldCase & { readonly status: string };

const LOCK = `select id::text, organisation_id, opened_on, due_days, status from desk_case where id = $1 for update`;
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
  const row = await tx.one<FiledCase & Record<string, unknown>>(LOCK, [told.caseId]);
  if (!row) throw new Error('a mail names a case that is not there');
  const unused = await addDocuments(tx, told, row.organisation_id);
  if (unused.length === told.attachments.length) await noteInJournal(tx, told);
  await wake(tx, row, told);
  await addEvent(tx, row, { type: 'MAIL_RECEIVED' });
  return unused;
}

async function wake(tx: Tx, row: FiledCase, { caseId, at }: MailToFile): Promise<void> {
  const application = await lockApplication(tx, caseId);
  const waits = application.status === 'AWAITING_DOCUMENTS';
  if (waits) await moveApplication(tx, application, { trigger: 'DOCUMENT_RECEIVED', at });
  const woken = waits && row.status === 'ON_HOLD';
  const awake = woken ? { ...(await endHold(tx, row, osloDate(at))), status: 'OPEN' as const } : {};
  await saveCase(tx, row, { ...awake, new_post_at: at });
  if (woken) await addEvent(tx, row, { type: 'RESUMED' });
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
