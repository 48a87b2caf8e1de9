/** Where an EHF is on its way. */
export const EhfStatus = {
  QUEUED: 'QUEUED',
  /** A server is about it. */
  SENDING: 'SENDING',
  /** Handed to the access point, which has not said more yet. */
  SENT: 'SENT',
  DELIVERED: 'DELIVERED',
  /** Somebody has to look at it. */
  FAILED: 'FAILED',
  /** The buyer takes no EHF: the invoice goes as PDF. */
  NOT_A_RECEIVER: 'NOT_A_RECEIVER',
} as const;
export type EhfStatus = (typeof EhfStatus)[keyof typeof EhfStatus];
