import { type FragmentOf, graphql } from '../../../graphql/graphql.ts';

export const decisionTextFields = graphql(`
  fragment DecisionTextFields on DecisionText {
    id kind code version validFrom validTo exceptionCodes outcomes source
    label { nb nn en } text { nb nn en }
  }
`);
export const decisionTextChangeFields = graphql(
  `
  fragment DecisionTextChangeFields on DecisionTextChange {
    id validFrom state grounds withdrawnReason allowedActions
    proposedBy { name } approvedBy { name } withdrawnBy { name }
    text { ...DecisionTextFields } before { ...DecisionTextFields }
  }
`,
  [decisionTextFields],
);
export type DecisionText = FragmentOf<typeof decisionTextFields>;
export type DecisionTextChange = FragmentOf<typeof decisionTextChangeFields>;

export const decisionTextCatalogueQuery = graphql(
  `query DecisionTextCatalogue($on: LocalDate) { decisionTextCatalogue(on: $on) { day texts { ...DecisionTextFields } } }`,
  [decisionTextFields],
);
export const decisionTextHistoryQuery = graphql(
  `query DecisionTextHistory($kind: DecisionTextKind!, $code: ShortText) {
    decisionTextHistory(kind: $kind, code: $code) { born { ...DecisionTextFields } changes { ...DecisionTextChangeFields } }
  }`,
  [decisionTextFields, decisionTextChangeFields],
);
export const proposeDecisionTextMutation = graphql(
  `mutation ProposeDecisionText($input: ProposeDecisionTextInput!) { proposeDecisionText(input: $input) { id state } }`,
);
export const approveDecisionTextMutation = graphql(
  `mutation ApproveDecisionText($input: DecisionTextRefInput!) { approveDecisionText(input: $input) { id state } }`,
);
export const withdrawDecisionTextMutation = graphql(
  `mutation WithdrawDecisionText($input: WithdrawDecisionTextInput!) { withdrawDecisionText(input: $input) { id state } }`,
);
