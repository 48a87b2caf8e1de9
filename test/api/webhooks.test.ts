import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWebhookClient } from '../../server/src/features/webhook/webhook-client.http.ts';
import { createApplication } from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createOrderItem, createPerson, type Firm } from '../support/factories.ts';
import { createMachine } from '../support/machines.ts';
import {
  createEndpoint,
  type Endpoint,
  happens,
  isSigned,
  type Receiver,
  sender,
  startReceiver,
  withStatus,
} from '../support/webhooks.ts';

let desk: Desk;
let admin: Client;
let firm: Firm;
let clientId: string;
let receiver: Receiver;
let endpoint: Endpoint;
let time = new Date();
const now = () => time;
const later = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.as('admin');
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.sql.query('update webhook_endpoint set active = false');
  firm = await createFirm(desk);
  clientId = (await createMachine(desk, { firmId: firm.main })).id;
  receiver = await startReceiver();
  endpoint = await createEndpoint(desk, { clientId, url: receiver.url });
  time = new Date(Date.now() + 1_000);
});
afterEach(() => receiver.stop());

const NAME = { givenName: 'Zqfornavn', familyName: 'Zqetternavn' };
const anItem = async () => createOrderItem(desk, { firm, personId: (await createPerson(desk, NAME)).id });
const deliveries = async () =>
  (
    await desk.sql.query(
      'select id, status, attempts, last_code, last_error, last_answer from webhook_delivery where endpoint_id = $1 order by id',
      [endpoint.id],
    )
  ).rows;
const statuses = async () => (await deliveries()).map(({ status }) => status);

describe('what happens to an application for an exception', () => {
  const appliedBy = (client: string) => createApplication(desk, { firm, clientId: client });
  const becomes = (id: string, status: string) =>
    desk.sql.query('update exception_application set status = $2, status_at = now() where id = $1', [
      id,
      status,
    ]);

  test('is told to the machine that sent it, by number and state, and to nobody else', async () => {
    const other = await createMachine(desk, { firmId: firm.main });
    const topics = ['exception.status'] as const;
    await createEndpoint(desk, { clientId: other.id, url: receiver.url, topics });
    const mine = endpoint;
    const application = await appliedBy(clientId);
    await becomes(application.id, 'AWAITING_DOCUMENTS');
    await becomes(application.id, 'UNDER_REVIEW');
    const send = sender(desk, { now });
    await send.send();
    await send.send();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data)).toEqual([
      {
        ...{ applicationNumber: application.number, code: 'AA_ENK_SPOUSE', mainUnit: firm.mainOrgNumber },
        ...{ from: 'UNDER_REVIEW', to: 'AWAITING_DOCUMENTS' },
      },
      expect.objectContaining({ from: 'AWAITING_DOCUMENTS', to: 'UNDER_REVIEW' }),
    ]);
    const [message] = receiver.received;
    expect(message && isSigned(message, mine.secret)).toBe(true);
    expect(message?.headers['webhook-id']).toMatch(/^evt_a\d+$/);
    const { webhookDeliveries } = await admin.ask(
      'query D($filter: WebhookDeliveryFilter) { webhookDeliveries(filter: $filter) { rows { topic applicationNumber } } }',
      { filter: { endpointId: mine.id } },
    );
    expect(webhookDeliveries.rows[0]).toEqual({
      topic: 'exception.status',
      applicationNumber: application.number,
    });
  });

  test('is not told to one that did not ask for it', async () => {
    const { id } = await createMachine(desk, { firmId: firm.main });
    await createEndpoint(desk, { clientId: id, url: receiver.url, topics: ['card.status'] });
    const before = 'select count(*)::int as n from webhook_delivery';
    const { rows } = await desk.sql.query(before);
    await becomes((await appliedBy(id)).id, 'AWAITING_DOCUMENTS');
    expect((await desk.sql.query(before)).rows).toEqual(rows);
  });
});

