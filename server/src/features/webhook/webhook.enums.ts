/** What somebody may ask to be told about, as it stands in messages. */
export const WEBHOOK_TOPICS = [
  'order.placed',
  'order_item.status',
  'card.status',
  'check.changed',
  'exception.status',
] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

export const DeliveryStatus = {
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  DELIVERED: 'DELIVERED',
  FAILED: 'FAILED',
} as const;
export type DeliveryStatus = (typeof DeliveryStatus)[keyof typeof DeliveryStatus];

export const PauseReason = {
  /** Tries in a row that failed, however different their orders. */
  TOO_MANY_FAILURES: 'TOO_MANY_FAILURES',
  /** The receiver answered 410: nobody lives there any more. */
  GONE: 'GONE',
} as const;
export type PauseReason = (typeof PauseReason)[keyof typeof PauseReason];
