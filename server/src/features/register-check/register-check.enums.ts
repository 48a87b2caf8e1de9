/** The registers of domain guide section 6. */
export const Register = {
  ENHETSREGISTERET: 'ENHETSREGISTERET',
  FORETAKSREGISTERET: 'FORETAKSREGISTERET',
  MVA: 'MVA',
  FOLKEREGISTERET: 'FOLKEREGISTERET',
  AA: 'AA',
  OAR: 'OAR',
  UDI: 'UDI',
  CLEANING_APPROVAL: 'CLEANING_APPROVAL',
  CAR_CARE_APPROVAL: 'CAR_CARE_APPROVAL',
  STAFFING: 'STAFFING',
} as const;
export type Register = (typeof Register)[keyof typeof Register];

export const CheckOutcome = {
  APPROVED: 'APPROVED',
  APPROVED_BY_EXCEPTION: 'APPROVED_BY_EXCEPTION',
  APPROVED_BY_SELF_DECLARATION: 'APPROVED_BY_SELF_DECLARATION',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  PENDING: 'PENDING',
  REJECTED: 'REJECTED',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type CheckOutcome = (typeof CheckOutcome)[keyof typeof CheckOutcome];
