export const InboundMailState = {
  /** Nobody but a person can say what it is about. */
  TO_SORT: 'TO_SORT',
  /** On a case. */
  FILED: 'FILED',
  /** Personal papers by plain e-mail, or harmful: not read, deleted after its time. */
  QUARANTINED: 'QUARANTINED',
  /** Absence notes, receipts, delivery reports: never answered. */
  AUTOMATIC: 'AUTOMATIC',
  DISCARDED: 'DISCARDED',
} as const;
export type InboundMailState = (typeof InboundMailState)[keyof typeof InboundMailState];

/** How the desk knows which case it is about. */
export const MailMatch = { HEADER: 'HEADER', REFERENCE: 'REFERENCE', PERSON: 'PERSON' } as const;
export type MailMatch = (typeof MailMatch)[keyof typeof MailMatch];

export const MailProblem = {
  TOO_LARGE: 'TOO_LARGE',
  UNREADABLE: 'UNREADABLE',
  INFECTED: 'INFECTED',
} as const;
export type MailProblem = (typeof MailProblem)[keyof typeof MailProblem];

export const MailDiscardReason = {
  ADVERTISING: 'ADVERTISING',
  NOT_FOR_US: 'NOT_FOR_US',
  DUPLICATE: 'DUPLICATE',
  NOTHING_TO_DO: 'NOTHING_TO_DO',
} as const;
export type MailDiscardReason = (typeof MailDiscardReason)[keyof typeof MailDiscardReason];

/** By content, whatever the mail claims. */
export const AttachmentType = {
  PDF: 'application/pdf',
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  OTHER: 'application/octet-stream',
} as const;
export type AttachmentType = (typeof AttachmentType)[keyof typeof AttachmentType];
