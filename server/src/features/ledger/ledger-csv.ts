/** Writes the journal of a period as a spreadsheet: one line per entry, in kroner. */
import { csvText } from '../../platform/csv.ts';
import type { Account, VoucherKind } from './ledger.enums.ts';

export interface ExportedEntry {
  readonly voucherId: string;
  readonly voucher: string;
  readonly kind: VoucherKind;
  readonly bookedOn: string;
  readonly bookedAt: Date;
  readonly text: string;
  readonly line: number;
  readonly account: Account;
  /** Whole øre, as text: no number of the database is a fraction on its way. */
  readonly amountOre: string;
  /** Of a receivable: the number of its invoice, and who owes it. */
  readonly invoice: string | null;
  readonly customer: string | null;
  /** Of the document that the voucher books. */
  readonly vatPercent: number | null;
}

export interface AccountBalance {
  readonly account: string;
  readonly name: string;
  readonly openingOre: string;
  readonly closingOre: string;
}

const HEAD = [
  ...['Bilag', 'Type', 'Bokført', 'Tekst', 'Linje', 'Konto', 'Debet', 'Kredit', 'Faktura', 'Kunde'],
];

export const ledgerCsv = (entries: readonly ExportedEntry[]): string =>
  csvText(
    HEAD,
    entries.map(({ voucher, kind, bookedOn, text, line, account, amountOre, invoice, customer }) => {
      const debit = !amountOre.startsWith('-');
      const kroner = kronerOf(amountOre.replace('-', ''), ',');
      return [
        ...[voucher, kind, bookedOn, text, String(line), account, debit ? kroner : '', debit ? '' : kroner],
        ...[invoice ?? '', customer ?? ''],
      ];
    }),
  );

/** '64750' is '647,50': moved by two places as text, and never divided. */
export function kronerOf(ore: string, point: ',' | '.'): string {
  const digits = ore.padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}
