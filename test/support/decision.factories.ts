/** What hangs on an application: papers with real bytes, proposals, decisions, entries of the registers, appeals; for tests. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ApplicationChannel } from '../../server/src/features/application/application.enums.ts';
import type { EntryEnd } from '../../server/src/features/exception/entry.enums.ts';
import type {
  DecisionOutcome,
  DocumentKind,
} from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import { bornRule } from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import { addDays, addMonthsClamped } from '../../server/src/platform/calendar/calendar.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createSealedStorage } from '../../server/src/platform/storage/sealed-storage.ts';
import { createFilesystemStorage } from '../../server/src/platform/storage/storage.filesystem.ts';
import type { Application } from './application.factories.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';

const AUTHORITY = 2;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

export interface NewDocument {
  kind?: DocumentKind;
  /** Default: one page that says which kind it is. */
  bytes?: Buffer;
  mediaType?: 'application/pdf' | 'image/jpeg' | 'image/png';
  pages?: number;
  receivedOn?: string;
  channel?: ApplicationChannel;
  title?: string | null;
  /** Scanned at the issuer, which sees it until the application is handed over. */
  intake?: 1 | 2 | null;
  createdBy?: string;
  /** A better scan of this document. */
  of?: Document;
}

export interface Document {
  /** case_document.id */
  readonly id: string;
  readonly versionId: string;
  readonly fileId: string;
  readonly version: number;
  readonly sha256: Buffer;
}

/** Lies where the desk keeps papers, encrypted; the application's version and the timeline follow by themselves. */
export async function createDocument(
  desk: Desk,
  { caseId, receivedOn }: Pick<Application, 'caseId' | 'receivedOn'>,
  given: NewDocument = {},
): Promise<Document> {
  const { kind = 'MARRIAGE_CERTIFICATE', mediaType = 'application/pdf', pages = 1 } = given;
  const bytes = given.bytes ?? tinyPdf(`${kind} ${next()}`);
  const created_by = given.createdBy ?? null;
  const of = { organisation_id: AUTHORITY, case_id: caseId };
  const fileId = await createPaperFile(desk, of, { bytes, mediaType });
  const id =
    given.of?.id ??
    (await insert(desk, 'case_document', {
      ...{ ...of, kind, title: given.title ?? null, created_by },
      ...{ received_on: given.receivedOn ?? receivedOn, channel: given.channel ?? 'LETTER' },
      intake_organisation_id: given.intake ?? null,
    }));
  const version = (given.of?.version ?? 0) + 1;
  const versionId = await insert(desk, 'document_version', {
    ...{ ...of, document_id: id, version, file_id: fileId, sha256: sha256(bytes), created_by },
    ...{ media_type: mediaType, byte_count: bytes.length, pages },
  });
  return { id, versionId, fileId, version, sha256: sha256(bytes) };
}

interface PaperFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

async function createPaperFile(
  desk: Desk,
  of: { organisation_id: number; case_id: string },
  { bytes, mediaType }: PaperFile,
) {
  const keys = loadKeys(desk.config.KEYS_FILE, desk.config.dataDir);
  const storage = createFilesystemStorage(join(desk.config.dataDir, 'files'));
  const seal = await createSealedStorage({ storage, keys }).put({ original: bytes });
  return insert(desk, 'stored_file', {
    ...{ ...of, purpose: 'DOCUMENT', state: 'ACCEPTED', media_type: mediaType, bytes: bytes.length },
    ...{ storage_key: seal.storageKey, master_key: seal.masterKey, data_key: seal.dataKey },
    original_sha256: sha256(bytes),
  });
}

