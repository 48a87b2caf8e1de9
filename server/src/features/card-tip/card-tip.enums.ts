/** What somebody thinks is wrong with a card. */
export const TipCategory = {
  WRONG_PERSON: 'WRONG_PERSON',
  LOOKS_FORGED: 'LOOKS_FORGED',
  NOT_VALID: 'NOT_VALID',
  OTHER_EMPLOYER: 'OTHER_EMPLOYER',
  OTHER: 'OTHER',
} as const;
export type TipCategory = (typeof TipCategory)[keyof typeof TipCategory];
