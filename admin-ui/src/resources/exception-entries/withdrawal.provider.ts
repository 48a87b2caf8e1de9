import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import * as documents from './withdrawal.documents.ts';

export const previewWithdrawals = async (
  ask: VariablesOf<typeof documents.withdrawalPreviewQuery>,
  signal?: AbortSignal,
) => (await request(documents.withdrawalPreviewQuery, ask, { signal })).withdrawalPreview;

export const proposeWithdrawals = async (input: documents.WithdrawalsInput) =>
  (await request(documents.proposeWithdrawalsMutation, { input })).proposeWithdrawals;
