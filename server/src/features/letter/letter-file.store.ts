/** The file of a letter: sealed where images lie, put there once. */
import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db/db.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';

/** Columns of stored_file f, joined to its letter. */
export const LETTER_FILE = `f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey"`;

export interface SealedLetter {
  readonly storageKey: string | null;
  readonly masterKey: string | null;
  readonly dataKey: Buffer | null;
}

export interface PrintedLetter {
  readonly id: string;
  readonly organisationId: number;
  readonly caseId: string;
  readonly pdf: Buffer;
}

const ADD = `insert into stored_file (organisation_id, case_id, storage_key, media_type, bytes, original_sha256, master_key, data_key, scanned, state, purpose)
values ($1, $2, $3, 'application/pdf', $4, $5, $6, $7, false, 'ACCEPTED', 'LETTER') returning id::text`;
const OF_LETTER = `update letter set file_id = $2, sha256 = $3, version = version + 1 where id = $1 and file_id is null returning id`;

/** Null when the letter has not been put on paper. @throws Error when the bytes are gone */
export async function openLetter(files: SealedStorage, row: SealedLetter): Promise<Buffer | null> {
  const { storageKey, masterKey, dataKey } = row;
  if (!storageKey || !masterKey || !dataKey) return null;
  const pdf = await files.get({ storageKey, masterKey, dataKey }, 'original');
  if (!pdf) throw new Error('The file of a letter is gone.');
  return pdf;
}

/** Of two servers that print the same letter one keeps its file; the other's bytes belong to nobody and are swept. */
export async function keepLetter(db: Db, files: SealedStorage, printed: PrintedLetter): Promise<void> {
  const { id, organisationId, caseId, pdf } = printed;
  const sha256 = createHash('sha256').update(pdf).digest();
  const seal = await files.put({ original: pdf });
  const row = [organisationId, caseId, seal.storageKey, pdf.length, sha256, seal.masterKey, seal.dataKey];
  await db.transaction(async tx => {
    const file = await tx.one<{ id: string }>(ADD, row);
    const kept = await tx.one(OF_LETTER, [id, file?.id ?? null, sha256]);
    if (!kept) throw new Error('The letter is on paper already.');
  });
}
