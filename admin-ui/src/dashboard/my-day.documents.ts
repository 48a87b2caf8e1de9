import {
  type CaseRow,
  caseRowFields,
  countFields,
  staffRefFields,
  undoOfferFields,
} from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const myDayQuery = graphql(
  `
    query MyDay($work: Boolean!) {
      myDay {
        today week mine onHold overdue dueToday withNewPost
        cases { ...CaseRowFields }
        queues { queue open { ...CountFields } inToday outToday overdue oldestDays history }
        sendingSoon { ...UndoOfferFields }
        exceptions {
          forApproval { ...CountFields } dueThisWeek { ...CountFields } promisedThisWeek { ...CountFields }
          expiring { ...CountFields } appeals { ...CountFields }
        }
        news { caseId caseNumber event { id at type note actor { ...StaffRefFields } } }
      }
      myCases(page: { first: 10 }) @include(if: $work) { rows { ...CaseRowFields } }
    }
  `,
  [caseRowFields, countFields, undoOfferFields, staffRefFields],
);

/** What is due this week comes with Min dag; the first of my cases fill the table when the week has few. */
export function nextCases({ myDay, myCases }: ResultOf<typeof myDayQuery>): CaseRow[] {
  const rows = new Map([...myDay.cases, ...(myCases?.rows ?? [])].map(row => [row.id, row]));
  return [...rows.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

export type MyDayAnswer = ResultOf<typeof myDayQuery>['myDay'];
export type QueueSize = MyDayAnswer['queues'][number];
export type News = MyDayAnswer['news'][number];
