import { pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';
import { caseDetailFields } from '../cases/case.documents.ts';

export const ruleFields = graphql(`
  fragment RuleFields on ExceptionRule {
    code register subject channels legalReference fourEyesOn
    name { nb nn en }
    who { nb nn en }
    requirements { key fact alternatives label { nb nn en } }
    validity { kind months roles date }
  }
`);

export const applicationDetailFields = graphql(
  `
    fragment ApplicationDetailFields on ApplicationDetail {
      id caseId number code register status channel channelAllowed version language receivedOn handedOverAt decidedOn
      wantedFrom evidenceEndsOn registrar mayHandOver contactName contactEmail orderNumber newFirm
      registeredBy { ...StaffRefFields }
      claims { vatProvision foreignStaff note employees workers dischargeDuty }
      person { id name birthDate maskedNationalId dNumber restricted }
      related { id name birthDate maskedNationalId dNumber restricted }
      workers { relation cardStatus person { id name maskedNationalId restricted } }
      firm { id orgNumber name form status sectorCode registeredOn employees }
      rule {
        code register subject channels legalReference fourEyesOn
        name { nb nn en }
        who { nb nn en }
        requirements { key fact alternatives label { nb nn en } }
        validity { kind months roles date }
      }
      checklist {
        key met wanting by missing { kinds } label { nb nn en }
        condition { state source comment saidBy saidAt documentId assessable }
      }
      approval
      coverage { known covered wanted ready waiting { number line status orderedOn } }
      suggested { at covered known groundIds statuteIds facts }
      proposedValidity { from to whileRole by }
      waitingOrders { number line scheme orderedOn status outcome cancelOn }
      entries { id fromOn toOn whileRole endedOn endReason }
      decisions {
        id kind outcome decidedOn validFrom validTo whileRole appealDeadlineOn replacesId digest groundCodes statuteCodes facts freeText
        decidedBy { ...StaffRefFields }
        approvedBy { ...StaffRefFields }
      }
      letters { id decisionId kind channel status createdAt returnedOn resent sentAt }
      appeals { id decisionId receivedOn deadlineOn late lateAccepted outcome forwardedAt packaged bodyOutcome bodyOutcomeOn }
    }
  `,
  [staffRefFields],
);

export const applicationQuery = graphql(
  `query ApplicationPage($caseId: EntityId!) { applicationDetail(caseId: $caseId) { ...ApplicationDetailFields } }`,
  [applicationDetailFields],
);

export const applicationsQuery = graphql(
  `query Applications($filter: ApplicationFilter, $page: PageInput) {
    applications(filter: $filter, page: $page, withCount: true) {
      rows { id caseId number code register status channel version receivedOn handedOverAt decidedOn dueOn promisedOn personName mayHandOver firm { id orgNumber name } }
      pageInfo { ...PageInfoFields }
      count { value exact }
    }
  }`,
  [pageInfoFields],
);

export const applicationOptionsQuery = graphql(`
  query ApplicationOptions($orderItemId: EntityId!, $language: Language!) {
    applicationOptions(orderItemId: $orderItemId, language: $language) {
      orderItemId orderNumber line
      person { id name birthDate maskedNationalId dNumber restricted }
      firm { id orgNumber name }
      proposals { code ruledOut }
      earlier { caseId number code status }
    }
  }
`);

export const exceptionRulesQuery = graphql(
  `query ExceptionRules($on: LocalDate) { exceptionCatalogue(on: $on) {
    rules { ...RuleFields }
    documentKinds { kind label { nb nn en } }
  } }`,
  [ruleFields],
);

export const precedentsQuery = graphql(`
  query Precedents($applicationId: EntityId!) {
    precedents(applicationId: $applicationId) {
      id caseId number code form outcome decidedOn validFrom validTo whileRole alike
      grounds { code version label { nb nn en } }
    }
  }
`);

const factsFields = graphql(`
  fragment FactsFields on ApplicationFacts { askedAt facts { key agreement value } }
`);

export const applicationFactsQuery = graphql(
  `query ApplicationFacts($caseId: EntityId!) { applicationFacts(caseId: $caseId) { ...FactsFields } }`,
  [factsFields],
);

export const askApplicationFactsMutation = graphql(
  `mutation AskApplicationFacts($caseId: EntityId!) { askApplicationFacts(caseId: $caseId) { ...FactsFields } }`,
  [factsFields],
);

export const registerApplicationMutation = graphql(
  `mutation RegisterApplication($input: RegisterApplicationInput!) { registerApplication(input: $input) { id caseId number } }`,
);

export const registerApprovalMutation = graphql(
  `mutation RegisterApproval($input: RegisterApprovalInput!) { registerApproval(input: $input) { id caseId number } }`,
);

export const assessConditionMutation = graphql(
  `mutation AssessCondition($input: AssessConditionInput!) { assessCondition(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);

export const openCardOrderingMutation = graphql(
  `mutation OpenCardOrdering($input: CaseVersionInput!) { openCardOrdering(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);

export const handOverApplicationMutation = graphql(
  `mutation HandOverApplication($input: HandOverApplicationInput!) { handOverApplication(input: $input) { caseId number } }`,
);

export type Application = FragmentOf<typeof applicationDetailFields>;
export type ExceptionRule = FragmentOf<typeof ruleFields>;
export type ApplicationRow = ResultOf<typeof applicationsQuery>['applications']['rows'][number];
export type ApplicationFilter = NonNullable<VariablesOf<typeof applicationsQuery>['filter']>;
export type ApplicationOptions = ResultOf<typeof applicationOptionsQuery>['applicationOptions'];
export type Precedent = ResultOf<typeof precedentsQuery>['precedents'][number];
export type NewApplication = VariablesOf<typeof registerApplicationMutation>['input'];
export type Comparison = FragmentOf<typeof factsFields>['facts'][number];
export type NewApproval = VariablesOf<typeof registerApprovalMutation>['input'];
export type AssessInput = VariablesOf<typeof assessConditionMutation>['input'];
export type Requirement = Application['checklist'][number];
export type Wording = ExceptionRule['name'];
