/** Adds up what is billed, for invoices and credit notes: whole øre, and VAT rounded once per document, half an øre up. */

export interface Billed {
  readonly quantity: number;
  readonly unitPriceOre: number;
}

export interface Totals {
  readonly netOre: number;
  readonly vatOre: number;
  readonly grossOre: number;
}

export function totals(lines: readonly Billed[], vatPercent: number): Totals {
  const netOre = lines.reduce((sum, { quantity, unitPriceOre }) => sum + quantity * unitPriceOre, 0);
  return withVat(netOre, vatOf(netOre, vatPercent));
}

/** Half up, of amounts that are never below zero: 129.50 kr at 25 % is 32.375 kr, which is 32.38 kr. */
export const vatOf = (netOre: number, vatPercent: number): number =>
  Math.floor((netOre * vatPercent + 50) / 100);

export interface Credited {
  readonly netOre: number;
  readonly vatOre: number;
}

/**
 * What a credit note for some of the lines takes back. The last one takes back what is left of the VAT, so that all credit notes
 * of an invoice make its sum to the øre.
 */
export function creditTotals(
  lines: readonly Billed[],
  invoice: Credited & { readonly vatPercent: number },
  before: Credited,
): Totals {
  const { netOre, vatOre } = totals(lines, invoice.vatPercent);
  const left = invoice.vatOre - before.vatOre;
  const last = before.netOre + netOre === invoice.netOre;
  return withVat(netOre, last ? left : Math.min(vatOre, left));
}

const withVat = (netOre: number, vatOre: number): Totals => ({ netOre, vatOre, grossOre: netOre + vatOre });