describe('what happens to an order', () => {
  test('is told to the machine of its firm, signed, with numbers and states and nothing about anybody', async () => {
    const item = await anItem();
    const eventId = await happens(desk, item, ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    const [message] = receiver.received;
    if (!message) throw new Error('nothing came');
    expect(isSigned(message, endpoint.secret)).toBe(true);
    expect(isSigned({ ...message, body: message.body.replace('READY', 'SHIPPED') }, endpoint.secret)).toBe(
      false,
    );
    expect(message.headers['webhook-id']).toBe(`evt_${eventId}`);
    expect(JSON.parse(message.body)).toMatchObject({
      id: `evt_${eventId}`,
      type: 'order_item.status',
      data: {
        orderNumber: item.orderNumber,
        line: 1,
        from: 'PENDING',
        to: 'READY',
        mainUnit: firm.mainOrgNumber,
      },
    });
    for (const name of [...Object.values(NAME), 'Kari']) expect(message.body).not.toContain(name);
    expect(await statuses()).toEqual(['DELIVERED']);
  });

  test('is not told to another firm, to a portal it did not come through, or about what nobody asked for', async () => {
    const other = await createMachine(desk, { firmId: (await createFirm(desk)).main });
    const portal = await createMachine(desk);
    const silent = await createMachine(desk, { firmId: firm.main });
    for (const { id } of [other, portal]) await createEndpoint(desk, { clientId: id, url: receiver.url });
    await createEndpoint(desk, { clientId: silent.id, url: receiver.url, topics: ['card.status'] });
    const item = await anItem();
    await happens(desk, item, ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    expect(receiver.received).toHaveLength(1);
    await desk.sql.query('update card_order set client_id = $1 where id = $2', [portal.id, item.orderId]);
    await happens(desk, item, ['READY', 'IN_PRODUCTION']);
    await sender(desk, { now }).send();
    expect(receiver.received).toHaveLength(3);
  });

  test('is told only if it has happened: what is rolled back leaves nothing to send', async () => {
    const item = await anItem();
    const connection = await desk.sql.connect();
    await connection.query('begin');
    await connection.query(
      `insert into order_event (organisation_id, order_id, order_item_id, type, new_value) values (1, $1, $2, 'ITEM_STATUS', 'READY')`,
      [item.orderId, item.id],
    );
    await connection.query('rollback');
    connection.release();
    expect(await deliveries()).toEqual([]);
  });

  test('is told in the order it happened, also when the first message has to wait; other orders do not wait for it', async () => {
    const [slow, quick] = [await anItem(), await anItem()];
    await happens(desk, slow, ['PENDING', 'READY']);
    await happens(desk, slow, ['READY', 'IN_PRODUCTION']);
    await happens(desk, quick, ['PENDING', 'READY']);
    receiver.answer = (response, { body }) =>
      withStatus(body.includes(slow.orderNumber) ? 500 : 200)(response, { headers: {}, body });
    await sender(desk, { now }).send();
    expect(await statuses()).toEqual(['QUEUED', 'QUEUED', 'DELIVERED']);
    receiver.answer = withStatus(200);
    receiver.received.length = 0;
    later(1);
    await sender(desk, { now }).send();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.to)).toEqual(['READY', 'IN_PRODUCTION']);
  });
});

