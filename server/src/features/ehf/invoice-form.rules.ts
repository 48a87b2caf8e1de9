/** The words that stand on an invoice itself, in the language of the firm: the same in the PDF and in the EHF. */
import type { Language } from '../../platform/language.ts';
import type { Scheme } from '../order/order.enums.ts';

export interface InvoiceWords {
  readonly issuer: string;
  readonly orgNumber: string;
  readonly invoice: string;
  readonly creditNote: string;
  readonly date: string;
  readonly due: string;
  readonly customer: string;
  readonly yourReference: string;
  readonly ourReference: string;
  readonly kid: string;
  readonly account: string;
  readonly line: string;
  readonly quantity: string;
  readonly price: string;
  readonly sum: string;
  readonly unit: string;
  readonly net: string;
  vat(percent: number): string;
  readonly toPay: string;
  readonly credited: string;
  credits(number: string, on: string): string;
  /** Said to the bookkeeping system of the firm. */
  setOff(number: string): string;
  payBy(account: string): string;
  readonly nothingToPay: string;
  page(number: number, of: number): string;
  readonly cards: Readonly<Record<Scheme, string>>;
}

const nb: InvoiceWords = {
  ...{ issuer: 'Utsteder', orgNumber: 'Org.nr.', invoice: 'Faktura', creditNote: 'Kreditnota' },
  ...{ date: 'Dato', due: 'Forfall', customer: 'Kunde', yourReference: 'Deres referanse' },
  ...{ ourReference: 'Vår referanse', kid: 'KID', account: 'Kontonummer', line: 'Linje', quantity: 'Antall' },
  ...{ price: 'Pris', sum: 'Sum', unit: 'Underenhet', net: 'Sum uten mva.', toPay: 'Å betale, NOK' },
  ...{ credited: 'Kreditert, NOK', nothingToPay: 'Kreditnotaen skal ikke betales.' },
  vat: percent => `Mva. ${percent} %`,
  credits: (number, on) => `Gjelder faktura ${number} av ${on}, som krediteres i sin helhet.`,
  setOff: number => `Motregnes faktura ${number}`,
  payBy: account => `Betal til konto ${account} med KID. Betalinger uten KID blir ikke ført på fakturaen.`,
  page: (number, of) => `Side ${number} av ${of}`,
  cards: {
    CONSTRUCTION: 'HMS-kort bygg og anlegg',
    CLEANING: 'HMS-kort renhold',
    CAR_CARE: 'HMS-kort bilpleie',
    GOODS_TRANSPORT: 'HMS-kort godstransport',
  },
};

const nn: InvoiceWords = {
  ...{ issuer: 'Utferdar', orgNumber: 'Org.nr.', invoice: 'Faktura', creditNote: 'Kreditnota' },
  ...{ date: 'Dato', due: 'Forfall', customer: 'Kunde', yourReference: 'Dykkar referanse' },
  ...{ ourReference: 'Vår referanse', kid: 'KID', account: 'Kontonummer', line: 'Linje', quantity: 'Tal' },
  ...{ price: 'Pris', sum: 'Sum', unit: 'Undereining', net: 'Sum utan mva.', toPay: 'Å betale, NOK' },
  ...{ credited: 'Kreditert, NOK', nothingToPay: 'Kreditnotaen skal ikkje betalast.' },
  vat: percent => `Mva. ${percent} %`,
  credits: (number, on) => `Gjeld faktura ${number} av ${on}, som blir kreditert i sin heilskap.`,
  setOff: number => `Blir motrekna mot faktura ${number}`,
  payBy: account => `Betal til konto ${account} med KID. Betalingar utan KID blir ikkje førte på fakturaen.`,
  page: (number, of) => `Side ${number} av ${of}`,
  cards: {
    CONSTRUCTION: 'HMS-kort bygg og anlegg',
    CLEANING: 'HMS-kort reinhald',
    CAR_CARE: 'HMS-kort bilpleie',
    GOODS_TRANSPORT: 'HMS-kort godstransport',
  },
};

const en: InvoiceWords = {
  ...{ issuer: 'Issuer', orgNumber: 'Org. no.', invoice: 'Invoice', creditNote: 'Credit note' },
  ...{ date: 'Date', due: 'Due', customer: 'Customer', yourReference: 'Your reference' },
  ...{ ourReference: 'Our reference', kid: 'KID', account: 'Account number', line: 'Item' },
  ...{ quantity: 'Quantity', price: 'Price', sum: 'Amount', unit: 'Sub-unit', net: 'Amount before VAT' },
  ...{ toPay: 'To pay, NOK', credited: 'Credited, NOK', nothingToPay: 'The credit note is not to be paid.' },
  vat: percent => `VAT ${percent}%`,
  credits: (number, on) => `Concerns invoice ${number} of ${on}, which is credited in full.`,
  setOff: number => `To be set off against invoice ${number}`,
  payBy: account =>
    `Pay to account ${account} with the KID. Payments without KID are not posted to the invoice.`,
  page: (number, of) => `Page ${number} of ${of}`,
  cards: {
    CONSTRUCTION: 'HSE card construction',
    CLEANING: 'HSE card cleaning',
    CAR_CARE: 'HSE card car care',
    GOODS_TRANSPORT: 'HSE card goods transport',
  },
};

const WORDS: Readonly<Record<Language, InvoiceWords>> = { nb, nn, en };

export const invoiceWords = (language: Language): InvoiceWords => WORDS[language];
