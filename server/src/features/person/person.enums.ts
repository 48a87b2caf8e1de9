export const RevealPurpose = {
  CORRECT_ORDER: 'CORRECT_ORDER',
  IDENTITY_CHECK: 'IDENTITY_CHECK',
  REGISTER_LOOKUP: 'REGISTER_LOOKUP',
  ACCESS_REQUEST: 'ACCESS_REQUEST',
  OTHER: 'OTHER',
} as const;
export type RevealPurpose = (typeof RevealPurpose)[keyof typeof RevealPurpose];

/** As Folkeregisteret says; an inactive D-number is INACTIVE (R20). */
export const PersonRegisterStatus = {
  ACTIVE: 'ACTIVE',
  INACTIVE: 'INACTIVE',
  DECEASED: 'DECEASED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type PersonRegisterStatus = (typeof PersonRegisterStatus)[keyof typeof PersonRegisterStatus];
