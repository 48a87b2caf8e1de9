/** As whom somebody calls. */
export const CallerCapacity = {
  /** About herself. */
  SELF: 'SELF',
  /** For a firm, as one who may order for it. */
  FIRM: 'FIRM',
  GUARDIAN: 'GUARDIAN',
  POWER_OF_ATTORNEY: 'POWER_OF_ATTORNEY',
} as const;
export type CallerCapacity = (typeof CallerCapacity)[keyof typeof CallerCapacity];

export const CallOutcome = {
  VERIFIED: 'VERIFIED',
  REFUSED: 'REFUSED',
  /** Folkeregisteret was silent: nobody was refused, and nobody verified. */
  NO_ANSWER: 'NO_ANSWER',
} as const;
export type CallOutcome = (typeof CallOutcome)[keyof typeof CallOutcome];

/** What a written power of attorney lets its holder do, the narrowest first. */
export const PowerScope = {
  STATUS: 'STATUS',
  CARDS: 'CARDS',
  ALL: 'ALL',
} as const;
export type PowerScope = (typeof PowerScope)[keyof typeof PowerScope];
