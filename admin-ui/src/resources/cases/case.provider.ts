import { request } from '../../graphql/client.ts';
import { caseQuery, colleaguesQuery } from './case.documents.ts';
import type { InputOf } from './case-writes.documents.ts';
import * as documents from './case-writes.documents.ts';

export async function getCase(id: string, signal?: AbortSignal) {
  return (await request(caseQuery, { id }, { signal })).case;
}

/** Whom a case can be handed to, or be barred from; never oneself. */
export async function getColleagues(signal?: AbortSignal) {
  return (await request(colleaguesQuery, {}, { signal })).colleagues;
}

export const takeCase = async (input: InputOf<typeof documents.takeCaseMutation>) =>
  (await request(documents.takeCaseMutation, { input })).takeCase;
export const releaseCase = async (input: InputOf<typeof documents.releaseCaseMutation>) =>
  (await request(documents.releaseCaseMutation, { input })).releaseCase;
export const handOverCase = async (input: InputOf<typeof documents.handOverCaseMutation>) =>
  (await request(documents.handOverCaseMutation, { input })).handOverCase;
export const holdCase = async (input: InputOf<typeof documents.holdCaseMutation>) =>
  (await request(documents.holdCaseMutation, { input })).holdCase;
export const resumeCase = async (input: InputOf<typeof documents.resumeCaseMutation>) =>
  (await request(documents.resumeCaseMutation, { input })).resumeCase;
export const addNote = async (input: InputOf<typeof documents.addNoteMutation>) =>
  (await request(documents.addNoteMutation, { input })).addNote;
export const linkCase = async (input: InputOf<typeof documents.linkCaseMutation>) =>
  (await request(documents.linkCaseMutation, { input })).linkCase;
export const unlinkCase = async (input: InputOf<typeof documents.unlinkCaseMutation>) =>
  (await request(documents.unlinkCaseMutation, { input })).unlinkCase;
export const barPerson = async (input: InputOf<typeof documents.barPersonMutation>) =>
  (await request(documents.barPersonMutation, { input })).barPerson;
export const unbarPerson = async (input: InputOf<typeof documents.unbarPersonMutation>) =>
  (await request(documents.unbarPersonMutation, { input })).unbarPerson;
export const reopenCase = async (input: InputOf<typeof documents.reopenCaseMutation>) =>
  (await request(documents.reopenCaseMutation, { input })).reopenCase;
export const closeCase = async (input: InputOf<typeof documents.closeCaseMutation>) =>
  (await request(documents.closeCaseMutation, { input })).closeCase;
export const tellEmployerOfTip = async (input: InputOf<typeof documents.tellEmployerOfTipMutation>) =>
  (await request(documents.tellEmployerOfTipMutation, { input })).tellEmployerOfTip;
export const askIssuerToBlock = async (input: InputOf<typeof documents.askIssuerToBlockMutation>) =>
  (await request(documents.askIssuerToBlockMutation, { input })).askIssuerToBlock;
export const setPriority = async (input: InputOf<typeof documents.setPriorityMutation>) =>
  (await request(documents.setPriorityMutation, { input })).setPriority;
export const setPromise = async (input: InputOf<typeof documents.setPromiseMutation>) =>
  (await request(documents.setPromiseMutation, { input })).setPromise;
export const sendUploadLink = async (input: InputOf<typeof documents.sendUploadLinkMutation>) =>
  (await request(documents.sendUploadLinkMutation, { input })).sendUploadLink;
export const revokeUploadLink = async (input: InputOf<typeof documents.revokeUploadLinkMutation>) =>
  (await request(documents.revokeUploadLinkMutation, { input })).revokeUploadLink;
export const skipCase = async (input: InputOf<typeof documents.skipCaseMutation>) =>
  (await request(documents.skipCaseMutation, { input })).skipCase;
export const extendReservation = async (caseId: string) =>
  (await request(documents.extendReservationMutation, { caseId })).extendReservation;
