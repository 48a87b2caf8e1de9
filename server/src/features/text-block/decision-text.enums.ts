/** What a decision is written with: the grounds a caseworker ticks, and the law it rests on. */
export const DecisionTextKind = { GROUND: 'GROUND', STATUTE: 'STATUTE' } as const;
export type DecisionTextKind = (typeof DecisionTextKind)[keyof typeof DecisionTextKind];
