/** Decides which entries each kind of voucher has, so that every voucher balances: for whatever writes in the books. */
import { Account } from './ledger.enums.ts';

export interface Entry {
  readonly account: Account;
  /** Debit above zero, credit below. */
  readonly amountOre: number;
  /** Of 1500: whose receivable. */
  readonly invoiceId?: string | null;
  readonly paymentId?: string | null;
}

/** Where money can be moved from and to. */
export type Place =
  | { readonly account: '1500'; readonly invoiceId: string; readonly paymentId?: string | null }
  | { readonly account: '2990' | '2991'; readonly paymentId?: string | null };

export interface Sums {
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

/** The buyer owes; nothing is booked of a document over nothing. */
export const issueEntries = (invoiceId: string, { netOre, vatOre, grossOre }: Sums): Entry[] =>
  booked([
    { account: Account.RECEIVABLE, amountOre: grossOre, invoiceId },
    { account: Account.SALES, amountOre: -netOre },
    { account: Account.VAT, amountOre: -vatOre },
  ]);

/** The opposite of an issue, on the receivable of the invoice that is credited. */
export const creditEntries = (creditedId: string, { netOre, vatOre, grossOre }: Sums): Entry[] =>
  issueEntries(creditedId, { netOre: -netOre, vatOre: -vatOre, grossOre: -grossOre });

/** Money has come to the bank, for invoices or for nobody knows what. */
export const paymentEntries = (
  parts: readonly { readonly place: Place; readonly amountOre: number }[],
): Entry[] =>
  booked([
    { account: Account.BANK, amountOre: parts.reduce((sum, { amountOre }) => sum + amountOre, 0) },
    ...parts.map(({ place, amountOre }) => ({ ...place, amountOre: -amountOre })),
  ]);

/** What stood to somebody's credit in one place stands in another. */
export const moveEntries = (from: Place, to: Place, amountOre: number): Entry[] =>
  booked([
    { ...from, amountOre },
    { ...to, amountOre: -amountOre },
  ]);

/** Paid back from the bank. */
export const refundEntries = (from: Place, amountOre: number): Entry[] =>
  booked([
    { ...from, amountOre },
    { account: Account.BANK, amountOre: -amountOre },
  ]);

/** The buyer will not pay. */
export const writeOffEntries = (invoiceId: string, amountOre: number): Entry[] =>
  booked([
    { account: Account.LOSS, amountOre },
    { account: Account.RECEIVABLE, amountOre: -amountOre, invoiceId },
  ]);

const booked = (entries: readonly Entry[]): Entry[] => entries.filter(({ amountOre }) => amountOre !== 0);
