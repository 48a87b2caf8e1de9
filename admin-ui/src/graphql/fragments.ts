import { type FragmentOf, graphql } from './graphql.ts';

export const staffRefFields = graphql(`fragment StaffRefFields on StaffRef { id name initials }`);
export const countFields = graphql(`fragment CountFields on CappedCount { value exact }`);
export const pageInfoFields = graphql(
  `fragment PageInfoFields on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
);
export const reservationFields = graphql(
  `fragment ReservationFields on Reservation { until mine by { ...StaffRefFields } }`,
  [staffRefFields],
);
export const deadlineFields = graphql(`
  fragment DeadlineFields on Deadline {
    startOn dueOn days daysCounted daysLeft holdDays paused overdueDays
    holidaysSkipped { on name }
    holds { fromOn toOn }
  }
`);
/** One line of any list of cases. */
export const caseRowFields = graphql(
  `
    fragment CaseRowFields on CaseRow {
      id number kind status queue priority version
      personName firmName orgNumber orderNumber scheme attempt title
      openedOn dueOn promisedOn holdUntil dueDays daysCounted closedAt hasNewPost
      reservation { ...ReservationFields }
    }
  `,
  [reservationFields],
);
export const undoOfferFields = graphql(
  `fragment UndoOfferFields on UndoOffer { decisionId caseId caseNumber outcome reasons until secondsLeft version }`,
);

export type StaffRef = FragmentOf<typeof staffRefFields>;
export type Count = FragmentOf<typeof countFields>;
export type PageInfo = FragmentOf<typeof pageInfoFields>;
export type Reservation = FragmentOf<typeof reservationFields>;
export type Deadline = FragmentOf<typeof deadlineFields>;
export type CaseRow = FragmentOf<typeof caseRowFields>;
export type UndoOffer = FragmentOf<typeof undoOfferFields>;
