export const Scheme = {
  CONSTRUCTION: 'CONSTRUCTION',
  CLEANING: 'CLEANING',
  CAR_CARE: 'CAR_CARE',
  GOODS_TRANSPORT: 'GOODS_TRANSPORT',
} as const;
export type Scheme = (typeof Scheme)[keyof typeof Scheme];

export const OrderItemStatus = {
  DRAFT: 'DRAFT',
  PENDING: 'PENDING',
  IMAGE_REJECTED: 'IMAGE_REJECTED',
  READY: 'READY',
  IN_PRODUCTION: 'IN_PRODUCTION',
  SHIPPED: 'SHIPPED',
  AUTO_CANCELLED: 'AUTO_CANCELLED',
  REJECTED: 'REJECTED',
  CANCELLED: 'CANCELLED',
} as const;
export type OrderItemStatus = (typeof OrderItemStatus)[keyof typeof OrderItemStatus];

/** How the order is paid (R19). */
export const Payment = {
  CARD: 'CARD',
  VIPPS: 'VIPPS',
  PERSONAL_INVOICE: 'PERSONAL_INVOICE',
  INVOICE: 'INVOICE',
} as const;
export type Payment = (typeof Payment)[keyof typeof Payment];

export const OrderChannel = { PORTAL: 'PORTAL', API: 'API', STAFF: 'STAFF' } as const;
export type OrderChannel = (typeof OrderChannel)[keyof typeof OrderChannel];

/** Why staff cancel a line: R6 binds the orderer, not staff with one of these reasons. */
export const CancelReason = {
  DUPLICATE: 'DUPLICATE',
  DECEASED: 'DECEASED',
  FRAUD: 'FRAUD',
  OWN_ERROR: 'OWN_ERROR',
  ORDERER_ASKS: 'ORDERER_ASKS',
} as const;
export type CancelReason = (typeof CancelReason)[keyof typeof CancelReason];
