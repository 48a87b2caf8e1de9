import { reservationFields } from '../../graphql/fragments.ts';
import { graphql, type VariablesOf } from '../../graphql/graphql.ts';
import { caseDetailFields } from './case.documents.ts';

export const takeCaseMutation = graphql(
  `mutation TakeOnCasePage($input: CaseVersionInput!) { takeCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const releaseCaseMutation = graphql(
  `mutation ReleaseCase($input: ReleaseCaseInput!) { releaseCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const handOverCaseMutation = graphql(
  `mutation HandOverCase($input: HandOverCaseInput!) { handOverCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const holdCaseMutation = graphql(
  `mutation HoldCase($input: HoldCaseInput!) { holdCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const resumeCaseMutation = graphql(
  `mutation ResumeCase($input: CaseVersionInput!) { resumeCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const addNoteMutation = graphql(
  `mutation AddNote($input: AddNoteInput!) { addNote(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const linkCaseMutation = graphql(
  `mutation LinkCase($input: LinkCaseInput!) { linkCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const unlinkCaseMutation = graphql(
  `mutation UnlinkCase($input: UnlinkCaseInput!) { unlinkCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const barPersonMutation = graphql(
  `mutation BarPerson($input: BarPersonInput!) { barPerson(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const unbarPersonMutation = graphql(
  `mutation UnbarPerson($input: UnbarPersonInput!) { unbarPerson(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const reopenCaseMutation = graphql(
  `mutation ReopenCase($input: ReopenCaseInput!) { reopenCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const closeCaseMutation = graphql(
  `mutation CloseCase($input: CloseCaseInput!) { closeCase(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const tellEmployerOfTipMutation = graphql(
  `mutation TellEmployerOfTip($input: CaseVersionInput!) { tellEmployerOfTip(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const askIssuerToBlockMutation = graphql(
  `mutation AskIssuerToBlock($input: CaseVersionInput!) { askIssuerToBlock(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const setPriorityMutation = graphql(
  `mutation SetPriority($input: SetPriorityInput!) { setPriority(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const setPromiseMutation = graphql(
  `mutation SetPromise($input: SetPromiseInput!) { setPromise(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const sendUploadLinkMutation = graphql(
  `mutation SendUploadLink($input: CaseVersionInput!) { sendUploadLink(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const revokeUploadLinkMutation = graphql(
  `mutation RevokeUploadLink($input: CaseVersionInput!) { revokeUploadLink(input: $input) { ...CaseDetailFields } }`,
  [caseDetailFields],
);
export const skipCaseMutation = graphql(
  `mutation SkipOnCasePage($input: SkipCaseInput!) { skipCase(input: $input) }`,
);
export const extendReservationMutation = graphql(
  `mutation ExtendOnCasePage($caseId: EntityId!) { extendReservation(caseId: $caseId) { ...ReservationFields } }`,
  [reservationFields],
);

export type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;
