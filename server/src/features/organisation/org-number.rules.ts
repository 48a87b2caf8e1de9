/** Reads, checks and writes Norwegian organisation numbers (domain guide section 12), for every place one is typed. */

export type OrgNumberFault =
  | 'ORG_NUMBER_CHARACTERS'
  | 'ORG_NUMBER_LENGTH'
  | 'ORG_NUMBER_CHECK_DIGIT'
  | 'ORG_NUMBER_SERIES'
  | 'ORG_NUMBER_SYNTHETIC_REFUSED'
  | 'ORG_NUMBER_REAL_REFUSED';

export type OrgNumberResult = { ok: true; number: string } | { ok: false; code: OrgNumberFault };

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Spaces may be typed anywhere. Production takes numbers that start with 8 or 9, test those that start with 2 or 3. */
export function parseOrgNumber(input: string, mode: 'production' | 'test'): OrgNumberResult {
  const number = input.replaceAll(/[ \u00a0]/g, '');
  const code = faultOf(number, mode);
  return code ? { ok: false, code } : { ok: true, number };
}

function faultOf(number: string, mode: 'production' | 'test'): OrgNumberFault | null {
  if (/\D/.test(number)) return 'ORG_NUMBER_CHARACTERS';
  if (number.length !== 9) return 'ORG_NUMBER_LENGTH';
  if (orgNumberCheckDigit(number.slice(0, 8)) !== Number(number[8])) return 'ORG_NUMBER_CHECK_DIGIT';
  if (/^[^2389]/.test(number)) return 'ORG_NUMBER_SERIES';
  const synthetic = /^[23]/.test(number);
  if (mode === 'production') return synthetic ? 'ORG_NUMBER_SYNTHETIC_REFUSED' : null;
  return synthetic ? null : 'ORG_NUMBER_REAL_REFUSED';
}

/** The ninth digit, or null where the eight have none and cannot be used. */
export function orgNumberCheckDigit(firstEight: string): number | null {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(firstEight[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : digit;
}

/** '312 345 676', the way it is written in Norway. */
export function formatOrgNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** Of either kind: nine digits and the right check digit. */
export function isOrgNumber(text: string): boolean {
  const number = text.replaceAll(/[ \u00a0]/g, '');
  return /^\d{9}$/.test(number) && orgNumberCheckDigit(number.slice(0, 8)) === Number(number[8]);
}
