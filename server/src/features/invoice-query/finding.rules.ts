/**
 * Decides which invoice an enquiry is about, for the clerk and for every answer: one that fits and is confirmed by the asker's firm,
 * or none. One firm's invoice is never found for another firm.
 */
import { type AmbiguityReason, Confirmation, FindingState } from './finding.enums.ts';
import { NumberMeaning } from './query-number.enums.ts';

/** An invoice or a credit note that has one of the numbers. */
export interface Candidate {
  readonly id: string;
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly number: string;
  readonly kid: string;
  readonly orderNumber: string;
  readonly internalOrderNumber: string;
  /** The main unit of the order. */
  readonly firmId: string;
  /** Null when the orderer was billed herself. */
  readonly buyerOrgNumber: string | null;
  readonly unitOrgNumbers: readonly string[];
  /** Another invoice stands in its place. */
  readonly replaced: boolean;
  /** The asker's address is that of one who ordered for this firm, or of the orderer who was billed. */
  readonly contact: boolean;
}

export interface NamedNumber {
  readonly value: string;
  readonly meanings: readonly NumberMeaning[];
}

export interface Asker {
  /** Organisation numbers in the text, the issuer's own left out, each with its main unit; null for one the desk does not know. */
  readonly named: readonly { readonly orgNumber: string; readonly firmId: string | null }[];
  /** Main units for which somebody with the asker's address has ordered. */
  readonly contactFirmIds: readonly string[];
}

export type Finding =
  | {
      readonly state: 'FOUND';
      readonly invoiceId: string;
      /** The number it was found from, surest first. */
      readonly foundBy: NumberMeaning;
      readonly foundFrom: string;
      readonly confirmedBy: Confirmation;
    }
  | { readonly state: 'AMBIGUOUS'; readonly reason: AmbiguityReason };

/** Surest first: an invoice's own number before that of its order. */
const BY: readonly (readonly [NumberMeaning, (one: Candidate) => string | null])[] = [
  [NumberMeaning.INVOICE_NUMBER, one => (one.kind === 'INVOICE' ? one.number : null)],
  [NumberMeaning.KID, one => (one.kind === 'INVOICE' ? one.kid : null)],
  [NumberMeaning.CREDIT_NOTE_NUMBER, one => (one.kind === 'CREDIT_NOTE' ? one.number : null)],
  [NumberMeaning.ORDER_NUMBER, one => one.orderNumber],
  [NumberMeaning.INTERNAL_ORDER_NUMBER, one => one.internalOrderNumber],
];

/** Numbers of one group follow from each other. */
const INDEPENDENT: Readonly<Partial<Record<NumberMeaning, string>>> = {
  INVOICE_NUMBER: 'document',
  KID: 'document',
  CREDIT_NOTE_NUMBER: 'document',
  ORDER_NUMBER: 'order',
  INTERNAL_ORDER_NUMBER: 'internal',
};

interface Fit {
  readonly invoice: Candidate;
  /** Which of the numbers are its own, surest first. */
  readonly by: readonly { readonly meaning: NumberMeaning; readonly value: string }[];
}

const ambiguous = (reason: AmbiguityReason): Finding => ({ state: FindingState.AMBIGUOUS, reason });

export function findInvoice(
  numbers: readonly NamedNumber[],
  candidates: readonly Candidate[],
  asker: Asker,
): Finding {
  if (!numbers.some(isLookedUp)) return ambiguous('NO_NUMBER');
  const fits = candidates.map(invoice => fitOf(invoice, numbers)).filter(({ by }) => by.length > 0);
  if (fits.length === 0) return ambiguous('NO_MATCH');
  const confirmed = fits.flatMap(fit => {
    const confirmedBy = confirmation(fit, asker);
    return confirmedBy ? [{ ...fit, confirmedBy }] : [];
  });
  if (confirmed.length === 0) return ambiguous(whyNot(fits, asker));
  const meant = oneOf(confirmed);
  const [first] = meant?.by ?? [];
  if (!meant || !first) return ambiguous('SEVERAL');
  return {
    state: FindingState.FOUND,
    invoiceId: meant.invoice.id,
    foundBy: first.meaning,
    foundFrom: first.value,
    confirmedBy: meant.confirmedBy,
  };
}

/** Whether a number leads to invoices at all. */
export const isLookedUp = ({ meanings }: NamedNumber): boolean =>
  meanings.some(meaning => BY.some(([known]) => known === meaning));

function fitOf(invoice: Candidate, numbers: readonly NamedNumber[]): Fit {
  const by = BY.flatMap(([meaning, ownOf]) =>
    numbers
      .filter(({ value, meanings }) => meanings.includes(meaning) && sameNumber(ownOf(invoice), value))
      .map(({ value }) => ({ meaning, value })),
  );
  return { invoice, by };
}

/** A credit note is often written without its K. */
const sameNumber = (own: string | null, written: string): boolean =>
  own !== null && (own === written || own === `K${written}`);

/** An asker who names or writes for a firm is asked by that; who names none, by two numbers only the receiver of the invoice has. */
function confirmation({ invoice, by }: Fit, asker: Asker): Confirmation | null {
  if (asker.named.length > 0) return confirmedByFirm(invoice, asker);
  if (invoice.contact) return Confirmation.CONTACT;
  if (asker.contactFirmIds.length > 0) return null;
  const independent = new Set(by.map(({ meaning }) => INDEPENDENT[meaning]));
  return independent.size > 1 ? Confirmation.TWO_NUMBERS : null;
}

/** Several firms named: which of them asks, only the address can tell. */
function confirmedByFirm(invoice: Candidate, { named }: Asker): Confirmation | null {
  const contact = invoice.contact ? Confirmation.CONTACT : null;
  if (invoice.buyerOrgNumber === null) return contact;
  if (named.some(({ firmId }) => firmId === null)) return null;
  if (named.some(({ firmId }) => firmId !== invoice.firmId)) return contact;
  const numbers = named.map(({ orgNumber }) => orgNumber);
  if (numbers.includes(invoice.buyerOrgNumber)) return Confirmation.MAIN_UNIT;
  return invoice.unitOrgNumbers.some(number => numbers.includes(number)) ? Confirmation.SUB_UNIT : contact;
}

function whyNot(fits: readonly Fit[], asker: Asker): AmbiguityReason {
  const named = asker.named.length + asker.contactFirmIds.length > 0;
  if (named) return 'OTHER_FIRM';
  return new Set(fits.map(({ invoice }) => invoice.id)).size > 1 ? 'SEVERAL' : 'UNCONFIRMED';
}

type Confirmed = Fit & { readonly confirmedBy: Confirmation };

/** One, or of one order: the document that was named, else the invoice that stands now. */
function oneOf(fits: readonly Confirmed[]): Confirmed | null {
  if (new Set(fits.map(({ invoice }) => invoice.orderNumber)).size > 1) return null;
  const named = fits.filter(({ by }) => by.some(({ meaning }) => INDEPENDENT[meaning] === 'document'));
  const asked = named.length > 0 ? named : fits;
  const standing = asked.filter(({ invoice }) => invoice.kind === 'INVOICE' && !invoice.replaced);
  const left = standing.length > 0 ? standing : asked;
  return left.length === 1 ? (left[0] ?? null) : null;
}
