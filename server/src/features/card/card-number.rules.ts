/** Decides what a card number looks like, for the hand-over to production: drawn by chance, so that nothing is told by counting, with a check digit against slips of the finger. */
import { kidCheckDigit } from '../invoice/kid.rules.ts';

/** Any whole number from 0, below the given one: node:crypto's `randomInt`, or a seed's. */
export type RandomInt = (below: number) => number;

const FIRST = 100_000_000;
const HOW_MANY = 9 * FIRST;

/** Ten digits, the last one mod 10 of the others; never a leading zero. The unique column refuses the rare one that is taken. */
export function newCardNumber(randomInt: RandomInt): string {
  const base = String(FIRST + randomInt(HOW_MANY));
  return `${base}${kidCheckDigit(base, 'MOD10')}`;
}

/** Whether it can be a number of ours. Cards of earlier issuers need not have the check digit: this is a hint to whoever types, no refusal. */
export function isCardNumber(text: string): boolean {
  return /^[1-9]\d{9}$/.test(text) && kidCheckDigit(text.slice(0, 9), 'MOD10') === text[9];
}
