import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const exceptionRuleFields = graphql(`
  fragment ExceptionRuleFields on ExceptionRule {
    code id validFrom register subject channels legalReference fourEyesOn turnoverNok newFirmMonths
    name { nb nn en } who { nb nn en }
    requirements { key fact alternatives label { nb nn en } }
    validity { kind months deleteAfter roles date }
  }
`);
export const exceptionChangeFields = graphql(
  `
  fragment ExceptionChangeFields on ExceptionRuleChange {
    id code validFrom state grounds proposedAt withdrawnReason allowedActions
    proposedBy { name } approvedBy { name } withdrawnBy { name }
    rule { ...ExceptionRuleFields } before { ...ExceptionRuleFields }
  }
`,
  [exceptionRuleFields],
);
export const usualRuleFields = graphql(`
  fragment UsualRuleFields on UsualRule {
    code validFrom sectorCodes industryCodes forms name { nb nn en }
  }
`);
export const usualChangeFields = graphql(
  `
  fragment UsualChangeFields on UsualRuleChange {
    id code validFrom state grounds proposedAt withdrawnReason allowedActions
    proposedBy { name } approvedBy { name } withdrawnBy { name }
    rule { ...UsualRuleFields } before { ...UsualRuleFields }
  }
`,
  [usualRuleFields],
);
export const approvalRuleFields = graphql(`
  fragment ApprovalRuleFields on ApplicationRule {
    code id validFrom channels legalReference fourEyesOn
    name { nb nn en } who { nb nn en }
    requirements {
      key alternatives label { nb nn en }
      condition { of duty smallAlternatives atLeast { from employees } smallBelow { from employees } }
    }
    validity { kind months }
  }
`);
export const approvalChangeFields = graphql(
  `
  fragment ApprovalChangeFields on ApprovalRuleChange {
    id code validFrom state grounds proposedAt withdrawnReason allowedActions
    proposedBy { name } approvedBy { name } withdrawnBy { name }
    rule { ...ApprovalRuleFields } before { ...ApprovalRuleFields }
  }
`,
  [approvalRuleFields],
);
export type ApprovalRule = FragmentOf<typeof approvalRuleFields>;
export type ApprovalChange = FragmentOf<typeof approvalChangeFields>;
export type UsualRule = FragmentOf<typeof usualRuleFields>;
export type UsualChange = FragmentOf<typeof usualChangeFields>;
export type ExceptionRule = FragmentOf<typeof exceptionRuleFields>;
export type ExceptionChange = FragmentOf<typeof exceptionChangeFields>;

export const exceptionCatalogueQuery = graphql(
  `query ExceptionCatalogue($on: LocalDate) {
    exceptionCatalogue(on: $on) {
      day
      rules { ...ExceptionRuleFields }
      approvals { ...ApprovalRuleFields }
      usual { ...UsualRuleFields }
      documentKinds { kind label { nb nn en } }
    }
  }`,
  [exceptionRuleFields, approvalRuleFields, usualRuleFields],
);
export const exceptionRuleChangesQuery = graphql(
  `query ExceptionRuleChanges($code: ExceptionCode) { exceptionRuleChanges(code: $code) { ...ExceptionChangeFields } }`,
  [exceptionChangeFields],
);
export const approvalRuleChangesQuery = graphql(
  `query ApprovalRuleChanges($code: ApprovalCode) { approvalRuleChanges(code: $code) { ...ApprovalChangeFields } }`,
  [approvalChangeFields],
);
export const proposeApprovalRuleMutation = graphql(
  `mutation ProposeApprovalRule($input: ProposeApprovalRuleInput!) { proposeApprovalRule(input: $input) { id state } }`,
);
export const usualRuleChangesQuery = graphql(
  `query UsualRuleChanges { usualRuleChanges { ...UsualChangeFields } }`,
  [usualChangeFields],
);
export const proposeUsualRuleMutation = graphql(
  `mutation ProposeUsualRule($input: ProposeUsualRuleInput!) { proposeUsualRule(input: $input) { id state } }`,
);
export const proposeExceptionRuleMutation = graphql(
  `mutation ProposeExceptionRule($input: ProposeExceptionRuleInput!) { proposeExceptionRule(input: $input) { id state } }`,
);
export const approveExceptionRuleMutation = graphql(
  `mutation ApproveExceptionRule($id: EntityId!) { approveExceptionRule(id: $id) { id state } }`,
);
export const withdrawExceptionRuleMutation = graphql(
  `mutation WithdrawExceptionRule($input: WithdrawExceptionRuleInput!) { withdrawExceptionRule(input: $input) { id state } }`,
);
export const rehearseExceptionRuleQuery = graphql(
  `query RehearseExceptionRule($id: EntityId!) {
    rehearseExceptionRule(id: $id) {
      since decisions openCases capped differCount moveCount
      reasons { reason count }
      differing { caseId number decidedOn reasons }
      moving { caseId number receivedOn reasons }
    }
  }`,
);
export const rehearseUsualRuleQuery = graphql(
  `query RehearseUsualRule($id: EntityId!) {
    rehearseUsualRule(id: $id) {
      since lines openLines capped differCount moveCount
      reasons { reason count }
      differing { number line orderedOn firmName orgNumber reason }
      moving { number line orderedOn firmName orgNumber reason }
    }
  }`,
);
