/** Reads, checks and masks Norwegian national ID numbers (fødselsnummer) and D-numbers (domain guide section 12), for every place one is typed. */
import { isLocalDate, type LocalDate } from '../../platform/calendar/calendar.ts';

/** Production takes real numbers only, test takes synthetic ones (month + 80) only. */
export type NumberMode = 'production' | 'test';

export type NationalIdFault =
  | 'NATIONAL_ID_LENGTH'
  | 'NATIONAL_ID_CHARACTERS'
  | 'NATIONAL_ID_CHECK_DIGITS'
  | 'NATIONAL_ID_DATE'
  | 'NATIONAL_ID_SYNTHETIC_REFUSED'
  | 'NATIONAL_ID_REAL_REFUSED';

export interface NationalIdFacts {
  ok: true;
  /** Eleven digits. */
  number: string;
  /** One day, or the same day in both centuries: the number does not tell them apart. A D-number's may be untrue [002]. */
  birthDates: readonly LocalDate[];
  dNumber: boolean;
  synthetic: boolean;
}

export type NationalIdResult = NationalIdFacts | { ok: false; code: NationalIdFault };

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
// From 2032 the first remainder may be 0 to 3; both rules hold side by side [pid].
const RELAXED_REMAINDER = 3;

/** Spaces may be typed anywhere; anything else but digits is an error. */
export function parseNationalId(input: string, mode: NumberMode): NationalIdResult {
  const number = input.replaceAll(/[ \u00a0]/g, '');
  if (/\D/.test(number)) return refuse('NATIONAL_ID_CHARACTERS');
  if (number.length !== 11) return refuse('NATIONAL_ID_LENGTH');
  if (checkDigitRule(number) === null) return refuse('NATIONAL_ID_CHECK_DIGITS');

  const month = Number(number.slice(2, 4));
  if (mode === 'production' && month > 12) return refuse('NATIONAL_ID_SYNTHETIC_REFUSED');
  if (mode === 'test' && month <= 80) return refuse('NATIONAL_ID_REAL_REFUSED');

  const birthDates = birthDatesOf(number);
  if (birthDates.length === 0) return refuse('NATIONAL_ID_DATE');
  return { ok: true, number, birthDates, dNumber: Number(number.slice(0, 2)) > 40, synthetic: month > 80 };
}

function refuse(code: NationalIdFault): NationalIdResult {
  return { ok: false, code };
}

/** Which rule the two last digits of an eleven-digit number follow: today's, only the one from 2032, or none. */
export function checkDigitRule(number: string): 'STRICT' | 'RELAXED' | null {
  const first = (weightedSum(number, FIRST_WEIGHTS) + Number(number[9])) % 11;
  const second = (weightedSum(number, SECOND_WEIGHTS) + Number(number[10])) % 11;
  if (second !== 0 || first > RELAXED_REMAINDER) return null;
  return first === 0 ? 'STRICT' : 'RELAXED';
}

/** The two check digits by today's rule, or null where the nine digits have none and cannot be used. */
export function checkDigits(firstNine: string): string | null {
  const first = (11 - (weightedSum(firstNine, FIRST_WEIGHTS) % 11)) % 11;
  if (first === 10) return null;
  const second = (11 - (weightedSum(`${firstNine}${first}`, SECOND_WEIGHTS) % 11)) % 11;
  return second === 10 ? null : `${first}${second}`;
}

/** '178585*****': all that support sees (domain guide section 10). */
export function maskNationalId(number: string): string {
  return `${number.slice(0, 6)}*****`;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

function birthDatesOf(number: string): LocalDate[] {
  const typedDay = Number(number.slice(0, 2));
  const typedMonth = Number(number.slice(2, 4));
  const day = twoDigits(typedDay > 40 ? typedDay - 40 : typedDay);
  const month = twoDigits(typedMonth > 80 ? typedMonth - 80 : typedMonth);
  return ['19', '20'].map(century => `${century}${number.slice(4, 6)}-${month}-${day}`).filter(isLocalDate);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
