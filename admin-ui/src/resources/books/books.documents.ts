import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export const booksQuery = graphql(`
  query Books {
    books {
      closedThrough
      closings { id through closedAt closedBy { name } }
      days { on vouchers debitOre creditOre }
    }
  }
`);
export type Books = ResultOf<typeof booksQuery>['books'];
export type LedgerDay = Books['days'][number];

export const closeBooksMutation = graphql(`
  mutation CloseBooks($input: CloseBooksInput!) {
    closeBooks(input: $input) { closedThrough }
  }
`);
export type CloseInput = VariablesOf<typeof closeBooksMutation>['input'];
