/** Says how an invoice stands, from what the books say of it and the day: for lists, the invoice's page and the order's. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { InvoiceState } from './invoice.enums.ts';

/** What the books say of an invoice. */
export interface InvoiceBooks {
  readonly grossOre: number;
  readonly creditedOre: number;
  readonly writtenOffOre: number;
  /** What the buyer owes; below zero: what is owed to the buyer. */
  readonly balanceOre: number;
  readonly dueOn: LocalDate;
}

/** The due day itself is in time. */
export function invoiceState(books: InvoiceBooks, today: LocalDate): InvoiceState {
  const { grossOre, creditedOre, writtenOffOre, balanceOre, dueOn } = books;
  if (balanceOre < 0) return InvoiceState.OVERPAID;
  if (balanceOre === 0) {
    if (grossOre > 0 && creditedOre === grossOre) return InvoiceState.CREDITED;
    return writtenOffOre > 0 ? InvoiceState.WRITTEN_OFF : InvoiceState.PAID;
  }
  if (dueOn < today) return InvoiceState.OVERDUE;
  return balanceOre < grossOre - creditedOre ? InvoiceState.PARTLY_PAID : InvoiceState.ISSUED;
}
