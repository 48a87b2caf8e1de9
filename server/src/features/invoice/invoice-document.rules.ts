/** What an invoice or a credit note says, the same in every form: on the screen, in the PDF, in the EHF and in the books. Money is whole øre. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import type { Scheme } from '../order/order.enums.ts';

export const InvoiceKind = { INVOICE: 'INVOICE', CREDIT_NOTE: 'CREDIT_NOTE' } as const;
export type InvoiceKind = (typeof InvoiceKind)[keyof typeof InvoiceKind];

export interface PostalAddress {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

/** The issuer as creditor, as it stood on the day of issue. */
export interface Seller extends PostalAddress {
  readonly name: string;
  readonly orgNumber: string;
  /** Eleven digits, no separators. */
  readonly bankAccount: string;
  readonly email: string;
}

/** The main unit that is billed; a personal invoice goes to the orderer and has no organisation number. */
export interface Buyer extends PostalAddress {
  readonly name: string;
  readonly orgNumber: string | null;
}

export interface InvoiceLine {
  readonly scheme: Scheme;
  /** The sub-unit that ordered. */
  readonly unitOrgNumber: string;
  readonly unitName: string;
  readonly quantity: number;
  readonly unitPriceOre: number;
  readonly netOre: number;
}

/** Amounts of a credit note are positive too: its kind says which way they go. */
export interface InvoiceDocument {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** Null on a credit note. */
  readonly dueOn: LocalDate | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** "Deres referanse", typed when ordering; null when none was given. */
  readonly customerReference: string | null;
  /** "Vår referanse": the order's number in the portal. */
  readonly orderNumber: string;
  /** "Ordrenr": internal to invoicing, means nothing to a buyer. */
  readonly internalOrderNumber: string;
  readonly kid: string;
  /** The invoice that a credit note takes back. */
  readonly credits: { readonly number: string; readonly issuedOn: LocalDate } | null;
  readonly lines: readonly InvoiceLine[];
  readonly vatPercent: number;
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
  readonly language: Language;
}
