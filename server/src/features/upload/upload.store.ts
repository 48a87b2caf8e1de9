/** Rows of upload links and of the files staged on them, for the upload use-cases. */
import type { Db, Tx } from '../../platform/db/db.ts';
import type { FileSeal } from '../../platform/storage/sealed-storage.ts';
import type { SubmissionChannel } from '../image-review/image-review.enums.ts';
import type { Finding } from './findings.rules.ts';
import { type DeadLinkState, deadState } from './upload.rules.ts';
import { tokenHash } from './upload-link.ts';

export type UploadPart = 'photo' | 'id';

export const otherPart = (part: UploadPart): UploadPart => (part === 'photo' ? 'id' : 'photo');

export interface LinkRow {
  id: string;
  organisation_id: number;
  case_id: string;
  channel: SubmissionChannel;
  created_by: string | null;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
  photo_file_id: string | null;
  id_file_id: string | null;
  photo_bytes: number | null;
  id_bytes: number | null;
  /** Whether a virus scanner has seen each part; null when there is none. */
  photo_scanned: boolean | null;
  id_scanned: boolean | null;
  photo_findings: Finding[];
  id_findings: Finding[];
  /** Whether the order still waits for images. */
  wanted: boolean;
}

const LINK = `select l.id, l.organisation_id, l.case_id, l.channel, l.created_by, l.expires_at, l.used_at, l.revoked_at,
  l.photo_file_id, l.id_file_id, p.bytes as photo_bytes, i.bytes as id_bytes,
  p.scanned as photo_scanned, i.scanned as id_scanned, l.photo_findings, l.id_findings,
  c.status <> 'CLOSED' and o.status in ('PENDING', 'IMAGE_REJECTED') and o.image_requirement in ('AWAITING_UPLOAD', 'REJECTED') as wanted
from upload_link l join desk_case c on c.id = l.case_id join order_item o on o.id = c.order_item_id
left join stored_file p on p.id = l.photo_file_id left join stored_file i on i.id = l.id_file_id
where l.token_hash = $1`;

/** A link that still takes images, or why it takes none. */
export type LiveLink = { link: LinkRow; dead: null } | { link: null; dead: DeadLinkState };

/** A link whose order waits for no images any more counts as revoked. */
export function liveLink(link: LinkRow | null, now: Date): LiveLink {
  if (!link) return { link: null, dead: 'UNKNOWN' };
  const facts = { expiresAt: link.expires_at, usedAt: link.used_at, revokedAt: link.revoked_at };
  const dead = deadState(facts, now) ?? (link.wanted ? null : 'REVOKED');
  return dead ? { link: null, dead } : { link, dead: null };
}

export async function findLink(db: Db, token: string): Promise<LinkRow | null> {
  return (await db.read<LinkRow>(LINK, [tokenHash(token)]))[0] ?? null;
}

/** Held until the transaction ends; read after the lock is there, so that its files are those of now. */
export async function lockLink(tx: Tx, token: string): Promise<LinkRow | null> {
  const hash = tokenHash(token);
  await tx.query('select id from upload_link where token_hash = $1 for update', [hash]);
  return tx.one<LinkRow>(LINK, [hash]);
}

export interface NewStoredFile {
  readonly seal: FileSeal;
  readonly width: number;
  readonly height: number;
  /** Of the file as it was sent, which is what the size limits count. */
  readonly bytes: number;
  readonly originalSha256: Buffer;
  /** Whether a virus scanner found it clean; false when none is configured. */
  readonly scanned: boolean;
  readonly organisationId: number;
  readonly caseId: string;
}

const INSERT_FILE = `insert into stored_file
  (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key, scanned, case_id)
values ($1, $2, 'image/jpeg', $3, $4, $5, $6, $7, $8, $9, $10) returning id`;

/** In quarantine: nobody is shown it until it is part of a submission, which the database sees to. @returns stored_file.id */
export async function insertFile(tx: Tx, file: NewStoredFile): Promise<string> {
  const { seal, width, height, bytes, originalSha256, organisationId, scanned, caseId } = file;
  const row = await tx.one<{ id: string }>(INSERT_FILE, [
    organisationId,
    seal.storageKey,
    width,
    height,
    bytes,
    originalSha256,
    seal.masterKey,
    seal.dataKey,
    scanned,
    caseId,
  ]);
  return row?.id ?? '';
}

const STAGE: Readonly<Record<UploadPart, string>> = {
  photo: 'update upload_link set photo_file_id = $2, photo_findings = $3 where id = $1',
  id: 'update upload_link set id_file_id = $2, id_findings = $3 where id = $1',
};

export interface StagedFile {
  readonly fileId: string | null;
  readonly findings: readonly Finding[];
}

/** Puts a file, or none, in the place of the part. @returns storage key of the file that lay there, whose row is gone now */
export async function stagePart(
  tx: Tx,
  link: LinkRow,
  { part, fileId, findings }: StagedFile & { part: UploadPart },
): Promise<string | null> {
  const before = part === 'photo' ? link.photo_file_id : link.id_file_id;
  await tx.query(STAGE[part], [link.id, fileId, JSON.stringify(findings)]);
  return before ? deleteFile(tx, before) : null;
}

async function deleteFile(tx: Tx, fileId: string): Promise<string | null> {
  const sql = 'delete from stored_file where id = $1 returning storage_key';
  return (await tx.one<{ storage_key: string }>(sql, [fileId]))?.storage_key ?? null;
}
