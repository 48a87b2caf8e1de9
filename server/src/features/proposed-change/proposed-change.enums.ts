export const ChangeAction = { APPROVE: 'APPROVE', WITHDRAW: 'WITHDRAW' } as const;
export type ChangeAction = (typeof ChangeAction)[keyof typeof ChangeAction];

/** WAITING: not approved. COMING: approved, not begun. BEGUN: holds, or held until a later one. */
export const ChangeState = {
  WAITING: 'WAITING',
  COMING: 'COMING',
  BEGUN: 'BEGUN',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
} as const;
export type ChangeState = (typeof ChangeState)[keyof typeof ChangeState];
