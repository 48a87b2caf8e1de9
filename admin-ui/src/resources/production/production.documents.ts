import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';

const lineFields = graphql(`
  fragment ProductionLineFields on ProductionLine @_unmask {
    id batchNumber line orderItemId orderNumber orderLine cardNumber firmName status statusAt reason note dueOn late shippedOn
    canRelease releasedAt releasedReason releasedBy { id name initials } version
  }
`);
const batchFields = graphql(`
  fragment ProductionBatchFields on ProductionBatch @_unmask {
    id number madeAt dueOn lines sent acknowledged refused shipped late deliveredAt fetchedAt doneAt sha256
  }
`);

export const productionQuery = graphql(
  `
    query Production($page: PageInput) {
      production(page: $page) {
        ready { ...CountFields }
        waiting { ...ProductionLineFields }
        late { ...ProductionLineFields }
        batches { rows { ...ProductionBatchFields } pageInfo { ...PageInfoFields } }
      }
    }
  `,
  [countFields, pageInfoFields, lineFields, batchFields],
);
export type ProductionPage = ResultOf<typeof productionQuery>['production'];
export type Line = ProductionPage['waiting'][number];
export type Batch = ProductionPage['batches']['rows'][number];

export const productionBatchQuery = graphql(
  `
    query ProductionBatch($id: EntityId!) {
      productionBatch(id: $id) { batch { ...ProductionBatchFields } lines { ...ProductionLineFields } }
    }
  `,
  [lineFields, batchFields],
);

export const releaseLineMutation = graphql(
  `
    mutation ReleaseProductionLine($input: ReleaseProductionLineInput!) {
      releaseProductionLine(input: $input) { ...ProductionLineFields }
    }
  `,
  [lineFields],
);
