import { request } from '../../graphql/client.ts';
import {
  type ApproveInput,
  approveReissueMutation,
  type PreviewInput,
  type ProposeInput,
  previewReissueQuery,
  proposeReissueMutation,
  type ReissueState,
  type RejectInput,
  reissueProposalQuery,
  reissueProposalsQuery,
  rejectReissueMutation,
  type WithdrawInput,
  withdrawReissueMutation,
} from './reissue.documents.ts';

interface Page {
  first: number;
  after: string | null;
}

export async function previewReissue(input: PreviewInput, signal: AbortSignal) {
  return (await request(previewReissueQuery, { input }, { signal })).previewReissue;
}

export async function listReissues(state: ReissueState, page: Page, signal: AbortSignal) {
  return (await request(reissueProposalsQuery, { state, page }, { signal })).reissueProposals;
}

export async function getReissue(id: string, signal: AbortSignal) {
  return (await request(reissueProposalQuery, { id }, { signal })).reissueProposal;
}

export async function proposeReissue(input: ProposeInput) {
  return (await request(proposeReissueMutation, { input })).proposeReissue;
}

export async function approveReissue(input: ApproveInput) {
  return (await request(approveReissueMutation, { input })).approveReissue;
}

export async function rejectReissue(input: RejectInput) {
  return (await request(rejectReissueMutation, { input })).rejectReissue;
}

export async function withdrawReissue(input: WithdrawInput) {
  return (await request(withdrawReissueMutation, { input })).withdrawReissue;
}
