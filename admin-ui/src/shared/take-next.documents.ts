import { caseRowFields } from '../graphql/fragments.ts';
import { graphql } from '../graphql/graphql.ts';

export const takeNextMutation = graphql(
  `mutation TakeNext($queue: CaseQueue!) { takeNext(queue: $queue) { case { ...CaseRowFields } } }`,
  [caseRowFields],
);
