import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardView, itemView, orderView } from '../../server/src/features/machine-api/api.schemas.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  createFirm,
  createOrderItem,
  createPerson,
  type Firm,
  type OrderItem,
} from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type ApiClient, apiClient, tokenOf } from '../support/machines.ts';

let desk: Desk;
let firm: Firm;
let own: OrderItem;
let foreign: OrderItem;
let client: ApiClient;
const NAME = { givenName: 'Zqfornavn', familyName: 'Zqetternavn' };
beforeAll(async () => {
  desk = await startDesk();
  firm = await createFirm(desk);
  const person = await createPerson(desk, NAME);
  own = await createOrderItem(desk, { firm, personId: person.id });
  foreign = await createOrderItem(desk, { personId: person.id });
  for (const [item, number] of [
    [own, '1000000017'],
    [foreign, '1000000025'],
  ] as const)
    await createCard(item, number);
  await insert(desk, 'register_check', {
    organisation_id: 1,
    order_item_id: own.id,
    register: 'AA',
    outcome: 'REJECTED',
    settled_outcome: 'REJECTED',
    reason: 'NOT_EMPLOYED',
    since: '2026-11-03T09:00:00Z',
  });
  client = await apiClient(desk, { firmId: firm.main });
});
afterAll(() => desk.stop());

async function createCard({ id, personId, firm: of }: OrderItem, number: string): Promise<void> {
  await insert(desk, 'card', {
    organisation_id: 1,
    number,
    person_id: personId,
    unit_id: of.unit,
    main_unit_id: of.main,
    scheme: 'CONSTRUCTION',
    order_item_id: id,
    status: 'VALID',
    status_at: '2026-11-10T08:00:00Z',
    valid_from: '2026-11-10',
    expires_on: '2028-11-10',
  });
}

const READS = (item: OrderItem, card: string) => [
  `/orders/${item.orderNumber}`,
  `/orders/${item.orderNumber}/items/1`,
  `/cards/${card}`,
];

describe('what a machine is told', () => {
  test('is how the orders, lines and cards of its firm stand, check by check, and never who the card is for', async () => {
    const [order, item, card] = await Promise.all(READS(own, '1000000017').map(path => client.call(path)));
    expect(order?.body).toMatchObject({
      number: own.orderNumber,
      mainUnit: firm.mainOrgNumber,
      unit: firm.unitOrgNumber,
      items: [{ line: 1, status: 'PENDING', cardNumber: '1000000017' }],
    });
    expect(item?.body.checks).toEqual([
      { register: 'AA', outcome: 'REJECTED', reason: 'NOT_EMPLOYED', since: '2026-11-03T09:00:00.000Z' },
    ]);
    expect(card?.body).toMatchObject({ number: '1000000017', status: 'VALID', orderNumber: own.orderNumber });
    const told = JSON.stringify([order, item, card]);
    for (const secret of [...Object.values(NAME), 'Kari Bestiller', 'kari.bestiller'])
      expect(told).not.toContain(secret);
  });

  test('about another firm is what it is told about nothing, letter by letter', async () => {
    const missing = READS({ ...own, orderNumber: '9999999' }, '9999999999');
    for (const [at, path] of READS(foreign, '1000000025').entries()) {
      const [theirs, none] = [await client.call(path), await client.call(missing[at] ?? '')];
      expect(theirs.status, path).toBe(404);
      expect(theirs.body).toEqual(none.body);
    }
    for (const odd of [
      '/orders/abc',
      '/orders/1000001/items/0',
      `/orders/${own.orderNumber}/items/2`,
      "/cards/1'--",
    ])
      expect((await client.call(odd)).body, odd).toEqual((await client.call(missing[0] ?? '')).body);
  });

  test('to a portal is what was ordered through it, and nothing else', async () => {
    const [portal, other] = [await apiClient(desk), await apiClient(desk)];
    const item = await createOrderItem(desk, { firm });
    for (const table of ['card_order', 'order_item'])
      await desk.sql.query(
        `update ${table} set client_id = $1 where ${table === 'card_order' ? 'id' : 'order_id'} = $2`,
        [portal.machine.id, item.orderId],
      );
    const paths = [`/orders/${item.orderNumber}`, `/orders/${item.orderNumber}/items/1`];
    for (const path of paths) {
      expect((await portal.call(path)).status).toBe(200);
      expect((await other.call(path)).status).toBe(404);
      expect((await client.call(path)).status, 'the firm itself').toBe(200);
    }
    for (const path of READS(own, '1000000017')) expect((await portal.call(path)).status).toBe(404);
  });

  test('is kept from it by the database too, whatever the server asks for', async () => {
    const connection = await desk.app.dbParts.pool.connect();
    try {
      await connection.query('begin');
      await connection.query(
        `select set_config('app.client', $1, true), set_config('app.firm', $2, true), set_config('role', 'desk_client', true)`,
        [client.machine.id, firm.main],
      );
      for (const table of ['card_order', 'order_item', 'card']) {
        const { rows } = await connection.query(`select main_unit_id from ${table}`);
        expect(rows.length, table).toBeGreaterThan(0);
        expect([...new Set(rows.map(row => row.main_unit_id))], table).toEqual([firm.main]);
      }
      await expect(connection.query('select 1 from staff_user')).rejects.toThrow('permission denied');
    } finally {
      await connection.query('rollback');
      connection.release();
    }
  });
});

