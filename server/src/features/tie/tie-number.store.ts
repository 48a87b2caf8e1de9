/** How the number of somebody a member of staff is tied to lies in her tie: sealed, hashed and masked as a person's own, bound to that tie. */
import type { Keys } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';
import { maskNationalId } from '../person/national-id.rules.ts';
import { nationalIdIndexes, type SealedNationalId } from '../person/national-id.store.ts';

/** As it lies in the table; `id` is the tie's. */
export interface StoredTieNumber {
  readonly id: string;
  readonly enc: Buffer;
  readonly keyId: string;
}

const placeOf = (id: string) => `staff_tie|national_id_enc|${id}`;

/** Expects a checked number of eleven digits. */
export function sealTieNumber(keys: Keys, number: string, id: string): SealedNationalId {
  const [idx, ...others] = nationalIdIndexes(keys, number);
  return {
    enc: seal(keys.key('national-id', keys.currentId), Buffer.from(number), placeOf(id)),
    keyId: keys.currentId,
    idx: idx as Buffer,
    others: others.length > 0 ? others : null,
    masked: maskNationalId(number),
  };
}

/** @throws Error when the value was moved from another tie, changed, or sealed with an unknown key */
export function openTieNumber(keys: Keys, { id, enc, keyId }: StoredTieNumber): string {
  return open(keys.key('national-id', keyId), enc, placeOf(id)).toString();
}
