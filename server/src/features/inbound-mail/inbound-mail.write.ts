/** Puts a mail that came in on record, with what is attached to it and where its sealed bytes lie. */
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { FileSeal } from '../../platform/storage/sealed-storage.ts';
import type { InboundMailState, MailMatch, MailProblem } from './inbound-mail.enums.ts';
import type { ReadAttachment, ReadMail } from './mail-reading.ts';

export interface NewInboundMail {
  readonly messageId: string;
  readonly bodySha256: Buffer;
  readonly receivedAt: Date;
  readonly byteCount: number;
  readonly mail: ReadMail;
  readonly language: Language;
  readonly problem: MailProblem | null;
  readonly state: InboundMailState;
  readonly personal: boolean;
  readonly target: { readonly caseId: string; readonly matchedBy: MailMatch } | null;
  readonly deleteAt: Date | null;
  readonly file: StoredMail | null;
}

export interface StoredMail {
  readonly seal: FileSeal;
  readonly sha256: Buffer;
  readonly byteCount: number;
  readonly scanned: boolean;
}

/** The authority's post: no other organisation takes applications. */
const AUTHORITY = `(select id from staff_organisation where kind = 'AUTHORITY' order by id limit 1)`;

const KNOWN = 'select 1 as one from inbound_mail where message_id = $1 and body_sha256 = $2';
const ADD = `insert into inbound_mail (organisation_id, message_id, body_sha256, received_at, byte_count, sender, sender_name, subject, in_reply_to,
  reference_ids, language, problem, state, personal, case_id, matched_by, delete_at, file_id)
values (${AUTHORITY}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
on conflict (message_id, body_sha256) do nothing returning id::text, organisation_id as "organisationId"`;
const ADD_ATTACHMENTS = `insert into inbound_attachment (mail_id, organisation_id, position, name, media_type, byte_count, sha256)
select $1, $2, a.position, a.name, a.media_type, a.byte_count, a.sha256
from unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::bytea[]) a(position, name, media_type, byte_count, sha256)`;
const ADD_FILE = `insert into stored_file (organisation_id, storage_key, media_type, bytes, original_sha256, master_key, data_key, scanned, purpose)
values (${AUTHORITY}, $1, 'message/rfc822', $2, $3, $4, $5, $6, 'MAIL') returning id`;

export const isKnownMail = async (tx: Tx, messageId: string, bodySha256: Buffer): Promise<boolean> =>
  (await tx.one(KNOWN, [messageId, bodySha256])) !== null;

export interface AddedMail {
  readonly id: string;
  readonly organisationId: number;
}

/** Null when another server was faster. */
export async function addInboundMail(tx: Tx, told: NewInboundMail): Promise<AddedMail | null> {
  const { mail, target } = told;
  const added = await tx.one<AddedMail & Record<string, unknown>>(ADD, [
    ...[told.messageId, told.bodySha256, told.receivedAt, told.byteCount],
    ...[mail.sender, mail.senderName, mail.subject, mail.inReplyTo, mail.references],
    ...[told.language, told.problem, told.state, told.personal],
    ...[target?.caseId ?? null, target?.matchedBy ?? null, told.deleteAt],
    await addFile(tx, told.file),
  ]);
  if (added) await addAttachments(tx, added, mail.attachments);
  return added;
}

async function addFile(tx: Tx, file: StoredMail | null): Promise<string | null> {
  if (!file) return null;
  const { storageKey, masterKey, dataKey } = file.seal;
  const values = [storageKey, file.byteCount, file.sha256, masterKey, dataKey, file.scanned];
  return (await tx.one<{ id: string }>(ADD_FILE, values))?.id ?? null;
}

async function addAttachments(tx: Tx, { id, organisationId }: AddedMail, all: readonly ReadAttachment[]) {
  await tx.query(ADD_ATTACHMENTS, [
    ...[id, organisationId, all.map((_, i) => i)],
    all.map(({ name }) => name),
    all.map(({ mediaType }) => mediaType),
    all.map(({ byteCount }) => byteCount),
    all.map(({ sha256 }) => Buffer.from(sha256)),
  ]);
}
