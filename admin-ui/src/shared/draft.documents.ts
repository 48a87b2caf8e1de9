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

export const orderDraftsQuery = graphql(
  `query OrderDrafts($number: ShortText!, $line: Int!) { order(number: $number, line: $line) { id line { id drafts { action body version updatedAt } } } }`,
);
export const saveOrderDraftMutation = graphql(
  `mutation SaveOrderDraft($input: SaveOrderDraftInput!) { saveOrderDraft(input: $input) { version updatedAt } }`,
);
export const discardOrderDraftMutation = graphql(
  `mutation DiscardOrderDraft($orderItemId: EntityId!, $action: ShortText!) { discardOrderDraft(orderItemId: $orderItemId, action: $action) }`,
);
