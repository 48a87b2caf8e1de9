import { graphql } from '../graphql/graphql.ts';

export const undoDecisionMutation = graphql(
  `mutation UndoDecision($decisionId: EntityId!) { undoDecision(decisionId: $decisionId) { id number kind version } }`,
);
