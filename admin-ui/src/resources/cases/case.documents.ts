import {
  deadlineFields,
  reservationFields,
  staffRefFields,
  undoOfferFields,
} from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';
import { mailRowFields } from '../outbox/outbox.documents.ts';

const submissionFields = graphql(
  `
    fragment CaseSubmission on ImageSubmission {
      id attempt status channel submittedAt
      photo { id width height displayUrl thumbnailUrl }
      identification { id width height displayUrl thumbnailUrl }
      findings { reason level }
      decision {
        id outcome comment decidedAt undoneAt
        decidedBy { ...StaffRefFields }
        reasons { code part label remedy final }
      }
    }
  `,
  [staffRefFields],
);
const orderFields = graphql(`
  fragment CaseOrder on OrderItem {
    id orderNumber line scheme status imageRequirement orderedOn ordererName ordererRole ordererEmail ordererLanguage
    headgearExemption
    unit { orgNumber name }
    mainUnit { orgNumber name }
  }
`);

export const caseDetailFields = graphql(
  `
    fragment CaseDetailFields on CaseDetail {
      id number kind status queue priority channel language version title description
      person { id name birthDate maskedNationalId dNumber restricted }
      organisation { orgNumber name }
      orderItem { ...CaseOrder }
      openedOn dueOn promisedOn closedAt holdReason holdUntil holdNote allowedActions
      deadline { ...DeadlineFields }
      reservation { ...ReservationFields }
      events { id at type oldValue newValue note actor { ...StaffRefFields } }
      links { id relation caseId number title status }
      barred { reason at byTie staff { ...StaffRefFields } }
      takers { ...StaffRefFields }
      drafts { action body version updatedAt }
      submissions { ...CaseSubmission }
      mails { ...MailRowFields }
      uploadLink { id createdAt expiresAt usedAt revokedAt }
      undo { ...UndoOfferFields }
    }
  `,
  [
    orderFields,
    deadlineFields,
    reservationFields,
    staffRefFields,
    submissionFields,
    mailRowFields,
    undoOfferFields,
  ],
);

export const caseQuery = graphql(`query CasePage($id: EntityId!) { case(id: $id) { ...CaseDetailFields } }`, [
  caseDetailFields,
]);
export const colleaguesQuery = graphql(`query Colleagues { colleagues { ...StaffRefFields } }`, [
  staffRefFields,
]);

export type CaseDetail = ResultOf<typeof caseQuery>['case'];
export type CaseEvent = CaseDetail['events'][number];
export type CaseLink = CaseDetail['links'][number];
export type BarredPerson = CaseDetail['barred'][number];
export type Submission = CaseDetail['submissions'][number];
export type UploadLink = NonNullable<CaseDetail['uploadLink']>;
export type CaseAction = CaseDetail['allowedActions'][number];
