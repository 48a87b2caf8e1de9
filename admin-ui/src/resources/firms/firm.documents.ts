import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';
import { callFields } from '../caller/caller.documents.ts';

export const firmDetailFields = graphql(
  `
    fragment FirmDetailFields on FirmDetail {
      id orgNumber name form status registeredOn inCompanyRegister inVatRegister sectorCode employees street postcode city refreshedAt
      mainUnit { id orgNumber name }
      units { id orgNumber name status city }
      unitCount { ...CountFields }
      roles { id code holderName personId orders }
      delegations {
        id personId personName grantedByName fromOn toOn state revocable version
        unit { id orgNumber name }
      }
      approvals { register status fromOn toOn validTo }
      coverage { register known covered underWay }
      cases { id number kind status openedOn personName }
      openCases { ...CountFields }
      cards { ...CountFields }
      ordersUnderWay { ...CountFields }
      calls { ...CallFields }
    }
  `,
  [countFields, callFields],
);
export type FirmDetail = FragmentOf<typeof firmDetailFields>;

export const firmQuery = graphql(
  `query Firm($orgNumber: ShortText!) { firm(orgNumber: $orgNumber) { ...FirmDetailFields } }`,
  [firmDetailFields],
);
export const firmEmployeesQuery = graphql(
  `query FirmEmployees($orgNumber: ShortText!, $page: PageInput) {
    firmEmployees(orgNumber: $orgNumber, page: $page) {
      rows {
        id personId personName source kind startOn endOn
        unit { id orgNumber name }
        card { id number status expiresOn }
      }
      pageInfo { ...PageInfoFields }
      count { ...CountFields }
    }
  }`,
  [pageInfoFields, countFields],
);
export type Employee = ResultOf<typeof firmEmployeesQuery>['firmEmployees']['rows'][number];

export const firmOrdersQuery = graphql(
  `query FirmOrders($firm: ShortText!, $page: PageInput) {
    orders(filter: { firm: $firm }, sort: NEWEST, page: $page, withCount: true) {
      rows { id number line scheme status personName orderedOn }
      pageInfo { ...PageInfoFields }
      count { ...CountFields }
    }
  }`,
  [pageInfoFields, countFields],
);
export type FirmOrder = ResultOf<typeof firmOrdersQuery>['orders']['rows'][number];

export const refreshFirmMutation = graphql(`
  mutation RefreshFirm($input: RefreshFirmInput!) {
    refreshFirm(input: $input)
  }
`);

export const revokeDelegationMutation = graphql(
  `mutation RevokeDelegation($input: RevokeDelegationInput!) { revokeDelegation(input: $input) { ...FirmDetailFields } }`,
  [firmDetailFields],
);
export type RevokeInput = VariablesOf<typeof revokeDelegationMutation>['input'];
