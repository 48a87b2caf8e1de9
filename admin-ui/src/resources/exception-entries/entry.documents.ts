import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type ResultOf } from '../../graphql/graphql.ts';

export const entryRowFields = graphql(`
  fragment EntryRowFields on ExceptionEntryRow @_unmask {
    id caseId caseNumber code register personName firm { id orgNumber name } state fromOn toOn whileRole endedOn endReason daysLeft
  }
`);
export type EntryRow = FragmentOf<typeof entryRowFields>;

export const exceptionEntriesQuery = graphql(
  `
    query ExceptionEntries($filter: EntryFilter, $sort: EntrySort, $page: PageInput) {
      exceptionEntries(filter: $filter, sort: $sort, page: $page) {
        rows { ...EntryRowFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
        facets {
          register { value count { ...CountFields } }
          code { value count { ...CountFields } }
          state { value count { ...CountFields } }
          soon { ...CountFields }
        }
      }
    }
  `,
  [entryRowFields, pageInfoFields, countFields],
);
export type Facets = ResultOf<typeof exceptionEntriesQuery>['exceptionEntries']['facets'];

export const exceptionEntryQuery = graphql(
  `
    query ExceptionEntry($id: EntityId!) {
      exceptionEntry(id: $id) {
        row { ...EntryRowFields }
        deleteAfter mayWithdraw refusal
        history { kind on what decisionKind by approvedBy entryId }
        rests { orderNumber line scheme orderedOn status outcome cardNumber cardStatus cardExpiresOn }
      }
    }
  `,
  [entryRowFields],
);
export type Entry = ResultOf<typeof exceptionEntryQuery>['exceptionEntry'];
export type Step = Entry['history'][number];
