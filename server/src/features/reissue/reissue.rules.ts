/** Decides what reference an invoice may get, which invoices can be issued anew, and what is then owed: for proposers, checkers and the job. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { InvoiceKind } from '../invoice/invoice-document.rules.ts';
import type { Payment } from '../order/order.enums.ts';
import { ReissueProblem } from './reissue.enums.ts';

const LONGEST = 100;
/** Control characters, what is invisible, and what XML has no way to write. */
const UNWRITABLE = /\p{C}/u;

export type ReferenceFault = 'REQUIRED' | 'TEXT_TOO_LONG' | 'INVALID';

/** As it is kept: without blanks around it, one blank between words. */
export const cleanReference = (typed: string): string => typed.trim().replaceAll(/[\p{Z}\t]+/gu, ' ');

/** Null when an invoice may say so. @param reference cleaned */
export function referenceFault(reference: string): ReferenceFault | null {
  if (reference === '') return 'REQUIRED';
  if (UNWRITABLE.test(reference) || !reference.isWellFormed()) return 'INVALID';
  return [...reference].length > LONGEST ? 'TEXT_TOO_LONG' : null;
}

/** What is known of an invoice before it is issued anew. Money is whole øre. */
export interface ReissueFacts {
  readonly kind: InvoiceKind;
  readonly payment: Payment;
  readonly orderedOn: LocalDate;
  readonly customerReference: string | null;
  readonly grossOre: number;
  readonly creditedOre: number;
  readonly writtenOffOre: number;
  /** What has come from the buyer and stands to her credit. */
  readonly paidOre: number;
  /** In another proposal that is not finished. */
  readonly proposed: boolean;
  /** The last day of the books that is closed. */
  readonly closedThrough: LocalDate | null;
}

export interface NewTerms {
  /** Cleaned; null while none is typed. */
  readonly reference: string | null;
  readonly today: LocalDate;
}

const FIRST_OF_OURS = '2020-01-01';

/** Total: the first of them that holds, the gravest first. */
export function problemOf(facts: ReissueFacts, { reference, today }: NewTerms): ReissueProblem | null {
  const found: readonly (readonly [ReissueProblem, boolean])[] = [
    [ReissueProblem.IS_CREDIT_NOTE, facts.kind !== 'INVOICE'],
    [ReissueProblem.EARLIER_ISSUER, facts.orderedOn < FIRST_OF_OURS],
    [ReissueProblem.NO_REFERENCE, facts.payment !== 'INVOICE'],
    [ReissueProblem.CREDITED, facts.creditedOre > 0],
    [ReissueProblem.WRITTEN_OFF, facts.writtenOffOre !== 0],
    [ReissueProblem.PROPOSED, facts.proposed],
    [
      ReissueProblem.SAME_REFERENCE,
      reference !== null &&
        facts.customerReference !== null &&
        cleanReference(facts.customerReference) === reference,
    ],
    [ReissueProblem.BOOKS_CLOSED, facts.closedThrough !== null && facts.closedThrough >= today],
  ];
  return found.find(([, holds]) => holds)?.[0] ?? null;
}

export interface Afterwards {
  /** What the credit note takes back, and the new invoice bills. */
  readonly grossOre: number;
  /** What was paid for the first and is moved to the new one. */
  readonly movedOre: number;
  /** What the buyer then owes; below zero: what is owed to the buyer. */
  readonly owedOre: number;
  readonly dueOn: LocalDate;
}

export const afterwards = (
  { grossOre, paidOre }: Pick<ReissueFacts, 'grossOre' | 'paidOre'>,
  { today, dueDays }: { readonly today: LocalDate; readonly dueDays: number },
): Afterwards => {
  const movedOre = Math.max(0, paidOre);
  return { grossOre, movedOre, owedOre: grossOre - movedOre, dueOn: addDays(today, dueDays) };
};

/** A part of what was paid, by the payment that brought it; null: paid when ordering, or moved before. */
export interface PaidPart {
  readonly paymentId: string | null;
  readonly amountOre: number;
}

/** What is moved to the new invoice, payment by payment; in one sum when one of them has been taken back since. */
export function movesOf(parts: readonly PaidPart[]): PaidPart[] {
  const sum = parts.reduce((total, { amountOre }) => total + amountOre, 0);
  if (sum <= 0) return [];
  const whole = parts.every(({ amountOre }) => amountOre >= 0);
  return whole ? parts.filter(({ amountOre }) => amountOre > 0) : [{ paymentId: null, amountOre: sum }];
}
