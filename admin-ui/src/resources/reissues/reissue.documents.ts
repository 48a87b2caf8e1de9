import { countFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { type EnumOf, graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export type ReissueState = EnumOf<'ReissueState'>;
export type ReissueCause = EnumOf<'ReissueCause'>;

const planFields = graphql(`
  fragment ReissuePlanFields on ReissuePlanRow @_unmask {
    invoiceId number kid orderNumber issuedOn dueOn customerReference grossOre balanceOre problem
    after { grossOre movedOre owedOre dueOn }
  }
`);
const proposalFields = graphql(
  `
    fragment ReissueProposalFields on ReissueProposal @_unmask {
      id state cause reference firm { id name orgNumber } invoices done refused waiting firstNumber grossOre
      proposedBy { ...StaffRefFields } proposedAt settledBy { ...StaffRefFields } settledAt finishedAt reason version allowedActions
    }
  `,
  [staffRefFields],
);
const detailFields = graphql(
  `
    fragment ReissueDetailFields on ReissueProposalDetail @_unmask {
      digest
      proposal { ...ReissueProposalFields }
      rows {
        state problem movedOre plan { ...ReissuePlanFields }
        creditNote { id number kid dueOn } newInvoice { id number kid dueOn }
      }
    }
  `,
  [planFields, proposalFields],
);

export const previewReissueQuery = graphql(
  `
    query PreviewReissue($input: PreviewReissueInput!) {
      previewReissue(input: $input) {
        firmName orgNumber referenceFault ready refused nextNumber nextKid nextCreditNumber rows { ...ReissuePlanFields }
      }
    }
  `,
  [planFields],
);
export type ReissuePreview = ResultOf<typeof previewReissueQuery>['previewReissue'];
export type PlanRow = ReissuePreview['rows'][number];
export type PreviewInput = VariablesOf<typeof previewReissueQuery>['input'];

export const reissueProposalsQuery = graphql(
  `
    query ReissueProposals($state: ReissueState, $page: PageInput) {
      reissueProposals(state: $state, page: $page) {
        rows { ...ReissueProposalFields }
        pageInfo { ...PageInfoFields }
        forCheck { ...CountFields }
        causes { cause invoices }
      }
    }
  `,
  [proposalFields, pageInfoFields, countFields],
);
export type ReissueProposals = ResultOf<typeof reissueProposalsQuery>['reissueProposals'];
export type ReissueProposal = ReissueProposals['rows'][number];

export const reissueProposalQuery = graphql(
  `query ReissueProposal($id: EntityId!) { reissueProposal(id: $id) { ...ReissueDetailFields } }`,
  [detailFields],
);
export type ReissueDetail = ResultOf<typeof reissueProposalQuery>['reissueProposal'];
export type ReissueRow = ReissueDetail['rows'][number];

export const proposeReissueMutation = graphql(
  `mutation ProposeReissue($input: ProposeReissueInput!) { proposeReissue(input: $input) { ...ReissueDetailFields } }`,
  [detailFields],
);
export type ProposeInput = VariablesOf<typeof proposeReissueMutation>['input'];
export const approveReissueMutation = graphql(
  `mutation ApproveReissue($input: ApproveReissueInput!) { approveReissue(input: $input) { ...ReissueDetailFields } }`,
  [detailFields],
);
export type ApproveInput = VariablesOf<typeof approveReissueMutation>['input'];
export const rejectReissueMutation = graphql(
  `mutation RejectReissue($input: RejectReissueInput!) { rejectReissue(input: $input) { ...ReissueDetailFields } }`,
  [detailFields],
);
export type RejectInput = VariablesOf<typeof rejectReissueMutation>['input'];
export const withdrawReissueMutation = graphql(
  `mutation WithdrawReissue($input: SettleReissueInput!) { withdrawReissue(input: $input) { ...ReissueDetailFields } }`,
  [detailFields],
);
export type WithdrawInput = VariablesOf<typeof withdrawReissueMutation>['input'];
