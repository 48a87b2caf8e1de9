/** Erases stored images: their keys go first, so that the bytes are noise in every copy of the folder, backups too. */
import type { Db } from '../../platform/db/db.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';

const ERASE = `update stored_file set data_key = null, deleted_at = $2
where id = any ($1::bigint[]) and data_key is not null returning storage_key`;

/** @returns how many were erased; one that is erased already is left alone */
export async function eraseFiles(
  db: Db,
  files: Pick<SealedStorage, 'delete'>,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<number> {
  const rows = await db.transaction(tx => tx.query<{ storage_key: string }>(ERASE, [ids, at]));
  // The key is gone for good now: what a crash leaves in the folder nobody can read.
  for (const { storage_key } of rows) await files.delete(storage_key);
  return rows.length;
}
