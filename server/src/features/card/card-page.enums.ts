/** What can be done on the page of a card. */
export const CardPageAction = {
  BLOCK: 'BLOCK',
  REISSUE: 'REISSUE',
  RECORD_SHREDDED: 'RECORD_SHREDDED',
  RECORD_SEIZED: 'RECORD_SEIZED',
  CHECK_AGAIN: 'CHECK_AGAIN',
} as const;
export type CardPageAction = (typeof CardPageAction)[keyof typeof CardPageAction];

/** How staff came to be asked to block a card. */
export const BlockRequest = {
  /** Needs a verified call (domain section 9). */
  PHONE: 'PHONE',
  /** In writing, signed in or by letter. */
  WRITTEN: 'WRITTEN',
  /** By a control authority. */
  AUTHORITY: 'AUTHORITY',
  /** Nobody asked: the desk found it out. */
  OWN: 'OWN',
} as const;
export type BlockRequest = (typeof BlockRequest)[keyof typeof BlockRequest];

export const CardRecord = { SHREDDED: 'SHREDDED', SEIZED: 'SEIZED' } as const;
export type CardRecord = (typeof CardRecord)[keyof typeof CardRecord];
