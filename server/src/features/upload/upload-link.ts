/** Makes and closes upload links: the right to hand in one photo-and-ID pair for one case, given to whoever holds the token. */
import { createHash, randomBytes } from 'node:crypto';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import { addEvent, type LockedCase } from '../case/case.write.ts';
import type { SubmissionChannel } from '../image-review/image-review.enums.ts';
import { uploadLinkExpiresAt } from '../image-review/image-review.rules.ts';
import { letterTicketExpiresAt } from './upload.rules.ts';

const TOKEN = /^[\w-]{43}$/;

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether it can be a token at all; nothing else is looked up. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** The secret in the address. It is stored nowhere; only the salt is, and the key lies outside the database. */
export function uploadToken(keys: Keys, salt: Buffer, id = keys.currentId): string {
  return keyedHash(keys.key('upload-link', id), salt).toString('base64url');
}

/** The token of a link made earlier, perhaps with a key that is not the current one any more. */
export function uploadTokenOf(keys: Keys, { salt, hash }: { salt: Buffer; hash: Buffer }): string {
  const id = keys.ids.find(known => isTokenOfKey(keys, known, { salt, hash }));
  if (id === undefined)
    throw new Error('The key this upload link was made with is no longer in the key file.');
  return uploadToken(keys, salt, id);
}

/** Whether the link's token was made with this key. */
export function isTokenOfKey(
  keys: Keys,
  id: string,
  { salt, hash }: { salt: Buffer; hash: Buffer },
): boolean {
  return tokenHash(uploadToken(keys, salt, id)).equals(hash);
}

/** Address of the public page. */
export const uploadPageUrl = (publicUrl: string, token: string): string => `${publicUrl}/opplasting/${token}`;

type CaseOfLink = Pick<LockedCase, 'id' | 'organisation_id'>;

export interface NewUploadLink {
  readonly case: CaseOfLink;
  readonly channel: SubmissionChannel;
  readonly createdBy: string | null;
  readonly now: Date;
}

export interface UploadLink {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

const INSERT = `insert into upload_link (organisation_id, case_id, token_hash, token_salt, channel, created_at, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;

/** A case has one live link at most: earlier ones are revoked. The case must be locked. */
export async function createUploadLink(tx: Tx, keys: Keys, link: NewUploadLink): Promise<UploadLink> {
  const { channel, createdBy, now } = link;
  await revokeUploadLinks(tx, link.case, now);
  const salt = randomBytes(32);
  const token = uploadToken(keys, salt);
  const expiresAt = channel === 'LINK' ? uploadLinkExpiresAt(now) : letterTicketExpiresAt(now);
  const { organisation_id, id: caseId } = link.case;
  const row = await tx.one<{ id: string }>(INSERT, [
    organisation_id,
    caseId,
    tokenHash(token),
    salt,
    channel,
    now,
    createdBy,
    expiresAt,
  ]);
  await addEvent(tx, link.case, { type: 'UPLOAD_LINK_CREATED', newValue: channel });
  return { id: row?.id ?? '', token, expiresAt };
}

const REVOKE = `update upload_link set revoked_at = $2
where case_id = $1 and used_at is null and revoked_at is null and expires_at > $2 returning id, channel`;

/** Closes the case's live links; what was uploaded through them and not sent in is deleted by `expireUploads`. @returns how many */
export async function revokeUploadLinks(tx: Tx, row: CaseOfLink, now: Date): Promise<number> {
  const revoked = await tx.query<{ channel: string }>(REVOKE, [row.id, now]);
  for (const { channel } of revoked)
    await addEvent(tx, row, { type: 'UPLOAD_LINK_REVOKED', oldValue: channel });
  return revoked.length;
}
