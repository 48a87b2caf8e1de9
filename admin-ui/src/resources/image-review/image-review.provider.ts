import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import type { Language } from '../../i18n/index.ts';
import { undoDecisionMutation } from '../../shared/undo.documents.ts';
import {
  approveImagesMutation,
  extendReservationMutation,
  imageBenchQuery,
  mailPreviewQuery,
  peekNextQuery,
  type ReasonCode,
  reasonCatalogueQuery,
  rejectImagesMutation,
  releaseCaseMutation,
  reservationQuery,
  sendingSoonQuery,
  skipCaseMutation,
  takeCaseMutation,
  takeNextImagesMutation,
} from './image-review.documents.ts';

export interface CaseVersion {
  caseId: string;
  expectedVersion: number;
}
export interface TaggedReason {
  code: ReasonCode;
  part: EnumOf<'ImagePart'>;
}
export interface Rejection extends CaseVersion {
  reasons: TaggedReason[];
  comment: string | null;
}
interface LeaveCase<Reason> extends CaseVersion {
  reason: Reason;
  comment: string | null;
}

export const getBench = async (caseId: string, signal?: AbortSignal) =>
  (await request(imageBenchQuery, { caseId }, { signal })).imageBench;
export const peekNext = async (asked: VariablesOf<typeof peekNextQuery>, signal?: AbortSignal) =>
  (await request(peekNextQuery, asked, { signal })).peekNext;
export const getReasonCatalogue = async (language: Language) =>
  (await request(reasonCatalogueQuery, { language })).reasonCatalogue;
export const getReservation = async (id: string, signal?: AbortSignal) =>
  (await request(reservationQuery, { id }, { signal })).case;
export const getSendingSoon = async (signal?: AbortSignal) =>
  (await request(sendingSoonQuery, {}, { signal })).myDay.sendingSoon;
export const getMailPreview = async (caseId: string, reasons: TaggedReason[], comment: string | null) =>
  (await request(mailPreviewQuery, { caseId, reasons, comment })).mailPreview;

export const takeNextImages = async (queue: EnumOf<'CaseQueue'>) =>
  (await request(takeNextImagesMutation, { queue })).takeNext.case;
export const takeCase = async (input: CaseVersion) => (await request(takeCaseMutation, { input })).takeCase;
export const extendReservation = async (caseId: string) =>
  (await request(extendReservationMutation, { caseId })).extendReservation;
export const releaseCase = (input: LeaveCase<EnumOf<'ReleaseReason'>>) =>
  request(releaseCaseMutation, { input });
export const skipCase = (input: LeaveCase<EnumOf<'SkipReason'>>) => request(skipCaseMutation, { input });
export const approveImages = async (input: CaseVersion) =>
  (await request(approveImagesMutation, { input })).approveImages;
export const rejectImages = async (input: Rejection) =>
  (await request(rejectImagesMutation, { input })).rejectImages;
export const undoDecision = async (decisionId: string) =>
  (await request(undoDecisionMutation, { decisionId })).undoDecision;
