/** Decides the secret in a card's chip and QR code: derived when it is printed or mailed, never stored (docs/decisions/0270-card-check.md). */
import { createHash } from 'node:crypto';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';

/** 128 bits: nobody tries them out, and the QR code stays small. */
const CODE_BYTES = 16;
const CODE = /^[\w-]{22}$/;

export interface ChipCode {
  /** What the chip and the QR code hold, for print and mail alone. */
  readonly code: string;
  /** `card.chip_code_hash` */
  readonly hash: Buffer;
}

/** For a card that becomes VALID: the hash goes into its row. */
export function newChipCode(keys: Keys, cardNumber: string): ChipCode {
  return codeOfKey(keys, cardNumber, keys.cards.currentId);
}

/** The code of a card made earlier, perhaps with a key that is not the current one any more. @throws Error when that key is gone */
export function chipCodeOf(keys: Keys, { number, hash }: { number: string; hash: Buffer }): string {
  const id = keys.cards.ids.find(known => codeOfKey(keys, number, known).hash.equals(hash));
  if (id === undefined) throw new Error('The key this card was made with is no longer in the key file.');
  return codeOfKey(keys, number, id).code;
}

/** Whether it can be a code at all; nothing else is looked up. */
export const isChipCode = (text: string): boolean => CODE.test(text);

export const chipCodeHash = (code: string): Buffer => createHash('sha256').update(code).digest();

function codeOfKey(keys: Keys, cardNumber: string, id: string): ChipCode {
  const code = keyedHash(keys.cards.key('chip-code', id), cardNumber)
    .subarray(0, CODE_BYTES)
    .toString('base64url');
  return { code, hash: chipCodeHash(code) };
}
