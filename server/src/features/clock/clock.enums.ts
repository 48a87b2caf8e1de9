/** BROKEN_OFF: its server died in the middle; the next run takes over what was left. */
export const JobRunState = {
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  BROKEN_OFF: 'BROKEN_OFF',
} as const;
export type JobRunState = (typeof JobRunState)[keyof typeof JobRunState];
