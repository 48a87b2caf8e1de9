/** What a decision is about: the application itself, an appeal, the end of an entry, or a mistake in an earlier decision. */
export const DecisionKind = {
  FIRST: 'FIRST',
  APPEAL: 'APPEAL',
  WITHDRAWAL: 'WITHDRAWAL',
  CORRECTION: 'CORRECTION',
} as const;
export type DecisionKind = (typeof DecisionKind)[keyof typeof DecisionKind];

export const ProposalState = {
  OPEN: 'OPEN',
  APPROVED: 'APPROVED',
  RETURNED: 'RETURNED',
  /** Something it rested on has changed. */
  VOID: 'VOID',
} as const;
export type ProposalState = (typeof ProposalState)[keyof typeof ProposalState];

/** Parts of a proposal that the approver opens, beside every document. */
export const ProposalPart = { REGISTERS: 'REGISTERS', GROUNDS: 'GROUNDS', LETTER: 'LETTER' } as const;
export type ProposalPart = (typeof ProposalPart)[keyof typeof ProposalPart];
