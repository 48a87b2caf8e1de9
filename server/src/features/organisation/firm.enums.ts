export const FirmStatus = {
  ACTIVE: 'ACTIVE',
  BANKRUPT: 'BANKRUPT',
  WINDING_UP: 'WINDING_UP',
  REMOVED: 'REMOVED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type FirmStatus = (typeof FirmStatus)[keyof typeof FirmStatus];

export const DelegationState = {
  COMING: 'COMING',
  HOLDS: 'HOLDS',
  ENDED: 'ENDED',
  REVOKED: 'REVOKED',
} as const;
export type DelegationState = (typeof DelegationState)[keyof typeof DelegationState];

/** Where an employment is registered. */
export const EmploymentSource = { AA: 'AA', OAR: 'OAR' } as const;
export type EmploymentSource = (typeof EmploymentSource)[keyof typeof EmploymentSource];

/** What came of asking the register about a firm now. */
export const FirmRefreshOutcome = {
  CHANGED: 'CHANGED',
  SAME: 'SAME',
  NO_ANSWER: 'NO_ANSWER',
  /** Less than a minute ago. */
  ASKED_LATELY: 'ASKED_LATELY',
} as const;
export type FirmRefreshOutcome = (typeof FirmRefreshOutcome)[keyof typeof FirmRefreshOutcome];
