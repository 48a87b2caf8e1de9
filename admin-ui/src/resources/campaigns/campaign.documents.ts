import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

const campaignFields = graphql(`
  fragment CampaignFields on ConfirmationCampaign @_unmask { id register year dueOn openedAt firms progress { state firms } }
`);

export const campaignsQuery = graphql(
  `query ConfirmationCampaigns { confirmationCampaigns { ...CampaignFields } }`,
  [campaignFields],
);

export const campaignQuery = graphql(
  `
    query ConfirmationCampaign($id: EntityId!, $filter: ConfirmationFilter, $page: PageInput) {
      confirmationCampaign(id: $id, filter: $filter, page: $page) {
        campaign { ...CampaignFields }
        rows { id firm { id orgNumber name } state caseId caseNumber confirmedAt commentBy version }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [campaignFields, pageInfoFields, countFields],
);

export const recordConfirmationMutation = graphql(
  `mutation RecordConfirmation($input: RecordConfirmationInput!) { recordConfirmation(input: $input) }`,
);

export const sendRemindersMutation = graphql(
  `mutation SendConfirmationReminders($input: SendConfirmationRemindersInput!) {
    sendConfirmationReminders(input: $input) { confirmationId done refusal code }
  }`,
);

export const sendNoticesMutation = graphql(
  `mutation SendAdvanceNotices($input: SendAdvanceNoticesInput!) {
    sendAdvanceNotices(input: $input) { confirmationId done refusal code }
  }`,
);

export const previewConfirmationWithdrawalsQuery = graphql(
  `query PreviewConfirmationWithdrawals($ids: [EntityId!]!) {
    previewConfirmationWithdrawals(confirmationIds: $ids) { ready refused rows { refusal row { id firm { name } } } consequences {
      orders cards firms { firm { id orgNumber name } orders cards } affectedOrders { orderNumber unitName lines } cardholders { personName firmName }
    } }
  }`,
);

export const proposeConfirmationWithdrawalsMutation = graphql(
  `mutation ProposeConfirmationWithdrawals($input: ProposeConfirmationWithdrawalsInput!) {
    proposeConfirmationWithdrawals(input: $input) { confirmationId done refusal code }
  }`,
);

export type Campaign = ResultOf<typeof campaignsQuery>['confirmationCampaigns'][number];
export type CampaignPage = ResultOf<typeof campaignQuery>['confirmationCampaign'];
export type ConfirmationRow = CampaignPage['rows'][number];
export type ConfirmationState = ConfirmationRow['state'];
export type BatchResult = ResultOf<typeof sendRemindersMutation>['sendConfirmationReminders'][number];
export type Consequences = ResultOf<
  typeof previewConfirmationWithdrawalsQuery
>['previewConfirmationWithdrawals']['consequences'];
export type CampaignVariables = VariablesOf<typeof campaignQuery>;
export type RecordInput = VariablesOf<typeof recordConfirmationMutation>['input'];
export type NoticesInput = VariablesOf<typeof sendNoticesMutation>['input'];
export type WithdrawalsInput = VariablesOf<typeof proposeConfirmationWithdrawalsMutation>['input'];