describe('a machine is refused', () => {
  test('without a token, with one that is none, and with one that is too old', async () => {
    const path = `${desk.url}/api/v1/orders/${own.orderNumber}`;
    for (const authorization of ['', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic eDp5']) {
      const response = await fetch(path, { headers: authorization ? { authorization } : {} });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    const late = await apiClient(desk, { firmId: firm.main });
    await desk.sql.query(
      `update machine_token set expires_at = now() - interval '1 second' where client_id = $1`,
      [late.machine.id],
    );
    expect((await late.call(`/orders/${own.orderNumber}`)).status).toBe(401);
  });

  test('when its token lacks the scope, which the answer names', async () => {
    const reader = await apiClient(desk, { firmId: firm.main, scopes: ['card.read'] });
    const { status, body } = await reader.call(`/orders/${own.orderNumber}`);
    expect([status, body.code, body.params]).toEqual([403, 'SCOPE_MISSING', { scope: 'order.read' }]);
  });

  test('at once when the administrator switches it off, or takes the scope', async () => {
    const doomed = await apiClient(desk, { firmId: firm.main });
    await desk.sql.query(`update machine_client set scopes = '{card.read}' where id = $1`, [
      doomed.machine.id,
    ]);
    expect((await doomed.call(`/orders/${own.orderNumber}`)).status).toBe(403);
    await desk.sql.query('update machine_client set active = false where id = $1', [doomed.machine.id]);
    expect((await doomed.call(`/orders/${own.orderNumber}`)).status).toBe(401);
  });

  test('in the language it asks for', async () => {
    const titles: string[] = [];
    for (const language of ['nb', 'nn', 'en', 'de', 'no']) {
      const { body, headers } = await client.call('/orders/9999999', {
        headers: { 'accept-language': language },
      });
      titles.push(`${headers.get('content-language')} ${body.title}`);
    }
    expect(titles).toEqual([
      'nb Finnes ikke',
      'nn Finst ikkje',
      'en Not found',
      'nb Finnes ikke',
      'nb Finnes ikke',
    ]);
  });

  test('when it also brings the cookie of somebody', async () => {
    const token = await tokenOf(desk, client.machine);
    const agent = await desk.as('agent');
    const response = await agent.fetch(`/api/v1/orders/${own.orderNumber}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(400);
    expect((await agent.fetch(`/api/v1/orders/${own.orderNumber}`)).status).toBe(401);
  });
});

test('what a machine asks is counted by day, and stands in the log with its number', async () => {
  const counted = await apiClient(desk, { firmId: firm.main });
  for (let n = 0; n < 3; n += 1) await counted.call(`/orders/${own.orderNumber}`);
  const admin = await desk.as('admin');
  const { machineClient } = await admin.ask(
    'query One($id: EntityId!) { machineClient(id: $id) { requestsToday lastUsedAt secrets { lastUsedAt } } }',
    { id: counted.machine.id },
  );
  expect(machineClient.requestsToday).toBe(3);
  expect(machineClient.lastUsedAt).not.toBeNull();
  expect(machineClient.secrets[0].lastUsedAt).not.toBeNull();
  const lines = desk.logLines
    .map(line => JSON.parse(line))
    .filter(line => line.clientId === counted.machine.id);
  expect(lines.filter(({ operation }) => operation === 'apiOrder')).toHaveLength(3);
});

test('a machine that asks too fast is told how long to wait, and another one is not', async () => {
  const slow = await startDesk({ env: { REQUEST_BUDGET: '6000' } });
  try {
    const home = await createFirm(slow);
    const [fast, calm] = [
      await apiClient(slow, { firmId: home.main }),
      await apiClient(slow, { firmId: home.main }),
    ];
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push(await fast.call('/orders/1000001'));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await calm.call('/orders/1000001')).status).toBe(404);
  } finally {
    await slow.stop();
  }
});

test('the OpenAPI document is served, names every route with its scope, and is the one in docs', async () => {
  const served = await (await fetch(`${desk.url}/api/v1/openapi.json`)).text();
  const document = JSON.parse(served) as {
    openapi: string;
    paths: Record<string, Record<string, { security: object[] }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { security }]) => `${method} ${path} ${Object.values(security[0] ?? {})}`,
    ),
  );
  expect(named.sort()).toEqual([
    'get /approval-applications/{year}/{serial} exception.apply',
    'get /cards/{number} card.read',
    'get /exception-applications/{year}/{serial} exception.apply',
    'get /orders/{number} order.read',
    'get /orders/{number}/items/{line} order.read',
    'get /production/batches/open production',
    'post /annual-confirmations exception.apply',
    'post /approval-applications exception.apply',
    'post /approval-applications/{year}/{serial}/documents exception.apply',
    'post /cards/{number}/block card.block',
    'post /exception-applications exception.apply',
    'post /exception-applications/{year}/{serial}/documents exception.apply',
    'post /orders order.place',
    'post /orders/{number}/items/{line}/images image.attach',
    'post /production/batches/{number}/answers production',
    'put /orders/{number}/items/{line}/images/{part} image.attach',
  ]);
  const kept = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(kept), 'write it anew: curl <desk>/api/v1/openapi.json').toEqual(document);
});

test('what is answered is as the document says', async () => {
  for (const [path, schema] of [
    [`/orders/${own.orderNumber}`, orderView],
    [`/orders/${own.orderNumber}/items/1`, itemView],
    ['/cards/1000000017', cardView],
  ] as const)
    expect(schema.strict().safeParse((await client.call(path)).body).error, path).toBeUndefined();
});
