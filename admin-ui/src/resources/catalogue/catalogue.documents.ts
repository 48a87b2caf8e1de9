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
export type ExceptionRule = FragmentOf<typeof exceptionRuleFields>;
export type ExceptionChange = FragmentOf<typeof exceptionChangeFields>;

export const exceptionCatalogueQuery = graphql(
  `query ExceptionCatalogue($on: LocalDate) {
    exceptionCatalogue(on: $on) {
      day
      rules { ...ExceptionRuleFields }
      usual { code validFrom sectorCodes industryCodes forms name { nb nn en } }
      documentKinds { kind label { nb nn en } }
    }
  }`,
  [exceptionRuleFields],
);
export const exceptionRuleChangesQuery = graphql(
  `query ExceptionRuleChanges($code: ExceptionCode) { exceptionRuleChanges(code: $code) { ...ExceptionChangeFields } }`,
  [exceptionChangeFields],
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