/** One page with one line of text, as small as a PDF can be; readers accept it. */
export function tinyPdf(text: string): Buffer {
  const line = `BT /F1 24 Tf 60 700 Td (${text.replaceAll(/[^\w .,/-]/g, '?')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${line.length} >>\nstream\n${line}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.7\n';
  const at = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

export type DecisionKind = 'FIRST' | 'APPEAL' | 'WITHDRAWAL' | 'CORRECTION';

export interface NewProposal {
  kind?: DecisionKind;
  outcome?: DecisionOutcome;
  proposedBy: string;
  proposedAt?: Date;
  /** OPEN unless somebody has settled it. */
  state?: 'OPEN' | 'APPROVED' | 'RETURNED' | 'VOID';
  settledBy?: string;
  settledReason?: string;
  content?: object;
  letter?: object;
  digest?: Buffer;
}

/** @returns decision_proposal.id */
export async function createProposal(
  desk: Desk,
  application: Application,
  given: NewProposal,
): Promise<string> {
  const { kind = 'FIRST', outcome = 'GRANT', state = 'OPEN', proposedAt = new Date() } = given;
  const { content = {}, letter = {}, digest = sha256(`proposal ${next()}`) } = given;
  const { rows } = await desk.sql.query<{ version: number }>(
    'select version from exception_application where id = $1',
    [application.id],
  );
  return insert(desk, 'decision_proposal', {
    ...ofApplication(application),
    ...{ kind, outcome, state, digest, application_version: rows[0]?.version ?? 1 },
    ...{ content: JSON.stringify(content), letter: JSON.stringify(letter) },
    ...{ proposed_by: given.proposedBy, proposed_at: proposedAt },
    ...{ settled_by: given.settledBy ?? null, settled_at: state === 'OPEN' ? null : proposedAt },
    settled_reason: given.settledReason ?? null,
  });
}

const ofApplication = ({ id, caseId }: Application) => ({
  ...{ organisation_id: AUTHORITY, case_id: caseId, application_id: id },
});

export interface NewDecision {
  kind?: DecisionKind;
  outcome?: DecisionOutcome;
  /** staff_user.id */
  decidedBy: string;
  /** The second signature. */
  approvedBy?: string;
  decidedOn?: string;
  /** Of grants. Default: the day of the decision, and two years. */
  validFrom?: string;
  validTo?: string | null;
  grounds?: readonly object[];
  freeText?: string | null;
  legalRefs?: readonly object[];
  facts?: object;
  replacesId?: string;
  appealDeadlineOn?: string | null;
}

export interface Decision {
  readonly id: string;
  readonly proposalId: string;
  readonly decidedOn: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly whileRole: boolean;
}

const APPEAL_DAYS = 28;

/** A decision that stands, with the proposal it came from; the state of the application is the caller's affair. */
export async function createDecision(
  desk: Desk,
  application: Application,
  given: NewDecision,
): Promise<Decision> {
  const {
    kind = 'FIRST',
    outcome = 'GRANT',
    decidedBy,
    approvedBy,
    decidedOn = application.receivedOn,
  } = given;
  const decidedAt = new Date(`${decidedOn}T10:00:00Z`);
  const digest = sha256(`decision ${next()}`);
  const proposalId = await createProposal(desk, application, {
    ...{ kind, outcome, proposedBy: decidedBy, proposedAt: decidedAt, digest },
    ...(approvedBy ? { state: 'APPROVED', settledBy: approvedBy } : { state: 'APPROVED' }),
  });
  const valid = validityOf(application, { ...given, outcome, decidedOn });
  const {
    grounds = [],
    legalRefs = [],
    facts = {},
    appealDeadlineOn = addDays(decidedOn, APPEAL_DAYS),
  } = given;
  const id = await insert(desk, 'decision', {
    ...{ ...ofApplication(application), proposal_id: proposalId, kind, outcome, digest },
    ...{ grounds: JSON.stringify(grounds), free_text: given.freeText ?? null },
    ...{ legal_refs: JSON.stringify(legalRefs), facts: JSON.stringify(facts) },
    ...{ valid_from: valid.validFrom, valid_to: valid.validTo, while_role: valid.whileRole },
    ...{ decided_on: decidedOn, decided_at: decidedAt, decided_by: decidedBy },
    ...{ approved_by: approvedBy ?? null, appeal_deadline_on: appealDeadlineOn },
    replaces_id: given.replacesId ?? null,
  });
  return { id, proposalId, decidedOn, ...valid };
}

function validityOf(
  { code }: Application,
  given: NewDecision & { decidedOn: string },
): Pick<Decision, 'validFrom' | 'validTo' | 'whileRole'> {
  if (given.outcome !== 'GRANT') return { validFrom: null, validTo: null, whileRole: false };
  const whileRole = bornRule(code).validity.kind === 'WHILE_ROLE';
  const { validFrom = given.decidedOn } = given;
  const { validTo = whileRole ? null : addMonthsClamped(validFrom, 24) } = given;
  return { validFrom, validTo, whileRole };
}

export interface NewEntry {
  fromOn?: string;
  toOn?: string | null;
  endedOn?: string;
  endReason?: EntryEnd;
}

/** The entry a grant made; days as the decision says unless told. @returns exception_entry.id */
export async function createEntry(
  desk: Desk,
  application: Application,
  { decision, ...given }: NewEntry & { decision: Decision },
): Promise<string> {
  const { code, register, personId, firm } = application;
  const rule = bornRule(code).validity;
  const { toOn = decision.validTo, endedOn = null, endReason = endedOn ? 'WITHDRAWN' : null } = given;
  return insert(desk, 'exception_entry', {
    ...{ ...ofApplication(application), decision_id: decision.id, code, register },
    ...{ person_id: personId, firm_id: firm.main, to_on: toOn, while_role: decision.whileRole },
    ...{ from_on: given.fromOn ?? decision.validFrom, ended_on: endedOn, end_reason: endReason },
    delete_after: rule.kind === 'MONTHS' && rule.deleteAfter,
  });
}

export interface NewAppeal {
  decisionId: string;
  receivedOn?: string;
  deadlineOn?: string;
  appellant?: string;
  documentId?: string;
  registeredBy?: string;
}

/** An appeal nobody has settled. @returns appeal.id */
export async function createAppeal(desk: Desk, application: Application, given: NewAppeal): Promise<string> {
  const { receivedOn = '2026-11-20', deadlineOn = '2026-12-14', appellant = 'Kari Klager' } = given;
  return insert(desk, 'appeal', {
    ...{ ...ofApplication(application), decision_id: given.decisionId, received_on: receivedOn, appellant },
    ...{ channel: 'LETTER', deadline_on: deadlineOn, late: receivedOn > deadlineOn },
    ...{ document_id: given.documentId ?? null, registered_by: given.registeredBy ?? null },
  });
}
