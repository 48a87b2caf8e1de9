/** How a national ID number lies in the person table: encrypted, with a keyed hash for exact search and a mask for the screen. */
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';
import { maskNationalId } from './national-id.rules.ts';

/** The columns national_id_enc, national_id_key, national_id_idx and national_id_masked. */
export interface SealedNationalId {
  enc: Buffer;
  keyId: string;
  idx: Buffer;
  masked: string;
}

/** Expects a checked number of eleven digits. */
export function sealNationalId(keys: Keys, number: string): SealedNationalId {
  const idx = nationalIdIndex(keys, number);
  const keyId = keys.currentId;
  const enc = seal(keys.key('national-id', keyId), Buffer.from(number), placeOf(idx));
  return { enc, keyId, idx, masked: maskNationalId(number) };
}

/** @throws Error when the value was moved from another row, changed, or encrypted with an unknown key */
export function openNationalId(keys: Keys, { enc, keyId, idx }: Omit<SealedNationalId, 'masked'>): string {
  return open(keys.key('national-id', keyId), enc, placeOf(idx)).toString();
}

/** Equal numbers, equal hash: what an exact search looks for. The hash is never shown. */
export function nationalIdIndex(keys: Keys, number: string): Buffer {
  return keyedHash(keys.key('national-id-index'), number);
}

/** Binds the text to its row before the row has an id: the hash is unique in the table. */
function placeOf(idx: Buffer): string {
  return `person|national_id_enc|${idx.toString('hex')}`;
}
