/** How a member of staff is tied to a person or a firm (fvl. § 6). */
export const TieKind = {
  SELF: 'SELF',
  FAMILY: 'FAMILY',
  CLOSE: 'CLOSE',
  EMPLOYER: 'EMPLOYER',
  INTEREST: 'INTEREST',
} as const;
export type TieKind = (typeof TieKind)[keyof typeof TieKind];
