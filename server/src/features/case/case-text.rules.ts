/** Recognises what somebody typed into a search box by its shape: a number of one of the desk's kinds, or a name. */

export type TypedText =
  /** Case numbers from the first to the last, both included; all have the same shape, so they compare as text. */
  | { kind: 'CASE'; from: string; to: string; card?: string }
  /** Ten digits. Those that begin like a year may be a case as well: then `card` stands with the case. */
  | { kind: 'CARD'; number: string }
  /** With a line when one was typed. */
  | { kind: 'ORDER'; number: string; line?: number }
  /** Nine digits, not yet checked. */
  | { kind: 'ORG_NUMBER'; number: string }
  /** Eleven digits, not yet checked. */
  | { kind: 'NATIONAL_ID'; number: string }
  | { kind: 'NAME'; name: string }
  | { kind: 'TOO_SHORT' };

const FEWEST_LETTERS = 2;
const CASE_NUMBER = /^(20\d{2})\s*[/-]\s*(\d{0,6})$/;
const ORDER_LINE = /^(\d{7})\s*[-/]\s*(\d{1,3})$/;
const TEN = /^\d{10}$/;
const CASE_DIGITS = /^(20\d{2})(\d{6})$/;

/** Spaces inside numbers are allowed; 2026-123 is 2026/000123, and a number that starts with 0 is taken as a beginning. */
export function recogniseText(input: string): TypedText {
  const text = input.trim().replaceAll(/\s+/g, ' ');
  const digits = text.replaceAll(' ', '');
  const found = caseIn(text, digits) ?? numberIn(digits);
  if (found) return found;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS ? { kind: 'TOO_SHORT' } : { kind: 'NAME', name: text };
}

function caseIn(text: string, digits: string): TypedText | null {
  const [, year, serial] = CASE_NUMBER.exec(text) ?? CASE_DIGITS.exec(digits) ?? [];
  if (year === undefined || serial === undefined) return null;
  return { kind: 'CASE', ...caseNumbers(year, serial), ...(TEN.test(digits) ? { card: digits } : {}) };
}

const KIND_OF = { 7: 'ORDER', 9: 'ORG_NUMBER', 10: 'CARD', 11: 'NATIONAL_ID' } as const;

function numberIn(digits: string): TypedText | null {
  const [, order, line] = ORDER_LINE.exec(digits) ?? [];
  if (order !== undefined) return { kind: 'ORDER', number: order, line: Number(line) };
  const kind = /^\d+$/.test(digits) ? KIND_OF[digits.length as keyof typeof KIND_OF] : undefined;
  return kind ? { kind, number: digits } : null;
}

function caseNumbers(year: string, serial: string): { from: string; to: string } {
  const beginning = serial === '' || serial.startsWith('0');
  const from = beginning ? serial.padEnd(6, '0') : serial.padStart(6, '0');
  const to = beginning ? serial.padEnd(6, '9') : from;
  return { from: `${year}/${from}`, to: `${year}/${to}` };
}
