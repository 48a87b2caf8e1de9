/** Clears up behind upload links that have died: notes on the case that one expired, deletes what nobody sent in. */
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { addEvent } from '../case/case.write.ts';

export interface UploadJobParts {
  readonly clock: Clock;
  readonly files: SealedStorage;
}

const BATCH = 100;

const EXPIRED = `update upload_link set expiry_noted_at = $1 where id in (
  select id from upload_link where used_at is null and revoked_at is null and expiry_noted_at is null and expires_at <= $1
  order by expires_at limit ${BATCH} for update skip locked)
returning case_id, organisation_id, channel`;

const CLEARED = `with dead as (
  select id, photo_file_id, id_file_id from upload_link
  where (photo_file_id is not null or id_file_id is not null) and (revoked_at is not null or expires_at <= $1)
  order by id limit ${BATCH} for update skip locked),
cleared as (
  update upload_link l set photo_file_id = null, id_file_id = null, photo_findings = '[]', id_findings = '[]' from dead where l.id = dead.id)
select f.id, f.storage_key from dead join stored_file f on f.id in (dead.photo_file_id, dead.id_file_id)`;

const DELETE_FILES = 'delete from stored_file where id = any ($1::bigint[])';

export class UploadJobs {
  constructor(private readonly parts: UploadJobParts) {}

  readonly definitions: readonly JobDefinition[] = [
    { name: 'expire-uploads', everySeconds: 60, run: db => this.expireUploads(db) },
  ];

  /** @returns how many links expired and files were deleted */
  async expireUploads(db: Db): Promise<number> {
    const now = this.parts.clock.now();
    const noted = await db.transaction(tx => noteExpired(tx, now));
    const keys = await db.transaction(tx => clear(tx, now));
    // The rows, and with them the keys, are gone: what a crash leaves here is noise that nobody can read.
    for (const key of keys) await this.parts.files.delete(key);
    return noted + keys.length;
  }
}

async function noteExpired(tx: Tx, now: Date): Promise<number> {
  const links = await tx.query<{ case_id: string; organisation_id: number; channel: string }>(EXPIRED, [now]);
  for (const { case_id, organisation_id, channel } of links)
    await addEvent(tx, { id: case_id, organisation_id }, { type: 'UPLOAD_LINK_EXPIRED', oldValue: channel });
  return links.length;
}

async function clear(tx: Tx, now: Date): Promise<string[]> {
  const files = await tx.query<{ id: string; storage_key: string }>(CLEARED, [now]);
  if (files.length > 0) await tx.query(DELETE_FILES, [files.map(({ id }) => id)]);
  return files.map(({ storage_key }) => storage_key);
}
