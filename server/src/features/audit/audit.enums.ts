export const AuditKind = {
  CHANGE: 'CHANGE',
  READ: 'READ',
  SIGN_IN: 'SIGN_IN',
  REFUSED: 'REFUSED',
} as const;
export type AuditKind = (typeof AuditKind)[keyof typeof AuditKind];
