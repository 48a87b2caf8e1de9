/** The rows of a document that came in, for every door papers come through: what it is, its file, and what its coming sets going. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { ApplicationChannel } from '../application/application.enums.ts';
import type { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { JournalSubject } from '../journal/journal.enums.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { TakenFile } from './document-file.ts';

/** The case a document belongs to; rows of it belong to the case's organisation. */
export interface CaseOfDocument {
  readonly caseId: string;
  readonly organisationId: number;
}

export interface NewDocument extends CaseOfDocument {
  readonly kind: DocumentKind;
  /** What staff call it, beside its kind. */
  readonly title: string | null;
  readonly receivedOn: LocalDate;
  readonly channel: ApplicationChannel;
  /** Who scanned it at the issuer, which sees it until the application is handed over; null: the authority. */
  readonly intakeOrganisationId: number | null;
  /** Who sent it, for the journal. */
  readonly correspondent: string | null;
  readonly file: TakenFile;
}

export interface NewVersion extends CaseOfDocument {
  readonly documentId: string;
  readonly file: TakenFile;
}

export interface AddedDocument {
  readonly documentId: string;
  readonly versionId: string;
  readonly version: number;
}

/** Two who send the same paper at once are told apart from one another. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('papers of case ' || $1, 0))`;
const SAME_BYTES = `select d.id::text as id, d.kind from document_version v join case_document d on d.id = v.document_id
where v.case_id = $1 and v.sha256 = $2 and d.struck_at is null limit 1`;
const DOCUMENT = `insert into case_document (organisation_id, case_id, kind, title, received_on, channel, intake_organisation_id, created_by)
values ($1, $2, $3, $4, $5, $6, $7, app_actor()) returning id::text`;
const FILE = `insert into stored_file
  (organisation_id, case_id, purpose, state, storage_key, media_type, bytes, original_sha256, master_key, data_key, scanned)
values ($1, $2, 'DOCUMENT', 'ACCEPTED', $3, $4, $5, $6, $7, $8, $9) returning id::text`;
const VERSION = `insert into document_version (organisation_id, case_id, document_id, version, file_id, sha256, media_type, byte_count, pages, created_by)
select $1, $2, $3, coalesce(max(v.version), 0) + 1, $4, $5, $6, $7, $8, app_actor() from document_version v where v.document_id = $3
returning id::text, version`;

/** An appeal is put in the journal by those who register it. */
function subjectOf(kind: DocumentKind): JournalSubject | null {
  if (kind === 'APPEAL') return null;
  return kind === 'APPLICATION' || kind === 'INSPECTION_NOTE' ? kind : JournalSubject.DOCUMENT;
}

/** Written within the house: nobody sent it, and nobody who waits for a paper has waited for this one. */
export const isWithin = (kind: DocumentKind): boolean => kind === 'INSPECTION_NOTE';

/** Journal too; the timeline and the application's version follow by themselves. @throws AppError DOCUMENT_DUPLICATE when the case has these bytes already */
export async function addDocument(tx: Tx, told: NewDocument): Promise<AddedDocument> {
  await requireNew(tx, told);
  const row = await tx.one<{ id: string }>(DOCUMENT, [
    told.organisationId,
    told.caseId,
    told.kind,
    told.title,
    told.receivedOn,
    told.channel,
    told.intakeOrganisationId,
  ]);
  const documentId = row?.id ?? '';
  const added = await insertVersion(tx, { ...told, documentId });
  const subject = subjectOf(told.kind);
  const { caseId, receivedOn: on } = told;
  const [type, correspondent] = isWithin(told.kind)
    ? (['X', null] as const)
    : (['I', told.correspondent] as const);
  if (subject) await addJournalEntry(tx, { caseId, type, on, subject, correspondent, documentId });
  return added;
}

/** Bytes of the version before stay what they are. @throws AppError DOCUMENT_DUPLICATE */
export async function addVersion(tx: Tx, told: NewVersion): Promise<AddedDocument> {
  await requireNew(tx, told);
  return insertVersion(tx, told);
}

async function requireNew(tx: Tx, { caseId, file }: CaseOfDocument & { file: TakenFile }): Promise<void> {
  await tx.query(ONE_AT_A_TIME, [caseId]);
  const same = await tx.one<{ id: string; kind: string }>(SAME_BYTES, [caseId, file.sha256]);
  if (same) throw new AppError('DOCUMENT_DUPLICATE', { documentId: same.id, kind: same.kind });
}

async function insertVersion(
  tx: Tx,
  { organisationId, caseId, documentId, file }: NewVersion,
): Promise<AddedDocument> {
  const fileId = await insertFile(tx, { organisationId, caseId }, file);
  const { sha256, mediaType, bytes, pages } = file;
  const values = [organisationId, caseId, documentId, fileId, sha256, mediaType, bytes, pages];
  const row = await tx.one<{ id: string; version: number }>(VERSION, values);
  return { documentId, versionId: row?.id ?? '', version: row?.version ?? 0 };
}

async function insertFile(
  tx: Tx,
  { organisationId, caseId }: CaseOfDocument,
  file: TakenFile,
): Promise<string> {
  const { seal, mediaType, bytes, sha256, scanned } = file;
  const row = await tx.one<{ id: string }>(FILE, [
    organisationId,
    caseId,
    seal.storageKey,
    mediaType,
    bytes,
    sha256,
    seal.masterKey,
    seal.dataKey,
    scanned,
  ]);
  return row?.id ?? '';
}
