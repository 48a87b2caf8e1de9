export const CardStatus = {
  VALID: 'VALID',
  INVALID: 'INVALID',
  BLOCKED: 'BLOCKED',
  EXPIRED: 'EXPIRED',
} as const;
export type CardStatus = (typeof CardStatus)[keyof typeof CardStatus];

/** Why somebody has a card blocked. */
export const BlockReason = {
  LOST: 'LOST',
  STOLEN: 'STOLEN',
  DAMAGED: 'DAMAGED',
  WRONG_DETAILS: 'WRONG_DETAILS',
  SCHEME_SWITCH: 'SCHEME_SWITCH',
  EMPLOYMENT_ENDED: 'EMPLOYMENT_ENDED',
  HOLDER_DECEASED: 'HOLDER_DECEASED',
  MISUSE: 'MISUSE',
  OTHER: 'OTHER',
} as const;
export type BlockReason = (typeof BlockReason)[keyof typeof BlockReason];
