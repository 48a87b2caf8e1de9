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
