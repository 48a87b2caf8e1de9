import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export const journalQuery = graphql(
  `
    query Journal($filter: JournalFilter, $page: PageInput) {
      journal(filter: $filter, page: $page) {
        rows { id caseId caseNumber entryNumber type on correspondent title accessCode accessBasis }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [pageInfoFields, countFields],
);
export type JournalRow = ResultOf<typeof journalQuery>['journal']['rows'][number];
export type JournalAsk = VariablesOf<typeof journalQuery>;

export const exportJournalMutation = graphql(`
  mutation ExportJournal($input: ExportJournalInput!) {
    exportJournal(input: $input) { fileName entries xml }
  }
`);
export type ExportInput = VariablesOf<typeof exportJournalMutation>['input'];
