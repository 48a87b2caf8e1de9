/** Says what a row of digits can be by its shape and check digit alone, and joins digits that were written apart, for the reader of enquiries. */
import { checkKid } from '../invoice/kid.rules.ts';
import { orgNumberCheckDigit } from '../organisation/org-number.rules.ts';
import { isNationalId } from '../person/log-scan.rules.ts';

export type Shape =
  | 'NATIONAL_ID'
  | 'INVOICE'
  | 'KID'
  | 'ORG'
  | 'ORDER'
  | 'INTERNAL'
  | 'PHONE'
  /** Nothing the desk knows. */
  | 'OTHER';

/** Ten digits that begin with the year; the desk has billed since 2020. */
const INVOICE = /^20[2-9]\d{7}$/;
const KID = /^20[2-9]\d{7}[\d-]$/;

/** Under either agreement with a bank: invoices outlive a change of it. */
export const isOwnKid = (text: string): boolean =>
  KID.test(text) && (checkKid(text, 'MOD10') || checkKid(text, 'MOD11'));

export const isOrgNumber = (digits: string): boolean =>
  /^[2389]\d{8}$/.test(digits) && orgNumberCheckDigit(digits.slice(0, 8)) === Number(digits[8]);

export function shapeOf(digits: string): Shape {
  if (digits.length === 11 && isNationalId(digits)) return 'NATIONAL_ID';
  if (isOwnKid(digits)) return 'KID';
  if (INVOICE.test(digits)) return 'INVOICE';
  if (isOrgNumber(digits)) return 'ORG';
  if (digits.length === 7) return 'ORDER';
  if (digits.length === 6 || digits.length === 9) return 'INTERNAL';
  return digits.length === 8 ? 'PHONE' : 'OTHER';
}

/** Digits that stand together, with their place in the text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
}

/** More groups than this are never one number. */
const MOST_GROUPS = 6;
/** Recognised by a check digit or a year, however it is split. */
const SURE: ReadonlySet<Shape> = new Set(['KID', 'INVOICE', 'ORG']);
const JOINED = 1;
const LOOSELY_JOINED = 2.2;
const UNKNOWN = 3;

/**
 * Which neighbours are one number: the cheapest way to read the whole row, so that "774102 314 680 731" is two numbers.
 * @returns for each number, how many groups it has
 */
export function joinGroups(groups: readonly DigitGroup[]): number[] {
  const best: { cost: number; size: number }[] = [{ cost: 0, size: 0 }];
  for (let end = 1; end <= groups.length; end++) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, size: 1 };
    for (let size = 1; size <= Math.min(MOST_GROUPS, end); size++) {
      const cost = (best[end - size]?.cost ?? 0) + costOf(groups.slice(end - size, end));
      if (cost < cheapest.cost) cheapest = { cost, size };
    }
    best.push(cheapest);
  }
  const sizes: number[] = [];
  for (let end = groups.length; end > 0; end -= sizes[0] as number) sizes.unshift(best[end]?.size ?? 1);
  return sizes;
}

function costOf(groups: readonly DigitGroup[]): number {
  const digits = groups.map(group => group.digits);
  const joined = digits.join('');
  const shape = joined.length > 12 ? 'OTHER' : shapeOf(joined);
  if (digits.length === 1) return shape === 'OTHER' ? UNKNOWN : JOINED;
  if (shape === 'NATIONAL_ID') return splitsAfterSix(digits) ? JOINED / 2 : Number.POSITIVE_INFINITY;
  if (SURE.has(shape)) return JOINED;
  return shape !== 'OTHER' && isWrittenInParts(digits) ? LOOSELY_JOINED : Number.POSITIVE_INFINITY;
}

/** "178585 12387" or "17 85 85 12387": the birth date and the rest. */
function splitsAfterSix(digits: readonly string[]): boolean {
  let length = 0;
  return digits.some(part => {
    length += part.length;
    return length === 6;
  });
}

/** "774 102", "1 045 164", "104 51 64", "22 33 44 55": small parts of about the same length. */
const isWrittenInParts = (digits: readonly string[]): boolean =>
  digits.every(({ length }, index) => length <= 3 && (length >= 2 || index === 0));
