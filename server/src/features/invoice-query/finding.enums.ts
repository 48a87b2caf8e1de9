/** Whether the invoice an enquiry is about is known. */
export const FindingState = {
  FOUND: 'FOUND',
  /** Nothing is shown or told to the asker: the desk asks back. */
  AMBIGUOUS: 'AMBIGUOUS',
} as const;
export type FindingState = (typeof FindingState)[keyof typeof FindingState];

/** What shows that the asker belongs to the firm that was billed. */
export const Confirmation = {
  /** The organisation number of the main unit that was billed. */
  MAIN_UNIT: 'MAIN_UNIT',
  /** That of the sub-unit on a line. */
  SUB_UNIT: 'SUB_UNIT',
  /** The address has ordered for the firm before. */
  CONTACT: 'CONTACT',
  /** Two numbers of the same invoice of which none follows from the other. */
  TWO_NUMBERS: 'TWO_NUMBERS',
  /** A clerk has chosen it, and said why. */
  STAFF: 'STAFF',
} as const;
export type Confirmation = (typeof Confirmation)[keyof typeof Confirmation];

export const AmbiguityReason = {
  NO_NUMBER: 'NO_NUMBER',
  /** No invoice has any of the numbers. */
  NO_MATCH: 'NO_MATCH',
  SEVERAL: 'SEVERAL',
  /** One fits, and nothing shows that the asker may hear about it. */
  UNCONFIRMED: 'UNCONFIRMED',
  /** The asker names one firm, or writes for one, and the number is another's. */
  OTHER_FIRM: 'OTHER_FIRM',
} as const;
export type AmbiguityReason = (typeof AmbiguityReason)[keyof typeof AmbiguityReason];
