import { request } from '../../graphql/client.ts';
import * as documents from './campaign.documents.ts';

/** Asked for anew after a write about confirmations. */
export const CAMPAIGN_KEYS = ['campaigns', 'case', 'application', 'my-day', 'menu-counts'];

export const getCampaigns = async (signal: AbortSignal) =>
  (await request(documents.campaignsQuery, {}, { signal })).confirmationCampaigns;

export const getCampaign = async (ask: documents.CampaignVariables, signal: AbortSignal) =>
  (await request(documents.campaignQuery, ask, { signal })).confirmationCampaign;

export const recordConfirmation = async (input: documents.RecordInput) =>
  (await request(documents.recordConfirmationMutation, { input })).recordConfirmation;

export const sendReminders = async (confirmationIds: string[]) =>
  (await request(documents.sendRemindersMutation, { input: { confirmationIds } })).sendConfirmationReminders;

export const sendNotices = async (input: documents.NoticesInput) =>
  (await request(documents.sendNoticesMutation, { input })).sendAdvanceNotices;

export const previewWithdrawals = async (ids: string[], signal: AbortSignal) =>
  (await request(documents.previewConfirmationWithdrawalsQuery, { ids }, { signal }))
    .previewConfirmationWithdrawals;

export const proposeWithdrawals = async (input: documents.WithdrawalsInput) =>
  (await request(documents.proposeConfirmationWithdrawalsMutation, { input })).proposeConfirmationWithdrawals;
