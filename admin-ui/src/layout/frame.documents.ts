import { countFields } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const menuCountsQuery = graphql(
  `
    query MenuCounts {
      menuCounts { imageReview { ...CountFields } inquiry { ...CountFields } tipInvalidCard { ...CountFields } exception { ...CountFields } approval { ...CountFields } invoiceQuery { ...CountFields } protectedPersons { ...CountFields } stalledOrders { ...CountFields } mine onHold outbox overdue staffGrants settings production vatFirms reissues lettersToPrint }
    }
  `,
  [countFields],
);
export type MenuCounts = ResultOf<typeof menuCountsQuery>['menuCounts'];

export const searchQuery = graphql(`
  query Search($text: ShortText!) { search(text: $text) { hits { group id caseId title subtitle status orgNumber order { number line status } } } }
`);
export type SearchHit = ResultOf<typeof searchQuery>['search']['hits'][number];
