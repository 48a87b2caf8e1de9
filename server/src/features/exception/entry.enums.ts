/** On a day: before its first one, between both, past its last one, or ended before it. */
export const EntryState = {
  UPCOMING: 'UPCOMING',
  ACTIVE: 'ACTIVE',
  EXPIRED: 'EXPIRED',
  ENDED: 'ENDED',
} as const;
export type EntryState = (typeof EntryState)[keyof typeof EntryState];

/** Why it ended before its last day. */
export const EntryEnd = {
  WITHDRAWN: 'WITHDRAWN',
  REPLACED: 'REPLACED',
  ROLE_ENDED: 'ROLE_ENDED',
  REVERSED: 'REVERSED',
} as const;
export type EntryEnd = (typeof EntryEnd)[keyof typeof EntryEnd];

export const EntrySort = { NEWEST: 'NEWEST', SOONEST: 'SOONEST' } as const;
export type EntrySort = (typeof EntrySort)[keyof typeof EntrySort];

/** The life of an entry, from the application to its end. */
export const EntryStepKind = {
  APPLICATION: 'APPLICATION',
  DOCUMENT: 'DOCUMENT',
  DECISION: 'DECISION',
  BEGUN: 'BEGUN',
  WARNED: 'WARNED',
  APPEAL: 'APPEAL',
  APPEAL_SETTLED: 'APPEAL_SETTLED',
  EXPIRED: 'EXPIRED',
  ENDED: 'ENDED',
  FOLLOWED: 'FOLLOWED',
} as const;
export type EntryStepKind = (typeof EntryStepKind)[keyof typeof EntryStepKind];

/** Why an entry cannot be withdrawn. */
export const WithdrawalRefusal = {
  /** Its last day has passed, or it was ended. */
  OVER: 'OVER',
  /** The caller is barred from the case (inhabil). */
  BARRED: 'BARRED',
  /** A decision on the case waits for its second signature. */
  FOR_APPROVAL: 'FOR_APPROVAL',
  APPEALED: 'APPEALED',
  /** A colleague is working on the case. */
  RESERVED: 'RESERVED',
} as const;
export type WithdrawalRefusal = (typeof WithdrawalRefusal)[keyof typeof WithdrawalRefusal];
