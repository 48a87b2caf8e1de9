import { deadlineFields } from '../graphql/fragments.ts';
import { graphql } from '../graphql/graphql.ts';

export const deadlineQuery = graphql(
  `query CaseDeadline($id: EntityId!) { case(id: $id) { id status deadline { ...DeadlineFields } } }`,
  [deadlineFields],
);

export const deadlineIfHeldQuery = graphql(
  `query DeadlineIfHeld($caseId: EntityId!, $until: LocalDate!) { deadlineIfHeld(caseId: $caseId, until: $until) { ...DeadlineFields } }`,
  [deadlineFields],
);
