import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const revealNationalIdMutation = graphql(`
  mutation RevealNationalId($input: RevealNationalIdInput!) {
    revealNationalId(input: $input) { nationalId visibleSeconds usedToday dailyLimit }
  }
`);

export type Reveal = ResultOf<typeof revealNationalIdMutation>['revealNationalId'];
