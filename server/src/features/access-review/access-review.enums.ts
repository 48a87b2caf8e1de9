export const OddityKind = {
  LIMIT: 'LIMIT',
  RESTRICTED: 'RESTRICTED',
  OWN_NAME: 'OWN_NAME',
  NO_CASE: 'NO_CASE',
  BURST: 'BURST',
  OTHER_QUEUE: 'OTHER_QUEUE',
  NIGHT: 'NIGHT',
  NO_HITS: 'NO_HITS',
  REFUSED: 'REFUSED',
  NOT_WORKING: 'NOT_WORKING',
} as const;
export type OddityKind = (typeof OddityKind)[keyof typeof OddityKind];
export const ReviewVerdict = {
  EXPLAINED: 'EXPLAINED',
  FOLLOW_UP: 'FOLLOW_UP',
} as const;
export type ReviewVerdict = (typeof ReviewVerdict)[keyof typeof ReviewVerdict];
