import { graphql } from '../graphql/graphql.ts';

export const draftsQuery = graphql(
  `query Drafts($id: EntityId!) { case(id: $id) { id drafts { action body version updatedAt } } }`,
);
export const saveDraftMutation = graphql(
  `mutation SaveDraft($input: SaveDraftInput!) { saveDraft(input: $input) { version updatedAt } }`,
);
export const discardDraftMutation = graphql(
  `mutation DiscardDraft($caseId: EntityId!, $action: ShortText!) { discardDraft(caseId: $caseId, action: $action) }`,
);
