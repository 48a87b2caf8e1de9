import { caseRowFields, countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';

export const casesQuery = graphql(
  `
    query Cases($filter: CaseFilter, $order: CaseOrder, $page: PageInput, $countExactly: Boolean) {
      cases(filter: $filter, order: $order, page: $page, withCount: true, countExactly: $countExactly) {
        rows { ...CaseRowFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [caseRowFields, pageInfoFields, countFields],
);
export const caseFacetsQuery = graphql(
  `
    query CaseFacets($filter: CaseFilter) {
      caseFacets(filter: $filter) {
        scheme { value count { ...CountFields } }
        status { value count { ...CountFields } }
        owner { value count { ...CountFields } }
        attempt { value count { ...CountFields } }
        due { value count { ...CountFields } }
      }
    }
  `,
  [countFields],
);
export const myCasesQuery = graphql(
  `
    query MyCases($page: PageInput) {
      myCases(page: $page) { rows { ...CaseRowFields } pageInfo { ...PageInfoFields } }
    }
  `,
  [caseRowFields, pageInfoFields],
);
export const registerInquiryMutation = graphql(`
  mutation RegisterInquiry($input: RegisterInquiryInput!) { registerInquiry(input: $input) { id number } }
`);

export type Facets = ResultOf<typeof caseFacetsQuery>['caseFacets'];
