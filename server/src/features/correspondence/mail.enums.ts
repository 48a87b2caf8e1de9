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

export const MailTemplate = {
  IMAGES_REJECTED: 'IMAGES_REJECTED',
  IMAGES_STOPPED: 'IMAGES_STOPPED',
  UPLOAD_LINK: 'UPLOAD_LINK',
} as const;
export type MailTemplate = (typeof MailTemplate)[keyof typeof MailTemplate];
