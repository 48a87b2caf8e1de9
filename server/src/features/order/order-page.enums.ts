/** What a line of the order list waits for. */
export const OrderWait = {
  REGISTERS: 'REGISTERS',
  IMAGES: 'IMAGES',
  /** The firm's approval is being dealt with (R3). */
  APPROVAL: 'APPROVAL',
  PRODUCTION: 'PRODUCTION',
} as const;
export type OrderWait = (typeof OrderWait)[keyof typeof OrderWait];

export const OrderSort = {
  /** Those that R2 cancels first. */
  SOONEST: 'SOONEST',
  NEWEST: 'NEWEST',
} as const;
export type OrderSort = (typeof OrderSort)[keyof typeof OrderSort];

/** What can be done on the page of an order line. */
export const OrderAction = {
  CANCEL: 'CANCEL',
  CHECK_AGAIN: 'CHECK_AGAIN',
  EXPLAIN: 'EXPLAIN',
  NOTE: 'NOTE',
} as const;
export type OrderAction = (typeof OrderAction)[keyof typeof OrderAction];

/** Where an entry of an order's timeline comes from. */
export const OrderEventSource = { ORDER: 'ORDER', CASE: 'CASE' } as const;
export type OrderEventSource = (typeof OrderEventSource)[keyof typeof OrderEventSource];
