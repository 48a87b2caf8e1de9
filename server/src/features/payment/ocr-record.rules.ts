/** The records of an OCR giro file, column by column (Nets, system specification OCR giro). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { dayOf, PaymentFault } from './payment-file.rules.ts';

export const KINDS = {
  START: '10',
  ORDER_START: '20',
  ITEM_1: '30',
  ITEM_2: '31',
  ITEM_3: '32',
  ORDER_END: '88',
  FILE_END: '89',
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

export interface OcrLine {
  readonly kind: Kind;
  readonly text: string;
  readonly lineNumber: number;
}

const LENGTH = 80;
const OF_THE_FILE = new Set<string>([KINDS.START, KINDS.FILE_END]);
const KNOWN = new Set<string>(Object.values(KINDS));
/** Files have two digits of a year. */
const CENTURY_TURNS = 80;

/** Columns are counted from 1, the last one included, as the specification does. */
export const field = (text: string, from: number, to: number): string => text.slice(from - 1, to);

export function readRecord(text: string): { kind: Kind; text: string } | { fault: PaymentFault } {
  if (text.length !== LENGTH) return { fault: PaymentFault.LENGTH };
  const [format, service, kind] = [field(text, 1, 2), field(text, 3, 4), field(text, 7, 8)];
  const expected = OF_THE_FILE.has(kind) ? '00' : '09';
  if (format !== 'NY' || service !== expected || !KNOWN.has(kind)) return { fault: PaymentFault.RECORD };
  return { kind: kind as Kind, text };
}

/** Signed: a minus stands before the amount. Null when it is no number. */
export function amountOf(text: string, from: number, to: number): number | null {
  const digits = field(text, from, to);
  if (!/^\d+$/.test(digits) || !Number.isSafeInteger(Number(digits))) return null;
  return field(text, from - 1, from - 1) === '-' ? -Number(digits) : Number(digits);
}

/** Agrees with nothing when it is no number. */
export function countOf(text: string, from: number, to: number): number {
  const digits = field(text, from, to);
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

/** DDMMYY. */
export function dateOf(text: string, from: number, to: number): LocalDate | null {
  const [, day = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(field(text, from, to)) ?? [];
  return dayOf(`${Number(year) < CENTURY_TURNS ? '20' : '19'}${year}`, month, day);
}
