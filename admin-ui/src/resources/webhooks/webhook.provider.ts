import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  createWebhookMutation,
  deliveriesQuery,
  makeWebhookSecretMutation,
  replayFailedMutation,
  replayWebhookMutation,
  resumeWebhookMutation,
  updateWebhookMutation,
  webhooksQuery,
} from './webhook.documents.ts';

export type DeliveryStatus = EnumOf<'DeliveryStatus'>;
export const STATUSES: readonly DeliveryStatus[] = ['QUEUED', 'SENDING', 'DELIVERED', 'FAILED'];
/** As the server knows them; it refuses any other. */
export const TOPICS = [
  'order.placed',
  'order_item.status',
  'card.status',
  'check.changed',
  'exception.status',
];

export async function listWebhooks(signal: AbortSignal) {
  return (await request(webhooksQuery, {}, { signal })).webhookEndpoints;
}

export async function listDeliveries(variables: VariablesOf<typeof deliveriesQuery>, signal: AbortSignal) {
  return (await request(deliveriesQuery, variables, { signal })).webhookDeliveries;
}

export async function createWebhook(input: VariablesOf<typeof createWebhookMutation>['input']) {
  return (await request(createWebhookMutation, { input })).createWebhook;
}

export async function updateWebhook(input: VariablesOf<typeof updateWebhookMutation>['input']) {
  return (await request(updateWebhookMutation, { input })).updateWebhook;
}

/** The secret is in this answer and nowhere else. */
export async function makeWebhookSecret(input: VariablesOf<typeof makeWebhookSecretMutation>['input']) {
  return (await request(makeWebhookSecretMutation, { input })).makeWebhookSecret;
}

export async function resumeWebhook(input: VariablesOf<typeof resumeWebhookMutation>['input']) {
  return (await request(resumeWebhookMutation, { input })).resumeWebhook;
}

export async function replayWebhook(id: string) {
  return (await request(replayWebhookMutation, { id })).replayWebhook;
}

/** @returns how many are sent again */
export async function replayFailed(input: VariablesOf<typeof replayFailedMutation>['input']) {
  return (await request(replayFailedMutation, { input })).replayFailedWebhooks;
}
