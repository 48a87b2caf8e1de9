/** Whether the papers a decision rests on still are, byte for byte, what was taken in. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/db.ts';
import type { FileSeal, SealedStorage } from '../../platform/storage/sealed-storage.ts';
import type { DecisionBasis } from './decision-basis.store.ts';

const SEALS = `select v.id::text as id, f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey"
from document_version v join stored_file f on f.id = v.file_id where v.id = any ($1::bigint[])`;

/** False when a paper is gone, was changed where it lies, or cannot be opened. */
export async function bytesStand(
  tx: Tx,
  storage: Pick<SealedStorage, 'get'>,
  { documents }: Pick<DecisionBasis, 'documents'>,
): Promise<boolean> {
  const seals = await tx.query<FileSeal & { id: string } & Record<string, unknown>>(SEALS, [
    documents.map(({ versionId }) => versionId),
  ]);
  for (const { versionId, sha256 } of documents) {
    const seal = seals.find(({ id }) => id === versionId);
    const bytes = seal ? await opened(storage, seal) : null;
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
  }
  return true;
}

async function opened(storage: Pick<SealedStorage, 'get'>, seal: FileSeal): Promise<Buffer | null> {
  try {
    return await storage.get(seal, 'original');
  } catch {
    return null;
  }
}
