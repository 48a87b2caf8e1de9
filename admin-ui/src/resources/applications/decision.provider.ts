import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import * as documents from './decision.documents.ts';

export const getDecisionTexts = async (
  ask: VariablesOf<typeof documents.decisionTextsQuery>,
  signal?: AbortSignal,
) => (await request(documents.decisionTextsQuery, ask, { signal })).decisionTexts;

export const previewDecision = async (
  ask: VariablesOf<typeof documents.decisionPreviewQuery>,
  signal?: AbortSignal,
) => (await request(documents.decisionPreviewQuery, ask, { signal })).decisionPreview;

export const getProposal = async (caseId: string, signal?: AbortSignal) =>
  (await request(documents.decisionProposalQuery, { caseId }, { signal })).decisionProposal;

export const proposeDecision = async (
  input: VariablesOf<typeof documents.proposeDecisionMutation>['input'],
) => (await request(documents.proposeDecisionMutation, { input })).proposeDecision;

export const approveDecision = async (proposalId: string, digest: string) =>
  (await request(documents.approveDecisionMutation, { input: { proposalId, digest } })).approveDecision;

export const returnProposal = async (proposalId: string, reason: string) =>
  (await request(documents.returnProposalMutation, { input: { proposalId, reason } })).returnProposal;

export const markPartSeen = (proposalId: string, part: documents.ProposalPart) =>
  request(documents.markPartSeenMutation, { input: { proposalId, part } });

export const getDocumentRequest = async (caseId: string, signal?: AbortSignal) =>
  (await request(documents.documentRequestQuery, { caseId }, { signal })).documentRequest;

interface At {
  caseId: string;
  expectedVersion: number;
}

export const askForDocuments = async (at: At) =>
  (await request(documents.askForDocumentsMutation, { input: at })).askForDocuments;

export const registerAppeal = async (input: VariablesOf<typeof documents.registerAppealMutation>['input']) =>
  (await request(documents.registerAppealMutation, { input })).registerAppeal;

export const acceptLateAppeal = async (at: At, grounds: string) =>
  (await request(documents.acceptLateAppealMutation, { input: { ...at, grounds } })).acceptLateAppeal;

export const forwardAppeal = async (at: At, assessment: string) =>
  (await request(documents.forwardAppealMutation, { input: { ...at, assessment } })).forwardAppeal;

export const withdrawAppeal = async (at: At) =>
  (await request(documents.withdrawAppealMutation, { input: at })).withdrawAppeal;

export const recordAppealsBodyResult = async (
  input: VariablesOf<typeof documents.recordAppealsBodyResultMutation>['input'],
) => (await request(documents.recordAppealsBodyResultMutation, { input })).recordAppealsBodyResult;
