/** Clears up behind upload links that have died, and behind crashes: expired links, files nobody sent in, bytes without a row. */
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { addEvent } from '../case/case.write.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import type { SubmissionChannel } from '../image-review/image-review.enums.ts';
import { addOrderEvent } from '../order/item-state.write.ts';

export interface UploadJobParts {
  readonly clock: Clock;
  readonly files: SealedStorage;
  readonly log: Log;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const BATCH = 100;
const LOOKED_UP = 1_000;

const EXPIRED = `update upload_link set expiry_noted_at = $1 where id in (
  select id from upload_link where used_at is null and revoked_at is null and expiry_noted_at is null and expires_at <= $1
  order by expires_at limit ${BATCH} for update skip locked)
returning id, case_id, organisation_id, channel`;
/** Lines whose images are still awaited; a ticket for a letter is the desk's own affair. */
const AWAITED = `select i.id, i.organisation_id, i.order_id from order_item i join desk_case c on c.order_item_id = i.id
where c.id = $1 and i.status in ('PENDING', 'IMAGE_REJECTED') and i.image_requirement in ('AWAITING_UPLOAD', 'REJECTED')`;

const CLEARED = `with dead as (
  select id, photo_file_id, id_file_id from upload_link
  where (photo_file_id is not null or id_file_id is not null) and (revoked_at is not null or expires_at <= $1)
  order by id limit ${BATCH} for update skip locked),
cleared as (
  update upload_link l set photo_file_id = null, id_file_id = null, photo_findings = '[]', id_findings = '[]' from dead where l.id = dead.id)
select f.id, f.storage_key from dead join stored_file f on f.id in (dead.photo_file_id, dead.id_file_id)`;

/** Bytes come before their row, and a database may be restored to yesterday: younger ones are left alone. */
const ORPHAN_AGE_MS = 24 * 3_600_000;
/** When more than half of everything seems to belong to nobody, the wrong database is looked at. */
const SUSPICIOUS = { count: 100, share: 0.5 } as const;
const KNOWN =
  'select distinct storage_key from stored_file where storage_key = any ($1::text[]) and deleted_at is null';

const DELETE_FILES = 'delete from stored_file where id = any ($1::bigint[])';

export class UploadJobs {
  constructor(private readonly parts: UploadJobParts) {}

  readonly definitions: readonly JobDefinition[] = [
    { name: 'expire-uploads', everySeconds: 60, run: db => this.expireUploads(db) },
    { name: 'sweep-files', everySeconds: 6 * 3_600, run: db => this.sweepFiles(db) },
  ];

  /** @returns how many links expired and files were deleted */
  async expireUploads(db: Db): Promise<number> {
    const now = this.parts.clock.now();
    const { mailDomain } = this.parts;
    const noted = await db.transaction(tx => noteExpired(tx, { now, mailDomain }));
    const keys = await db.transaction(tx => clear(tx, now));
    // The rows, and with them the keys, are gone: what a crash leaves here is noise that nobody can read.
    for (const key of keys) await this.parts.files.delete(key);
    return noted + keys.length;
  }

  /** Deletes bytes that a crash has left without a row. @returns how many files */
  async sweepFiles(db: Db): Promise<number> {
    const { clock, files, log } = this.parts;
    const stored = new Set<string>();
    for await (const key of files.list(new Date(clock.now().getTime() - ORPHAN_AGE_MS))) stored.add(key);
    const orphans = await withoutRow(db, [...stored]);
    if (orphans.length > SUSPICIOUS.count && orphans.length > stored.size * SUSPICIOUS.share) {
      log.error('files without rows: too many to be true, none deleted', { count: orphans.length });
      return 0;
    }
    for (const key of orphans) await files.delete(key);
    return orphans.length;
  }
}

async function withoutRow(db: Db, keys: readonly string[]): Promise<string[]> {
  const orphans: string[] = [];
  for (let at = 0; at < keys.length; at += LOOKED_UP) {
    const some = keys.slice(at, at + LOOKED_UP);
    const rows = await db.read<{ storage_key: string }>(KNOWN, [some]);
    const known = new Set(rows.map(({ storage_key }) => storage_key));
    orphans.push(...some.filter(key => !known.has(key)));
  }
  return orphans;
}

interface ExpiredLink extends Record<string, unknown> {
  id: string;
  case_id: string;
  organisation_id: number;
  channel: SubmissionChannel;
}

/** R9 [000]: "Images could not be uploaded": on the timelines of case and order, and to the orderer, once. */
async function noteExpired(tx: Tx, { now, mailDomain }: { now: Date; mailDomain: string }): Promise<number> {
  const links = await tx.query<ExpiredLink>(EXPIRED, [now]);
  for (const link of links) {
    const { case_id: id, organisation_id, channel } = link;
    await addEvent(tx, { id, organisation_id }, { type: 'UPLOAD_LINK_EXPIRED', oldValue: channel });
    if (channel === 'LINK') await tellOrderer(tx, link, { now, mailDomain });
  }
  return links.length;
}

async function tellOrderer(
  tx: Tx,
  link: ExpiredLink,
  { now, mailDomain }: { now: Date; mailDomain: string },
): Promise<void> {
  const item = await tx.one<{ id: string; organisation_id: number; order_id: string }>(AWAITED, [
    link.case_id,
  ]);
  if (!item) return;
  await addOrderEvent(tx, item, { type: 'UPLOAD_LINK_EXPIRED', at: now, itemId: item.id });
  const mail = {
    template: 'UPLOAD_LINK_EXPIRED',
    itemId: item.id,
    dedupe: `upload-expired:${link.id}`,
  } as const;
  await queueOrderMail(tx, { ...mail, at: now, sendAfter: now }, mailDomain);
}

async function clear(tx: Tx, now: Date): Promise<string[]> {
  const files = await tx.query<{ id: string; storage_key: string }>(CLEARED, [now]);
  if (files.length > 0) await tx.query(DELETE_FILES, [files.map(({ id }) => id)]);
  return files.map(({ storage_key }) => storage_key);
}
