export const StaffRole = {
  AGENT: 'AGENT',
  SENIOR_AGENT: 'SENIOR_AGENT',
  CASEWORKER: 'CASEWORKER',
  CASEWORKER_LEAD: 'CASEWORKER_LEAD',
  FINANCE: 'FINANCE',
  AUDITOR: 'AUDITOR',
  ADMIN: 'ADMIN',
} as const;
export type StaffRole = (typeof StaffRole)[keyof typeof StaffRole];

export const StaffOrganisationKind = {
  ISSUER: 'ISSUER',
  AUTHORITY: 'AUTHORITY',
} as const;
export type StaffOrganisationKind = (typeof StaffOrganisationKind)[keyof typeof StaffOrganisationKind];

export const SignInMethod = {
  DEMO: 'DEMO',
  PASSWORD: 'PASSWORD',
  OIDC: 'OIDC',
} as const;
export type SignInMethod = (typeof SignInMethod)[keyof typeof SignInMethod];
export const StaffGrantOutcome = {
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type StaffGrantOutcome = (typeof StaffGrantOutcome)[keyof typeof StaffGrantOutcome];
export const StaffGrantAction = {
  APPROVE: 'APPROVE',
  REJECT: 'REJECT',
  WITHDRAW: 'WITHDRAW',
} as const;
export type StaffGrantAction = (typeof StaffGrantAction)[keyof typeof StaffGrantAction];
