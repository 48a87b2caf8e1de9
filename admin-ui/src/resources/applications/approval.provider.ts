import { request } from '../../graphql/client.ts';
import * as documents from './application.documents.ts';

interface At {
  caseId: string;
  expectedVersion: number;
}

export const registerApproval = async (input: documents.NewApproval) =>
  (await request(documents.registerApprovalMutation, { input })).registerApproval;

export const assessCondition = async (input: documents.AssessInput) =>
  (await request(documents.assessConditionMutation, { input })).assessCondition;

export const openCardOrdering = async (at: At) =>
  (await request(documents.openCardOrderingMutation, { input: at })).openCardOrdering;
