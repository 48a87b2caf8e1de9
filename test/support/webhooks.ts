/** A receiver of webhooks on a real port, and a sender that runs when a test says so. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SendWebhooksJob } from '../../server/src/features/webhook/send-webhooks.job.ts';
import type { WebhookTopic } from '../../server/src/features/webhook/webhook.enums.ts';
import { WEBHOOK_TOPICS } from '../../server/src/features/webhook/webhook.enums.ts';
import { createWebhookClient } from '../../server/src/features/webhook/webhook-client.http.ts';
import type { WebhookClient } from '../../server/src/features/webhook/webhook-client.ts';
import { freshSecret, sealSecret } from '../../server/src/features/webhook/webhook-secret.store.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import type { Desk } from './desk.ts';
import type { OrderItem } from './factories.ts';
import { insert } from './insert.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, received: Received) => void;

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What happens to the next ones. */
  answer: Answer;
  stop(): Promise<void>;
}

export const withStatus =
  (status: number, words = ''): Answer =>
  response =>
    void response.writeHead(status).end(words);

export async function startReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const got = { headers: request.headers, body: await text(request) };
    receiver.received.push(got);
    receiver.answer(response, got);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received: [],
    answer: withStatus(200),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** As a receiver would, by the specification alone. */
export function isSigned({ headers, body }: Received, secret: Buffer): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

export interface NewEndpoint {
  clientId: string;
  url: string;
  topics?: readonly WebhookTopic[];
}

export interface Endpoint {
  readonly id: string;
  readonly secret: Buffer;
}

export async function createEndpoint(
  desk: Desk,
  { clientId, url, topics = WEBHOOK_TOPICS }: NewEndpoint,
): Promise<Endpoint> {
  const keys = loadKeys(undefined, desk.config.dataDir);
  const secret = freshSecret();
  const id = await insert(desk, 'webhook_endpoint', {
    client_id: clientId,
    url,
    topics: [...topics],
    secret_enc: sealSecret(keys, secret, clientId),
    secret_key: keys.currentId,
  });
  return { id, secret };
}

/** Something happens to a line, and its event is written as the database writes it. */
export async function happens(
  desk: Desk,
  { id, orderId }: OrderItem,
  [from, to]: readonly [string, string],
): Promise<string> {
  return insert(desk, 'order_event', {
    organisation_id: 1,
    order_id: orderId,
    order_item_id: id,
    type: 'ITEM_STATUS',
    old_value: from,
    new_value: to,
  });
}

export interface SenderOptions {
  readonly now?: () => Date;
  readonly timeoutMs?: number;
  readonly client?: WebhookClient;
}

/** One server's sender. @returns how many were tried */
export function sender(
  desk: Desk,
  { now = () => new Date(), timeoutMs = 2_000, client }: SenderOptions = {},
) {
  const keys = loadKeys(undefined, desk.config.dataDir);
  const job = new SendWebhooksJob({
    clock: { now },
    keys,
    client: client ?? createWebhookClient({ openOnly: false, timeoutMs }),
    chance: () => 0.5,
  });
  const db = () =>
    new Db(desk.app.jobParts, SYSTEM, { requestId: randomUUID(), operation: 'send-webhooks', address: null });
  return { send: () => job.sendDue(db()), forget: () => job.forget(db()) };
}
