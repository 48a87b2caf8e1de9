import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export const approvedFirmsQuery = graphql(
  `query ApprovedFirms($register: ApprovalRegister!, $filter: ApprovedFirmFilter, $page: PageInput) {
    approvedFirms(register: $register, filter: $filter, page: $page) {
      rows { id firm { orgNumber name } firmStatus register status since validTo lapsed county openCase { id number } }
      pageInfo { ...PageInfoFields }
      count { ...CountFields }
      overview { county status firms }
    }
  }`,
  [pageInfoFields, countFields],
);

/** What one firm is in a register, without the numbers beside it. */
export const firmStandingQuery = graphql(
  `query FirmStanding($register: ApprovalRegister!, $orgNumber: ShortText!) {
    approvedFirms(register: $register, filter: { text: $orgNumber }, page: { first: 1 }) {
      rows { id status validTo lapsed }
    }
  }`,
);

export type RegisterPage = ResultOf<typeof approvedFirmsQuery>['approvedFirms'];
export type ApprovedFirm = RegisterPage['rows'][number];
export type RegisterAsk = VariablesOf<typeof approvedFirmsQuery>;
export type RegisterFilter = NonNullable<RegisterAsk['filter']>;
export type Standing = ResultOf<typeof firmStandingQuery>['approvedFirms']['rows'][number];
