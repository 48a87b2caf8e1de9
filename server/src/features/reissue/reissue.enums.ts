/** How a proposal to issue invoices anew stands. */
export const ReissueState = {
  PROPOSED: 'PROPOSED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ReissueState = (typeof ReissueState)[keyof typeof ReissueState];

/** How one of its invoices stands. */
export const ReissueRowState = {
  /** For the approval, or for its turn after it. */
  WAITING: 'WAITING',
  /** Credited, and issued anew. */
  DONE: 'DONE',
  /** It could not be issued anew when its turn came; nothing was changed. */
  REFUSED: 'REFUSED',
  /** Of a proposal that was rejected or withdrawn. */
  DROPPED: 'DROPPED',
} as const;
export type ReissueRowState = (typeof ReissueRowState)[keyof typeof ReissueRowState];

/** Why the reference is another one now. */
export const ReissueCause = {
  WRONG_REFERENCE: 'WRONG_REFERENCE',
  REFERENCE_NOT_GIVEN: 'REFERENCE_NOT_GIVEN',
  /** It was right when ordering: the project or the buyer's system has changed since. */
  REFERENCE_CHANGED: 'REFERENCE_CHANGED',
} as const;
export type ReissueCause = (typeof ReissueCause)[keyof typeof ReissueCause];

/** Why an invoice cannot be issued anew. */
export const ReissueProblem = {
  IS_CREDIT_NOTE: 'IS_CREDIT_NOTE',
  /** Wholly or partly: what is left of it is another invoice than the first. */
  CREDITED: 'CREDITED',
  WRITTEN_OFF: 'WRITTEN_OFF',
  /** Paid by card, or billed to the orderer herself: it has no reference and no EHF. */
  NO_REFERENCE: 'NO_REFERENCE',
  /** From before 2020. */
  EARLIER_ISSUER: 'EARLIER_ISSUER',
  /** The reference was sent already; if the receiver does not see it, that is to be explained. */
  SAME_REFERENCE: 'SAME_REFERENCE',
  /** Another proposal waits for approval, or for its turn. */
  PROPOSED: 'PROPOSED',
  BOOKS_CLOSED: 'BOOKS_CLOSED',
} as const;
export type ReissueProblem = (typeof ReissueProblem)[keyof typeof ReissueProblem];

export const ReissueAction = { APPROVE: 'APPROVE', REJECT: 'REJECT', WITHDRAW: 'WITHDRAW' } as const;
export type ReissueAction = (typeof ReissueAction)[keyof typeof ReissueAction];
