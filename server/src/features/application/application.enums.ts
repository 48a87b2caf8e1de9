export const ApplicationStatus = {
  /** At the issuer, not handed over yet. */
  REGISTERED: 'REGISTERED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  AWAITING_DOCUMENTS: 'AWAITING_DOCUMENTS',
  FOR_APPROVAL: 'FOR_APPROVAL',
  GRANTED: 'GRANTED',
  REFUSED: 'REFUSED',
  DISMISSED: 'DISMISSED',
  WITHDRAWN: 'WITHDRAWN',
  /** Personal papers by plain e-mail: nothing is decided on them. */
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  APPEALED: 'APPEALED',
  /** With the appeals body. */
  FORWARDED: 'FORWARDED',
} as const;
export type ApplicationStatus = (typeof ApplicationStatus)[keyof typeof ApplicationStatus];

/** Doors an application may come through. A telephone call is noted as an inquiry and is no application. */
export const ApplicationChannel = {
  PORTAL: 'PORTAL',
  API: 'API',
  EDIALOG: 'EDIALOG',
  LETTER: 'LETTER',
  EMAIL: 'EMAIL',
} as const;
export type ApplicationChannel = (typeof ApplicationChannel)[keyof typeof ApplicationChannel];

/** Of Svalbard's foreign staff, as the application says. */
export const ForeignStaff = { NONE: 'NONE', REGISTERED: 'REGISTERED' } as const;
export type ForeignStaff = (typeof ForeignStaff)[keyof typeof ForeignStaff];
