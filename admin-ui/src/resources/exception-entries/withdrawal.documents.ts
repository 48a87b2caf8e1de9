import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';
import { entryRowFields } from './entry.documents.ts';

export const withdrawalPreviewQuery = graphql(
  `query WithdrawalPreview($filter: EntryFilter!, $entryIds: [EntityId!]) {
    withdrawalPreview(filter: $filter, entryIds: $entryIds) { ready refused more rows { refusal row { ...EntryRowFields } } }
  }`,
  [entryRowFields],
);

export const proposeWithdrawalsMutation = graphql(
  `mutation ProposeWithdrawals($input: ProposeWithdrawalsInput!) {
    proposeWithdrawals(input: $input) { entryId caseNumber proposed refusal code }
  }`,
);

export type WithdrawalPreview = ResultOf<typeof withdrawalPreviewQuery>['withdrawalPreview'];
export type WithdrawalRow = WithdrawalPreview['rows'][number];
export type WithdrawalResult = ResultOf<typeof proposeWithdrawalsMutation>['proposeWithdrawals'][number];
export type WithdrawalsInput = VariablesOf<typeof proposeWithdrawalsMutation>['input'];