describe('a message that does not arrive', () => {
  test('is tried again with the same id when the receiver has a fault, and its answer is kept', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    receiver.answer = withStatus(500, 'database is down');
    await sender(desk, { now }).send();
    expect(await deliveries()).toMatchObject([
      { status: 'QUEUED', attempts: 1, last_code: 500, last_answer: 'database is down' },
    ]);
    await sender(desk, { now }).send();
    expect(receiver.received, 'not before its time').toHaveLength(1);
    later(1);
    receiver.answer = withStatus(204);
    await sender(desk, { now }).send();
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    expect(await statuses()).toEqual(['DELIVERED']);
  });

  test('is given up on after the time limit when the receiver is slow, and tried again', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    receiver.answer = () => undefined;
    await sender(desk, { now, timeoutMs: 200 }).send();
    expect(await deliveries()).toMatchObject([{ status: 'QUEUED', last_code: null, last_error: 'TIMEOUT' }]);
  });

  test('is tried again when the receiver dies in the middle of its answer, or is not there at all', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    receiver.answer = response => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    await sender(desk, { now }).send();
    expect(await deliveries()).toMatchObject([
      { status: 'QUEUED', last_code: null, last_error: 'ECONNRESET' },
    ]);
    await desk.sql.query(`update webhook_endpoint set url = 'http://127.0.0.1:1/hook' where id = $1`, [
      endpoint.id,
    ]);
    later(1);
    await sender(desk, { now }).send();
    expect(await deliveries()).toMatchObject([{ status: 'QUEUED', last_error: 'ECONNREFUSED' }]);
  });

  test('is never carried on to where a redirect points', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    const elsewhere = await startReceiver();
    receiver.answer = response => void response.writeHead(307, { location: elsewhere.url }).end();
    await sender(desk, { now }).send();
    expect(elsewhere.received).toEqual([]);
    expect(await deliveries()).toMatchObject([{ status: 'QUEUED', last_code: 307 }]);
    await elsewhere.stop();
  });

  test('is given up after a day, and can be sent again by the administrator', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    receiver.answer = withStatus(500);
    for (let n = 0; n < 12; n += 1) {
      await sender(desk, { now }).send();
      later(9 * 60);
    }
    const [given] = await deliveries();
    expect(given.status).toBe('FAILED');
    expect(receiver.received.length).toBeGreaterThan(2);
    receiver.answer = withStatus(200);
    const { replayWebhook } = await admin.ask(
      `mutation Replay($id: EntityId!) { replayWebhook(id: $id) { status attempts body } }`,
      { id: given.id },
    );
    expect(replayWebhook).toMatchObject({ status: 'QUEUED', attempts: 0 });
    await sender(desk, { now }).send();
    expect(await statuses()).toEqual(['DELIVERED']);
    expect(receiver.received.at(-1)?.body).toBe(replayWebhook.body);
  });

  test('together with all others of a period can be sent again in one go', async () => {
    for (let n = 0; n < 3; n += 1) await happens(desk, await anItem(), ['PENDING', 'READY']);
    await desk.sql.query(`update webhook_delivery set status = 'FAILED' where endpoint_id = $1`, [
      endpoint.id,
    ]);
    const REPLAY = `mutation Replay($input: ReplayWebhooksInput!) { replayFailedWebhooks(input: $input) }`;
    const period = (from: number, to: number) => ({
      input: {
        endpointId: endpoint.id,
        from: new Date(Date.now() + from).toISOString(),
        to: new Date(Date.now() + to).toISOString(),
      },
    });
    expect((await admin.ask(REPLAY, period(-7_200_000, -3_600_000))).replayFailedWebhooks).toBe(0);
    expect((await admin.ask(REPLAY, period(-60_000, 60_000))).replayFailedWebhooks).toBe(3);
    await sender(desk, { now }).send();
    expect(receiver.received).toHaveLength(3);
  });

  test('pauses its endpoint after many failures; what happens meanwhile is kept, and sent when it goes on', async () => {
    receiver.answer = withStatus(500);
    for (let n = 0; n < 20; n += 1) await happens(desk, await anItem(), ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    const ENDPOINTS = '{ webhookEndpoints { id pausedAt pauseReason failures waiting version } }';
    const look = async () =>
      (await admin.ask(ENDPOINTS)).webhookEndpoints.find(({ id }: { id: string }) => id === endpoint.id);
    const paused = await look();
    expect(paused).toMatchObject({ pauseReason: 'TOO_MANY_FAILURES', failures: 20, waiting: 20 });
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    receiver.received.length = 0;
    later(60);
    await sender(desk, { now }).send();
    expect(receiver.received).toEqual([]);
    receiver.answer = withStatus(200);
    const RESUME = `mutation Resume($input: WebhookVersionInput!) { resumeWebhook(input: $input) { pausedAt } }`;
    await admin.ask(RESUME, { input: { id: endpoint.id, expectedVersion: paused.version } });
    await sender(desk, { now }).send();
    expect(receiver.received).toHaveLength(21);
  });
});

