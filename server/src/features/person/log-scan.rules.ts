/** Finds in a line of a log what must never stand in one, for the check after every test run and for the operator's nightly look. */
import { checkDigitRule } from './national-id.rules.ts';

export type LeakKind = 'national ID number' | 'token' | 'mail address';

export interface Leak {
  readonly kind: LeakKind;
  /** Of the first character, counted from 1; the text itself is not repeated. */
  readonly column: number;
}

/** Request ids and places of libraries look like much; both are cut out before the search. */
const HARMLESS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\S*node_modules\/\S*/gi;

const ELEVEN_DIGITS = /(?<![\d.])\d{6}[ -]?\d{5}(?![\d])/g;
/** Sessions, upload links, states of a sign-in: 32 bytes as base64url. */
const TOKEN = /(?<![\w-])[\w-]{43}(?![\w-])/g;
const ADDRESS = /[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}/gi;

interface Search {
  readonly kind: LeakKind;
  readonly pattern: RegExp;
  readonly isOne: (match: string) => boolean;
}

const SEARCHES: readonly Search[] = [
  { kind: 'national ID number', pattern: ELEVEN_DIGITS, isOne: isNationalId },
  { kind: 'token', pattern: TOKEN, isOne: isChance },
  { kind: 'mail address', pattern: ADDRESS, isOne: () => true },
];

export function leaksIn(line: string): Leak[] {
  const text = line.replaceAll(HARMLESS, harmless => ' '.repeat(harmless.length));
  return SEARCHES.flatMap(({ kind, pattern, isOne }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => isOne(match))
      .map(({ index }) => ({ kind, column: index + 1 })),
  );
}

/** Ordinary, D-number (day + 40), synthetic (month + 80) or test number (month + 40), with check digits as today and from 2032. */
export function isNationalId(match: string): boolean {
  const digits = match.replaceAll(/\D/g, '');
  const [day, month] = [Number(digits.slice(0, 2)) % 40, Number(digits.slice(2, 4)) % 40];
  const isDay = day >= 1 && day <= 31;
  return isDay && month >= 1 && month <= 12 && checkDigitRule(digits) !== null;
}

const CHANCE_BITS = 4.2;

/** 43 characters of chance have about 5 bits each, a long name about 4. */
function isChance(text: string): boolean {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const shares = [...counts.values()].map(count => count / text.length);
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0) > CHANCE_BITS;
}
