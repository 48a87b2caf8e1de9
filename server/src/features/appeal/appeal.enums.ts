export const AppealOutcome = {
  /** The decision stands; the appeals body has the last word. */
  UPHELD: 'UPHELD',
  REVERSED: 'REVERSED',
  DISMISSED: 'DISMISSED',
  /** By the appellant. */
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type AppealOutcome = (typeof AppealOutcome)[keyof typeof AppealOutcome];

/** What the appeals body decided. */
export const BodyOutcome = { UPHELD: 'UPHELD', REVERSED: 'REVERSED', SENT_BACK: 'SENT_BACK' } as const;
export type BodyOutcome = (typeof BodyOutcome)[keyof typeof BodyOutcome];
