/** Why staff take back a right to order. */
export const DelegationRevokeReason = {
  ROLE_HOLDER_ASKED: 'ROLE_HOLDER_ASKED',
  LEFT_FIRM: 'LEFT_FIRM',
  MISUSE: 'MISUSE',
  ERROR: 'ERROR',
} as const;
export type DelegationRevokeReason = (typeof DelegationRevokeReason)[keyof typeof DelegationRevokeReason];
