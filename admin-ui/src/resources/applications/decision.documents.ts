import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';
import { caseDetailFields } from '../cases/case.documents.ts';

export const letterFields = graphql(`
  fragment LetterFields on LetterText {
    kind language caseNumber date heading
    recipient { name lines }
    paragraphs { key locked title text }
    signers { role name }
  }
`);

export const decisionTextsQuery = graphql(`
  query DecisionTexts($code: ApplicationCode!, $outcome: DecisionOutcome!) {
    decisionTexts(code: $code, outcome: $outcome) {
      day
      grounds { id code version label { nb nn en } text { nb nn en } }
      statutes { id code source suggested citation { nb nn en } title { nb nn en } }
    }
  }
`);

export const decisionPreviewQuery = graphql(
  `query DecisionPreview($input: DecisionDraftInput!, $language: Language) {
    decisionPreview(input: $input, language: $language) {
      letter { ...LetterFields }
      points { code met }
      needsApproval deadlineOn
      faults { field code }
    }
  }`,
  [letterFields],
);

export const decisionProposalQuery = graphql(
  `query DecisionProposal($caseId: EntityId!) {
    decisionProposal(caseId: $caseId) {
      id state kind outcome proposedBy proposedAt validFrom validTo whileRole facts grounds freeText legalRefs
      letter { ...LetterFields }
      points { code met }
      parts { part versionId documentKind byProposerAt byMeAt }
      batch { caseId caseNumber }
      stands digest mayApprove mayReturn
    }
  }`,
  [letterFields],
);

export const proposeDecisionMutation = graphql(
  `mutation ProposeDecision($input: ProposeDecisionInput!) { proposeDecision(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const approveDecisionMutation = graphql(
  `mutation ApproveDecision($input: ApproveDecisionInput!) { approveDecision(input: $input) { caseId decisionId fell } }`,
);
export const returnProposalMutation = graphql(
  `mutation ReturnProposal($input: ReturnProposalInput!) { returnProposal(input: $input) { caseId decisionId fell } }`,
);
export const markPartSeenMutation = graphql(
  `mutation MarkProposalPartSeen($input: ProposalPartInput!) { markProposalPartSeen(input: $input) }`,
);

export const documentRequestQuery = graphql(
  `query DocumentRequest($caseId: EntityId!) {
    documentRequest(caseId: $caseId) { letter { ...LetterFields } points { code met } until missing }
  }`,
  [letterFields],
);
export const askForDocumentsMutation = graphql(
  `mutation AskForDocuments($input: CaseVersionInput!) { askForDocuments(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);

export const registerAppealMutation = graphql(
  `mutation RegisterAppeal($input: RegisterAppealInput!) { registerAppeal(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const acceptLateAppealMutation = graphql(
  `mutation AcceptLateAppeal($input: AcceptLateAppealInput!) { acceptLateAppeal(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const forwardAppealMutation = graphql(
  `mutation ForwardAppeal($input: ForwardAppealInput!) { forwardAppeal(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);

export const withdrawAppealMutation = graphql(
  `mutation WithdrawAppeal($input: CaseVersionInput!) { withdrawAppeal(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const recordAppealsBodyResultMutation = graphql(
  `mutation RecordAppealsBodyResult($input: AppealsBodyResultInput!) { recordAppealsBodyResult(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);

export type Letter = FragmentOf<typeof letterFields>;
export type DecisionTexts = ResultOf<typeof decisionTextsQuery>['decisionTexts'];
export type DecisionPreview = ResultOf<typeof decisionPreviewQuery>['decisionPreview'];
export type Proposal = NonNullable<ResultOf<typeof decisionProposalQuery>['decisionProposal']>;
export type DecisionInput = VariablesOf<typeof decisionPreviewQuery>['input'];
export type ProposalPart = VariablesOf<typeof markPartSeenMutation>['input']['part'];
export type PointCheck = DecisionPreview['points'][number];
