/** Accounts of the books, numbered as in NS 4102; debit is above zero. */
export const Account = {
  RECEIVABLE: '1500',
  BANK: '1920',
  VAT: '2700',
  /** What came without a right KID and belongs to no invoice yet. */
  UNMATCHED: '2990',
  /** What is to be paid back. */
  REFUND_OWED: '2991',
  SALES: '3000',
  LOSS: '7830',
} as const;
export type Account = (typeof Account)[keyof typeof Account];

/** What a voucher is about. */
export const VoucherKind = {
  ISSUE: 'ISSUE',
  CREDIT: 'CREDIT',
  PAYMENT: 'PAYMENT',
  MOVE: 'MOVE',
  REFUND: 'REFUND',
  WRITE_OFF: 'WRITE_OFF',
} as const;
export type VoucherKind = (typeof VoucherKind)[keyof typeof VoucherKind];
