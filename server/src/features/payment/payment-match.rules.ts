/** Says which invoice a payment is for: by its KID when that is right, else which it may be for and why, for a person of finance to choose from. */
export interface OpenInvoice {
  readonly invoiceId: string;
  readonly number: string;
  readonly kid: string;
  /** The portal's. */
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly buyerOrgNumber: string | null;
  /** What is left to pay; an invoice with nothing left is not open. */
  readonly openOre: number;
}

export interface PaidWithout {
  readonly kid: string | null;
  readonly amountOre: number;
  readonly payerName: string | null;
  readonly message: string | null;
}

export const MatchReason = {
  KID_SWAPPED: 'KID_SWAPPED',
  KID_ONE_DIGIT: 'KID_ONE_DIGIT',
  INVOICE_NUMBER: 'INVOICE_NUMBER',
  ORDER_NUMBER: 'ORDER_NUMBER',
  ORG_NUMBER: 'ORG_NUMBER',
  PAYER_NAME: 'PAYER_NAME',
  AMOUNT: 'AMOUNT',
} as const;
export type MatchReason = (typeof MatchReason)[keyof typeof MatchReason];

/** How much each says; the amount alone, or the payer alone, says too little to be shown. */
const WEIGHT: Readonly<Record<MatchReason, number>> = {
  KID_SWAPPED: 60,
  KID_ONE_DIGIT: 60,
  INVOICE_NUMBER: 50,
  ORDER_NUMBER: 45,
  ORG_NUMBER: 20,
  PAYER_NAME: 20,
  AMOUNT: 25,
};
const LEAST = 40;
export const MOST_SUGGESTIONS = 5;

export interface Suggestion {
  readonly invoiceId: string;
  readonly reasons: readonly MatchReason[];
  readonly score: number;
}

/** The only way a payment is posted by itself: the KID is that of an invoice with something left to pay. */
export const isForSure = ({ kid }: Pick<PaidWithout, 'kid'>, invoice: Pick<OpenInvoice, 'kid' | 'openOre'>) =>
  kid !== null && kid === invoice.kid && invoice.openOre > 0;

/** The likeliest first. */
export function suggestionsFor(
  payment: PaidWithout,
  invoices: readonly OpenInvoice[],
): readonly Suggestion[] {
  return invoices
    .filter(({ openOre }) => openOre > 0)
    .map(invoice => ({ invoice, reasons: reasonsFor(payment, invoice) }))
    .map(({ invoice, reasons }) => ({ invoice, reasons, score: scoreOf(reasons) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || (a.invoice.number < b.invoice.number ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ invoice: { invoiceId }, reasons, score }) => ({ invoiceId, reasons, score }));
}

const scoreOf = (reasons: readonly MatchReason[]): number =>
  reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0);

function reasonsFor(payment: PaidWithout, invoice: OpenInvoice): readonly MatchReason[] {
  const numbers = new Set(numbersIn(payment));
  const holds: Readonly<Record<MatchReason, boolean>> = {
    KID_SWAPPED: isSwapped(payment.kid ?? '', invoice.kid),
    KID_ONE_DIGIT: differsByOne(payment.kid ?? '', invoice.kid),
    INVOICE_NUMBER: numbers.has(invoice.number) || numbers.has(invoice.kid),
    ORDER_NUMBER: numbers.has(invoice.orderNumber),
    ORG_NUMBER: invoice.buyerOrgNumber !== null && numbers.has(invoice.buyerOrgNumber),
    PAYER_NAME: payment.payerName !== null && plain(payment.payerName) === plain(invoice.buyerName),
    AMOUNT: payment.amountOre === invoice.openOre,
  };
  return Object.values(MatchReason).filter(reason => holds[reason]);
}

/** Every number that the payer may have meant by what was typed, the KID field included: people write the number of the invoice there. */
export function numbersIn({ kid, message }: Pick<PaidWithout, 'kid' | 'message'>): readonly string[] {
  const words = message ?? '';
  const plainRuns = words.match(/\d{6,25}/g) ?? [];
  const spaced = (words.match(/\d(?:[ .]?\d){5,24}/g) ?? []).map(run => run.replaceAll(/[ .]/g, ''));
  const typed = kid ? [kid, kid.replace(/^0+/, '')] : [];
  return [...new Set([...typed, ...plainRuns, ...spaced])];
}

/** KIDs that a slip of the hand makes of this one: to be looked up all at once. */
export function kidsLike(kid: string): readonly string[] {
  const like = [...kid].flatMap((digit, index) => [
    ...[...'0123456789-'].filter(other => other !== digit).map(other => replaced(kid, index, other)),
    swapped(kid, index),
  ]);
  return [...new Set(like)].filter(other => other !== kid && /^\d{1,24}[\d-]$/.test(other));
}

const replaced = (text: string, index: number, sign: string): string =>
  `${text.slice(0, index)}${sign}${text.slice(index + 1)}`;

const swapped = (text: string, index: number): string =>
  `${text.slice(0, index)}${text[index + 1] ?? ''}${text[index] ?? ''}${text.slice(index + 2)}`;

function differences(a: string, b: string): readonly number[] {
  return a.length === b.length ? [...a].flatMap((sign, index) => (sign === b[index] ? [] : [index])) : [];
}

const differsByOne = (a: string, b: string): boolean => differences(a, b).length === 1;

function isSwapped(a: string, b: string): boolean {
  const [first = -1, second = -1, ...more] = differences(a, b);
  return more.length === 0 && second === first + 1 && second > 0 && swapped(a, first) === b;
}

/** Without what firms put after their names. */
export const plain = (name: string): string =>
  name
    .toLocaleLowerCase('nb')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (as|asa|ans|da|enk|nuf|ba|sa)$/u, '')
    .trim();
