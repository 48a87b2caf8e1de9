/** How an invoice stands; derived from the books, kept nowhere. */
export const InvoiceState = {
  /** Not due, nothing paid. */
  ISSUED: 'ISSUED',
  PARTLY_PAID: 'PARTLY_PAID',
  OVERDUE: 'OVERDUE',
  PAID: 'PAID',
  /** More has come than is owed: something is owed to the buyer. */
  OVERPAID: 'OVERPAID',
  /** Taken back whole. */
  CREDITED: 'CREDITED',
  WRITTEN_OFF: 'WRITTEN_OFF',
} as const;
export type InvoiceState = (typeof InvoiceState)[keyof typeof InvoiceState];
