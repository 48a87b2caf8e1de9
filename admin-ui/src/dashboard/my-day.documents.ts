import { caseRowFields, countFields, staffRefFields, undoOfferFields } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const myDayQuery = graphql(
  `
    query MyDay {
      myDay {
        today week mine onHold overdue dueToday withNewPost
        cases { ...CaseRowFields }
        queues { queue open { ...CountFields } inToday outToday overdue oldestDays history }
        sendingSoon { ...UndoOfferFields }
        news { caseId caseNumber event { id at type note actor { ...StaffRefFields } } }
      }
    }
  `,
  [caseRowFields, countFields, undoOfferFields, staffRefFields],
);

export type MyDayAnswer = ResultOf<typeof myDayQuery>['myDay'];
export type QueueSize = MyDayAnswer['queues'][number];
export type News = MyDayAnswer['news'][number];
