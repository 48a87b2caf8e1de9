/** What a file from the bank says once it is read, whichever form it came in: payments to post, and by line what could not be used. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';

export const PaymentFileFormat = { OCR_GIRO: 'OCR_GIRO', CAMT_054: 'CAMT_054' } as const;
export type PaymentFileFormat = (typeof PaymentFileFormat)[keyof typeof PaymentFileFormat];

export const PaymentFault = {
  /** Of the file: nothing in it is used. */
  FORMAT: 'FORMAT',
  ENCODING: 'ENCODING',
  NOT_WELL_FORMED: 'NOT_WELL_FORMED',
  TOO_MANY: 'TOO_MANY',
  /** Of a line: the others are used. */
  LENGTH: 'LENGTH',
  RECORD: 'RECORD',
  ORDER: 'ORDER',
  INCOMPLETE: 'INCOMPLETE',
  AMOUNT: 'AMOUNT',
  DATE: 'DATE',
  CURRENCY: 'CURRENCY',
  NOT_A_PAYMENT: 'NOT_A_PAYMENT',
  NOT_BOOKED: 'NOT_BOOKED',
  /** Of what the bank says at the end or the beginning: it says another number than the lines do. */
  COUNT: 'COUNT',
  SUM: 'SUM',
  NO_END: 'NO_END',
} as const;
export type PaymentFault = (typeof PaymentFault)[keyof typeof PaymentFault];

export interface IncomingPayment {
  /** Where it begins in the file. */
  readonly lineNumber: number;
  /** As the bank took it from the payer; null when there was none. */
  readonly kid: string | null;
  readonly amountOre: number;
  readonly bookedOn: LocalDate;
  /** Eleven digits or an IBAN; null when the bank does not say. */
  readonly payerAccount: string | null;
  readonly payerName: string | null;
  readonly message: string | null;
  /** The bank's own, by which it finds the payment again. */
  readonly archiveReference: string | null;
  /** The account it came to. */
  readonly account: string | null;
}

export interface PaymentLineFault {
  readonly lineNumber: number;
  readonly code: PaymentFault;
  /** What stood there, or "said / found"; never more than a line. */
  readonly text: string;
}

export interface PaymentFileContent {
  readonly format: PaymentFileFormat | null;
  readonly payments: readonly IncomingPayment[];
  readonly faults: readonly PaymentLineFault[];
}

/** More than any bank sends in a day. */
export const MOST_PAYMENTS = 200_000;
const LONGEST_TEXT = 120;

export const faultOn = (lineNumber: number, code: PaymentFault, text = ''): PaymentLineFault => ({
  lineNumber,
  code,
  text: text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT),
});

export const saidAndFound = (said: number, found: number): string => `${said} / ${found}`;

/** Null for a day that no calendar has. */
export function dayOf(year: string, month: string, day: string): LocalDate | null {
  const date = `${year}-${month}-${day}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}

/** Nothing of a file that cannot be trusted as a whole is used. */
export const unusable = (fault: PaymentLineFault, format: PaymentFileFormat | null): PaymentFileContent => ({
  format,
  payments: [],
  faults: [fault],
});
