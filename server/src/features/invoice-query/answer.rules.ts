/** Decides which answers an enquiry about an invoice may get, which is the likeliest, and what each says; for the clerk who sends it. */

import type { Language } from '../../platform/language.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import type { Payment } from '../order/order.enums.ts';
import { ANSWERS_EN } from './answer.texts.en.ts';
import { ANSWERS_NB } from './answer.texts.nb.ts';
import { ANSWERS_NN } from './answer.texts.nn.ts';
import type { AmbiguityReason } from './finding.enums.ts';
import { QueryFault, QueryOutcome } from './invoice-query.enums.ts';

export interface AskedInvoice {
  readonly document: InvoiceDocument;
  readonly payment: Payment;
  /** What the buyer owes; null for a credit note. */
  readonly balanceOre: number | null;
  /** Another invoice stands in its place. */
  readonly replaced: boolean;
}

export interface AnswerFacts {
  readonly language: Language;
  readonly contactName: string | null;
  /** Null as long as it is not known: then nothing of any invoice is told. */
  readonly invoice: AskedInvoice | null;
  readonly reason: AmbiguityReason | null;
  readonly wantedReference: string | null;
  /** The clerk's own words, between the fixed ones. */
  readonly comment: string | null;
}

export interface Answer {
  readonly paragraphs: readonly string[];
  /** Lines of the EHF, as they were sent. */
  readonly codeLines: readonly string[];
}

/** Only 30-day invoices go as EHF [000]. */
export const hasEhf = ({ payment, document }: Pick<AskedInvoice, 'payment' | 'document'>): boolean =>
  payment === 'INVOICE' && document.buyer.orgNumber !== null;

/** In the order the clerk is offered them. */
export function offeredFaults({ invoice }: Pick<AnswerFacts, 'invoice'>): QueryFault[] {
  if (!invoice) return [QueryFault.ASKED_BACK, QueryFault.EARLIER_ISSUER];
  const given = invoice.document.customerReference !== null;
  const isInvoice = invoice.document.kind === 'INVOICE';
  const open = isInvoice && !invoice.replaced;
  const offers: readonly (readonly [QueryFault, boolean])[] = [
    [QueryFault.WRONG_REFERENCE, open && invoice.payment === 'INVOICE'],
    [QueryFault.REFERENCE_NOT_GIVEN, !given],
    [QueryFault.REFERENCE_HIDDEN_BY_SUPPLIER, given && hasEhf(invoice)],
    [QueryFault.WRONG_FIRM_BILLED, isInvoice],
    [QueryFault.PAID_WITHOUT_KID, open && (invoice.balanceOre ?? 0) > 0],
    [QueryFault.DUPLICATE, true],
    [QueryFault.EARLIER_ISSUER, true],
    [QueryFault.ASKED_BACK, true],
  ];
  return offers.filter(([, fits]) => fits).map(([fault]) => fault);
}

/** The likeliest of those offered; null when nothing in the enquiry tells. */
export function likeliestFault(facts: Pick<AnswerFacts, 'invoice' | 'wantedReference'>): QueryFault | null {
  const { invoice, wantedReference } = facts;
  if (!invoice) return QueryFault.ASKED_BACK;
  const offered = offeredFaults(facts);
  const given = invoice.document.customerReference;
  const fits = (fault: QueryFault) => (offered.includes(fault) ? fault : null);
  if (wantedReference === null) return given === null ? fits(QueryFault.REFERENCE_NOT_GIVEN) : null;
  const same = given !== null && plain(given) === plain(wantedReference);
  return fits(same ? QueryFault.REFERENCE_HIDDEN_BY_SUPPLIER : QueryFault.WRONG_REFERENCE);
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');

export interface AnswerWords {
  readonly greeting: (name: string | null) => string;
  /** What the desk needs to find the invoice; after the reason why it did not. */
  readonly template: readonly string[];
  readonly why: Readonly<Record<AmbiguityReason, string>>;
  readonly outcomes: Readonly<
    Record<
      Exclude<QueryOutcome, 'ASKED_BACK' | 'EARLIER_ISSUER'>,
      (invoice: AskedInvoice) => readonly string[]
    >
  >;
  readonly earlierIssuer: readonly string[];
  readonly closing: string;
}

const WORDS: Readonly<Record<Language, AnswerWords>> = { nb: ANSWERS_NB, nn: ANSWERS_NN, en: ANSWERS_EN };

/** @param codeLines the lines of the EHF that carry the reference; they go with one answer only */
export function answerOf(outcome: QueryOutcome, facts: AnswerFacts, codeLines: readonly string[]): Answer {
  const words = WORDS[facts.language];
  const own = (facts.comment ?? '').split(/\n+/).map(line => line.trim());
  const closing = outcome === QueryOutcome.ASKED_BACK ? '' : words.closing;
  const said = [...middle(outcome, facts, words), ...own, closing].filter(line => line !== '');
  return {
    paragraphs: [words.greeting(facts.contactName), ...said],
    codeLines: outcome === QueryOutcome.REFERENCE_HIDDEN_BY_SUPPLIER && facts.invoice ? codeLines : [],
  };
}

function middle(outcome: QueryOutcome, facts: AnswerFacts, words: AnswerWords): readonly string[] {
  if (outcome === 'EARLIER_ISSUER') return words.earlierIssuer;
  if (outcome === 'ASKED_BACK' || !facts.invoice)
    return [words.why[facts.reason ?? 'UNCONFIRMED'], ...words.template];
  return words.outcomes[outcome](facts.invoice);
}

/** The line that carries the buyer's reference, or the three of the order reference that stand in its place. */
export function referenceLines(xml: string): { readonly first: number; readonly lines: readonly string[] } {
  const all = xml.split('\n');
  const own = all.findIndex(line => line.includes('<cbc:BuyerReference>'));
  if (own >= 0) return { first: own, lines: [(all[own] ?? '').trim()] };
  const order = all.findIndex(line => line.includes('<cac:OrderReference>'));
  return order < 0
    ? { first: -1, lines: [] }
    : { first: order, lines: all.slice(order, order + 3).map(line => line.trim()) };
}
