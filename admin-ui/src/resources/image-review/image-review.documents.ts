import {
  caseRowFields,
  countFields,
  deadlineFields,
  reservationFields,
  staffRefFields,
  undoOfferFields,
} from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';

const imageFields = graphql(`
  fragment BenchImage on StoredImage { id part mediaType width height bytes displayUrl thumbnailUrl }
`);

const submissionFields = graphql(
  `
    fragment BenchSubmission on ImageSubmission {
      id attempt status channel submittedAt version
      photo { ...BenchImage }
      identification { ...BenchImage }
      findings { reason level value box { part x y width height } }
      decision {
        id outcome comment decidedAt undoneAt
        decidedBy { ...StaffRefFields }
        reasons { code part label remedy final }
      }
    }
  `,
  [imageFields, staffRefFields],
);

const benchFields = graphql(
  `
    fragment BenchFields on ImageBench {
      decidedToday
      remaining { ...CountFields }
      case {
        id number status version language dueOn allowedActions
        barred { reason at byTie staff { ...StaffRefFields } }
        takers { ...StaffRefFields }
        person { id name birthDate maskedNationalId dNumber restricted }
        orderItem {
          orderNumber line scheme ordererName ordererRole ordererLanguage headgearExemption
          unit { orgNumber name }
          mainUnit { orgNumber name }
        }
        deadline { ...DeadlineFields }
        reservation { ...ReservationFields }
        drafts { action body version updatedAt }
        uploadLink { expiresAt usedAt revokedAt }
        undo { ...UndoOfferFields }
      }
      submission { ...BenchSubmission }
      previous { ...BenchSubmission }
    }
  `,
  [countFields, deadlineFields, reservationFields, staffRefFields, undoOfferFields, submissionFields],
);

export const imageBenchQuery = graphql(
  `query ImageBench($caseId: EntityId!) { imageBench(caseId: $caseId) { ...BenchFields } }`,
  [benchFields],
);
export const peekNextQuery = graphql(
  `query PeekNext($queue: CaseQueue!, $except: EntityId) { peekNext(queue: $queue, except: $except) { ...BenchFields } }`,
  [benchFields],
);
export const reasonCatalogueQuery = graphql(`
  query ReasonCatalogue($language: Language!) {
    reasonCatalogue(language: $language) { code part final label remedy }
  }
`);
export const reservationQuery = graphql(
  `query BenchReservation($id: EntityId!) { case(id: $id) { id status version reservation { ...ReservationFields } } }`,
  [reservationFields],
);
export const sendingSoonQuery = graphql(
  `query SendingSoon { myDay { sendingSoon { ...UndoOfferFields } } }`,
  [undoOfferFields],
);
export const mailPreviewQuery = graphql(`
  query MailPreview($caseId: EntityId!, $reasons: [ReasonInput!]!, $comment: LongText) {
    mailPreview(caseId: $caseId, reasons: $reasons, comment: $comment) { subject text recipient }
  }
`);

export const takeNextImagesMutation = graphql(
  `mutation TakeNextImages($queue: CaseQueue!) { takeNext(queue: $queue) { case { ...CaseRowFields } } }`,
  [caseRowFields],
);
export const takeCaseMutation = graphql(
  `
    mutation TakeCase($input: CaseVersionInput!) {
      takeCase(input: $input) { id version reservation { ...ReservationFields } }
    }
  `,
  [reservationFields],
);
export const extendReservationMutation = graphql(
  `mutation ExtendReservation($caseId: EntityId!) { extendReservation(caseId: $caseId) { ...ReservationFields } }`,
  [reservationFields],
);
export const releaseCaseMutation = graphql(
  `mutation ReleaseFromBench($input: ReleaseCaseInput!) { releaseCase(input: $input) { id } }`,
);
export const skipCaseMutation = graphql(
  `mutation SkipCase($input: SkipCaseInput!) { skipCase(input: $input) }`,
);
export const approveImagesMutation = graphql(
  `mutation ApproveImages($input: CaseVersionInput!) { approveImages(input: $input) { ...UndoOfferFields } }`,
  [undoOfferFields],
);
export const rejectImagesMutation = graphql(
  `mutation RejectImages($input: RejectImagesInput!) { rejectImages(input: $input) { ...UndoOfferFields } }`,
  [undoOfferFields],
);

export type Bench = ResultOf<typeof imageBenchQuery>['imageBench'];
export type BenchCase = Bench['case'];
export type Submission = NonNullable<Bench['submission']>;
export type StoredImage = Submission['photo'];
export type Finding = Submission['findings'][number];
export type Decision = NonNullable<Submission['decision']>;
export type CatalogueReason = ResultOf<typeof reasonCatalogueQuery>['reasonCatalogue'][number];
export type ReasonCode = CatalogueReason['code'];
export type MailPreview = ResultOf<typeof mailPreviewQuery>['mailPreview'];
