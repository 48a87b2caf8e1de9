export const MailStatus = {
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  SENT: 'SENT',
  UNCERTAIN: 'UNCERTAIN',
  FAILED: 'FAILED',
  BOUNCED: 'BOUNCED',
  CANCELLED: 'CANCELLED',
} as const;
export type MailStatus = (typeof MailStatus)[keyof typeof MailStatus];

/** Letters about the images of a case. */
export const ImageMailTemplate = {
  IMAGES_REJECTED: 'IMAGES_REJECTED',
  IMAGES_STOPPED: 'IMAGES_STOPPED',
  UPLOAD_LINK: 'UPLOAD_LINK',
} as const;
export type ImageMailTemplate = (typeof ImageMailTemplate)[keyof typeof ImageMailTemplate];

/** Letters about an order line or a card. */
export const OrderMailTemplate = {
  ORDER_WAITING: 'ORDER_WAITING',
  ORDER_EXPLANATION: 'ORDER_EXPLANATION',
  ORDER_AUTO_CANCELLED: 'ORDER_AUTO_CANCELLED',
  ORDER_CANCELLED: 'ORDER_CANCELLED',
  ORDER_REJECTED: 'ORDER_REJECTED',
  UPLOAD_LINK_EXPIRED: 'UPLOAD_LINK_EXPIRED',
  CARD_VALID: 'CARD_VALID',
  CARD_INVALID: 'CARD_INVALID',
  CARD_VALID_AGAIN: 'CARD_VALID_AGAIN',
  CARD_EXPIRING: 'CARD_EXPIRING',
  CARD_EXPIRED: 'CARD_EXPIRED',
  CARD_BLOCKED: 'CARD_BLOCKED',
  CARD_SUSPECT: 'CARD_SUSPECT',
} as const;
export type OrderMailTemplate = (typeof OrderMailTemplate)[keyof typeof OrderMailTemplate];

/** Answers to mail that came in. */
const InboundMailTemplate = { WRONG_CHANNEL: 'WRONG_CHANNEL' } as const;

/** Says that a letter is waiting, and nothing of what it says. */
const LetterMailTemplate = { LETTER_WAITING: 'LETTER_WAITING' } as const;

/** Always the same words. */
export const FixedMailTemplate = { ...InboundMailTemplate, ...LetterMailTemplate } as const;
export type FixedMailTemplate = (typeof FixedMailTemplate)[keyof typeof FixedMailTemplate];

/** About an entry of the registers of exceptions. Letters have taken their place: no more are written, and what was sent can still be read. */
export const EntryMailTemplate = {
  EXCEPTION_EXPIRING: 'EXCEPTION_EXPIRING',
  EXCEPTION_ENDED: 'EXCEPTION_ENDED',
} as const;
export type EntryMailTemplate = (typeof EntryMailTemplate)[keyof typeof EntryMailTemplate];

/** Answers to what firms ask about invoices. */
export const InvoiceMailTemplate = { INVOICE_ANSWER: 'INVOICE_ANSWER' } as const;
export type InvoiceMailTemplate = (typeof InvoiceMailTemplate)[keyof typeof InvoiceMailTemplate];

/** Tells who ordered that the invoice was credited and issued anew. */
export const ReissueMailTemplate = { INVOICE_REISSUED: 'INVOICE_REISSUED' } as const;
export type ReissueMailTemplate = (typeof ReissueMailTemplate)[keyof typeof ReissueMailTemplate];

export const MailTemplate = {
  ...ImageMailTemplate,
  ...OrderMailTemplate,
  ...FixedMailTemplate,
  ...EntryMailTemplate,
  ...InvoiceMailTemplate,
  ...ReissueMailTemplate,
} as const;
export type MailTemplate = (typeof MailTemplate)[keyof typeof MailTemplate];
