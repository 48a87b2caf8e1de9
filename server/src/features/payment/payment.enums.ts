/** How a payment stands. */
export const PaymentStatus = {
  /** Read, and not in the books yet. */
  NEW: 'NEW',
  /** Some of it belongs to nobody yet. */
  OPEN: 'OPEN',
  /** Placed whole. */
  POSTED: 'POSTED',
} as const;
export type PaymentStatus = (typeof PaymentStatus)[keyof typeof PaymentStatus];
