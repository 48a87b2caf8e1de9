/** How a national ID number lies in the person table: encrypted, with a keyed hash for exact search and a mask for the screen. */
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';
import { maskNationalId } from './national-id.rules.ts';

/** The columns national_id_enc, national_id_key, national_id_idx, national_id_idx_others and national_id_masked. */
export interface SealedNationalId {
  enc: Buffer;
  keyId: string;
  idx: Buffer;
  /** The hashes by every other key in the file: they keep the number unique while a rotation is under way. */
  others: Buffer[] | null;
  masked: string;
}

/** As it lies in the table; `id` is the person's. */
export interface StoredNationalId {
  readonly id: string | number;
  readonly enc: Buffer;
  readonly keyId: string;
  readonly idx: Buffer;
}

/** First byte of what is bound to the row by its id; older values are a byte shorter, and bound to the hash. */
const BY_ROW = Buffer.from([2]);
/** Nonce, eleven digits, tag. */
const BY_HASH_BYTES = 12 + 11 + 16;

/** Expects a checked number of eleven digits, and the id the row has or will have. */
export function sealNationalId(keys: Keys, number: string, id: string | number): SealedNationalId {
  const [idx, ...others] = nationalIdIndexes(keys, number);
  const keyId = keys.currentId;
  const sealed = seal(keys.key('national-id', keyId), Buffer.from(number), placeOf(id));
  return {
    enc: Buffer.concat([BY_ROW, sealed]),
    keyId,
    idx: idx as Buffer,
    others: others.length > 0 ? others : null,
    masked: maskNationalId(number),
  };
}

/** @throws Error when the value was moved from another row, changed, or encrypted with an unknown key */
export function openNationalId(keys: Keys, { id, enc, keyId, idx }: StoredNationalId): string {
  const key = keys.key('national-id', keyId);
  if (enc.length === BY_HASH_BYTES)
    return open(key, enc, `person|national_id_enc|${idx.toString('hex')}`).toString();
  if (enc[0] !== BY_ROW[0]) throw new Error('A national ID number in an unknown form.');
  return open(key, enc.subarray(1), placeOf(id)).toString();
}

/** Equal numbers, equal hashes: what an exact search looks for, by the current key first. Never shown. */
export function nationalIdIndexes(keys: Keys, number: string): Buffer[] {
  return keys.ids.map(id => keyedHash(keys.key('national-id-index', id), number));
}

/** Binds the text to its row: moved to another person it cannot be read. */
function placeOf(id: string | number): string {
  return `person|national_id_enc|${id}`;
}
