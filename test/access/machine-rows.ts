/** Machines the matrix asks about, and where they are told what happens: fresh ones at every call; they belong to no organisation. */
import { freshSecret, sealSecret } from '../../server/src/features/webhook/webhook-secret.store.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { type Bulk, freshId } from '../support/bulk.ts';
import type { Desk } from '../support/desk.ts';
import type { Firm } from '../support/factories.ts';
import type { Bag } from './rows.ts';

export const MACHINE_TABLES = [
  'machine_client',
  'machine_secret',
  'order_event',
  'webhook_endpoint',
  'webhook_delivery',
] as const;

export function addMachine(bulk: Bulk): Bag {
  const [id, secretId] = [freshId(), freshId()];
  bulk.add('machine_client', {
    id,
    client_id: `hk-matrise-${id}`,
    name: 'Prøveportal',
    kind: 'PORTAL',
    authentication: 'SECRET',
    scopes: ['order.read'],
    active: true,
    version: 1,
    created_at: new Date(),
  });
  bulk.add('machine_secret', {
    id: secretId,
    client_id: id,
    hash: `x${id}`,
    hint: 'abcd',
    created_at: new Date(),
  });
  return {
    id,
    machineId: id,
    secretId,
    name: 'Prøveportal',
    scopes: ['order.read'],
    active: true,
    expectedVersion: 1,
  };
}

/** An endpoint, and a message that did not arrive there. */
export function addWebhook(bulk: Bulk, { config }: Pick<Desk, 'config'>, firm: Firm): Bag {
  const keys = loadKeys(undefined, config.dataDir);
  const eventId = addEvent(bulk, firm);
  const { id: machineId } = addMachine(bulk);
  const [id, deliveryId] = [freshId(), freshId()];
  bulk.add('webhook_endpoint', {
    id,
    client_id: machineId,
    url: 'https://portal.example/hook',
    topics: ['card.status'],
    secret_enc: sealSecret(keys, freshSecret(), String(machineId)),
    secret_key: keys.currentId,
    active: true,
    failures: 0,
    version: 1,
    created_at: new Date(),
    paused_at: new Date(),
    pause_reason: 'TOO_MANY_FAILURES',
  });
  bulk.add('webhook_delivery', {
    id: deliveryId,
    endpoint_id: id,
    event_id: eventId,
    at: new Date(),
    topic: 'card.status',
    event: { orderNumber: '1000001', cardNumber: '1000000017', newValue: 'VALID' },
    subject: 'order 1',
    status: 'FAILED',
    attempts: 9,
    created_at: new Date(),
    since: new Date(),
    next_at: new Date(),
    last_code: 500,
    last_error: 'TIMEOUT',
    last_answer: 'Zqsvar',
    delivered_at: new Date(),
    replays: 0,
  });
  const what = { url: 'https://portal.example/hook', topics: ['card.status'], active: true };
  return { ...what, id, deliveryId, endpointId: id, machineId, expectedVersion: 1 };
}

function addEvent(bulk: Bulk, { unit, main }: Firm): string {
  const [orderId, eventId] = [freshId(), freshId()];
  bulk.add('card_order', {
    id: orderId,
    organisation_id: 1,
    number: `5${orderId.slice(-6)}`,
    unit_id: unit,
    main_unit_id: main,
    scheme: 'CONSTRUCTION',
    ordered_on: '2026-11-02',
    placed_at: '2026-11-02T08:00:00Z',
    channel: 'API',
    version: 1,
  });
  bulk.add('order_event', {
    id: eventId,
    organisation_id: 1,
    order_id: orderId,
    at: new Date(),
    type: 'PLACED',
  });
  return eventId;
}
