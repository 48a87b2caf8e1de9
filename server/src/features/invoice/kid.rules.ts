/** Makes and checks the payment reference (KID) of an invoice; payments without a right one are not posted [000]. */

/** Agreed with the bank, per creditor. */
export type KidAlgorithm = 'MOD10' | 'MOD11';

/** The last character of a KID: a digit or, under MOD11, '-' for ten. */
export function kidCheckDigit(base: string, algorithm: KidAlgorithm): string {
  const fromTheRight = [...base].reverse().map(Number);
  return algorithm === 'MOD10' ? mod10(fromTheRight) : mod11(fromTheRight);
}

export function makeKid(base: string, algorithm: KidAlgorithm): string {
  return `${base}${kidCheckDigit(base, algorithm)}`;
}

/** True for 2 to 25 characters that end in the right check digit. */
export function checkKid(kid: string, algorithm: KidAlgorithm): boolean {
  if (!/^\d{1,24}[\d-]$/.test(kid)) return false;
  return makeKid(kid.slice(0, -1), algorithm) === kid;
}

function mod10(fromTheRight: readonly number[]): string {
  const sum = fromTheRight.reduce(
    (total, digit, index) => total + crossSum(index % 2 === 0 ? digit * 2 : digit),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function crossSum(value: number): number {
  return value > 9 ? value - 9 : value;
}

function mod11(fromTheRight: readonly number[]): string {
  const sum = fromTheRight.reduce((total, digit, index) => total + digit * (2 + (index % 6)), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? '-' : String(digit);
}
