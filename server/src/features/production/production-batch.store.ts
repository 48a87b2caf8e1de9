/** Reads the sealed file of a batch. */
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';

export interface SealedBatch {
  readonly id: string;
  readonly number: string;
  readonly storage_key: string;
  readonly master_key: string;
  readonly data_key: Buffer;
}

/** @throws Error when the bytes are gone */
export async function openBatch(files: SealedStorage, batch: SealedBatch) {
  const { storage_key: storageKey, master_key: masterKey, data_key: dataKey } = batch;
  const seal = { storageKey, masterKey, dataKey };
  const [cards, manifest] = await Promise.all([files.get(seal, 'display'), files.get(seal, 'thumbnail')]);
  if (!cards || !manifest) throw new Error('The file of a batch is gone.');
  return { cards, manifest };
}