describe('the sender', () => {
  test('that dies between sending and noting sends once more, with the same id', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    const dying = createWebhookClient({ openOnly: false });
    const client = {
      post: async (message: Parameters<typeof dying.post>[0]) => {
        await dying.post(message);
        throw new Error('killed');
      },
    };
    await expect(sender(desk, { now, client }).send()).rejects.toThrow('killed');
    expect(await statuses()).toEqual(['SENDING']);
    await sender(desk, { now }).send();
    expect(receiver.received, 'it may still be on its way').toHaveLength(1);
    later(2);
    await sender(desk, { now }).send();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received).toHaveLength(2);
    expect(await statuses()).toEqual(['DELIVERED']);
  });

  test('of two servers at once sends nothing twice', async () => {
    for (let n = 0; n < 30; n += 1) await happens(desk, await anItem(), ['PENDING', 'READY']);
    const tried = await Promise.all([1, 2, 3].map(() => sender(desk, { now }).send()));
    expect(tried.reduce((a, b) => a + b)).toBe(30);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
  });

  test('in production reaches no address inside, by number or by name, and says so', async () => {
    const client = createWebhookClient({ openOnly: true, timeoutMs: 500 });
    const { port } = new URL(receiver.url);
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '2130706433',
      '0x7f.1',
    ])
      expect(
        await client.post({ url: `http://${host}:${port}/`, body: '{}', headers: {} }),
        host,
      ).toMatchObject({
        code: null,
        error: 'ADDRESS',
      });
    expect(receiver.received).toEqual([]);
  });

  test('signs with both secrets for a day after a new one was made', async () => {
    const MAKE = `mutation Make($input: WebhookVersionInput!) { makeWebhookSecret(input: $input) { secret } }`;
    const { secret } = (await admin.ask(MAKE, { input: { id: endpoint.id, expectedVersion: 1 } }))
      .makeWebhookSecret;
    const fresh = Buffer.from(secret.replace('whsec_', ''), 'base64');
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    later(25 * 60);
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    const verdicts = receiver.received.map(one => [isSigned(one, endpoint.secret), isSigned(one, fresh)]);
    expect(verdicts).toEqual([
      [true, true],
      [false, true],
    ]);
    const stored = JSON.stringify((await desk.sql.query('select * from webhook_endpoint')).rows);
    expect(stored).not.toContain(fresh.toString('base64'));
  });

  test('forgets after a month what was done', async () => {
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    await sender(desk, { now }).send();
    later(31 * 24 * 60);
    await sender(desk, { now }).forget();
    expect(await deliveries()).toEqual([]);
  });
});

describe('an endpoint', () => {
  const CREATE = `mutation Create($input: CreateWebhookInput!) { createWebhook(input: $input) { id topics active } }`;

  test('is made for a machine that orders, never for one that checks cards', async () => {
    const { id } = await createMachine(desk, { kind: 'CARD_CHECK' });
    const input = { machineId: id, url: receiver.url, topics: ['card.status'] };
    const { errors } = await admin.send(CREATE, { input });
    expect(errors?.[0]?.extensions.fieldErrors).toEqual({ machineId: 'UNKNOWN' });
    expect(
      (await admin.ask(CREATE, { input: { ...input, machineId: clientId } })).createWebhook.topics,
    ).toEqual(['card.status']);
  });

  test.each([
    [{ url: 'ikke en adresse' }, { url: 'URL_UNREADABLE' }],
    [{ topics: [] }, { topics: 'REQUIRED' }],
    [{ topics: ['person.name'] }, { topics: 'REQUIRED' }],
  ])('is not made with %o', async (given, faults) => {
    const input = { machineId: clientId, url: receiver.url, topics: ['card.status'], ...given };
    const { errors } = await admin.send(CREATE, { input });
    expect(errors?.[0]?.extensions.fieldErrors).toEqual(faults);
  });

  test('that is switched off, or whose machine is, is told nothing', async () => {
    await desk.sql.query('update machine_client set active = false where id = $1', [clientId]);
    await happens(desk, await anItem(), ['PENDING', 'READY']);
    expect(await deliveries()).toEqual([]);
  });
});
