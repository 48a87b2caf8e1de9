/** Erases stored images: their keys go first, so that the bytes are noise in every copy of the folder, backups too. */
import type { Db, Tx } from '../../platform/db/db.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';

const ERASE = `update stored_file set data_key = null, original_sha256 = '', deleted_at = $2
where id = any ($1::bigint[]) and data_key is not null returning storage_key`;

/** Bytes that a living row shares stay. */
const UNSHARED = `select k.key from unnest($1::text[]) k (key)
where not exists (select 1 from stored_file f where f.storage_key = k.key and f.data_key is not null)`;

export interface FilesToErase {
  readonly ids: readonly string[];
  readonly at: Date;
  /** Told in the same transaction how many there were. */
  readonly note?: (tx: Tx, count: number) => Promise<unknown>;
}

/** @returns how many were erased; one that is erased already is left alone */
export async function eraseFiles(
  db: Db,
  files: Pick<SealedStorage, 'delete'>,
  { ids, at, note }: FilesToErase,
): Promise<number> {
  const { count, keys } = await db.transaction(async tx => {
    const rows = await tx.query<{ storage_key: string }>(ERASE, [ids, at]);
    await note?.(tx, rows.length);
    const unshared = await tx.query<{ key: string }>(UNSHARED, [rows.map(row => row.storage_key)]);
    return { count: rows.length, keys: new Set(unshared.map(({ key }) => key)) };
  });
  // The key is gone for good now: what a crash leaves in the folder nobody can read, and the sweep finds it.
  for (const key of keys) await files.delete(key);
  return count;
}
