import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  createFirm,
  createOrderItem,
  createPerson,
  type Firm,
  syntheticNationalId,
} from '../support/factories.ts';
import { insert, next } from '../support/insert.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';
import { picture } from '../support/pictures.ts';

let desk: Desk;
let firm: Firm;
let client: ApiClient;
let ordererId: string;
beforeAll(async () => {
  desk = await startDesk({ env: { REQUEST_BUDGET: '100000000' } });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  firm = await createFirm(desk);
  client = await apiClient(desk, { firmId: firm.main });
  ordererId = await aManagerOf(firm);
});

/** @returns national ID of somebody with a role that orders */
async function aManagerOf({ main }: Firm, code = 'DAGL'): Promise<string> {
  const nationalId = syntheticNationalId();
  const { id } = await createPerson(desk, { nationalId, givenName: 'Berit', familyName: 'Bestiller' });
  await insert(desk, 'firm_role', {
    firm_id: main,
    code,
    person_id: id,
    holder_name: 'Berit Bestiller',
    refreshed_at: new Date(),
  });
  return nationalId;
}

const aLine = (more: object = {}) => ({
  nationalId: syntheticNationalId(),
  givenName: 'Arne',
  familyName: 'Ansatt',
  ...more,
});
const anOrder = (more: object = {}) => ({
  unit: firm.unitOrgNumber,
  scheme: 'CONSTRUCTION',
  orderer: { nationalId: ordererId, email: 'berit@firma.example', language: 'nb' },
  payment: 'INVOICE',
  customerReference: 'Prosjekt 7',
  items: [aLine()],
  ...more,
});
const count = async (table: string) =>
  (await desk.sql.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;
const contentOf = async () => ({
  orders: await count('card_order'),
  items: await count('order_item'),
  persons: await count('person'),
  keys: await count('idempotency_key'),
});

describe('an order of a machine', () => {
  test('is placed for its firm, with the image case and the person that come with it, and can be asked about', async () => {
    const { status, body } = await client.call('/orders', { body: anOrder() });
    expect([status, body.items]).toEqual([
      201,
      [{ index: 0, line: 1, status: 'PLACED', code: null, text: null }],
    ]);
    const order = (await client.call(`/orders/${body.number}`)).body;
    expect(order).toMatchObject({
      unit: firm.unitOrgNumber,
      customerReference: 'Prosjekt 7',
      items: [{ status: 'PENDING', images: 'AWAITING_UPLOAD' }],
    });
    const { rows } = await desk.sql.query(
      `select o.channel, o.client_id, i.orderer_name, i.orderer_role, p.name, c.status as case_status from card_order o join order_item i on i.order_id = o.id
       join person p on p.id = i.person_id join desk_case c on c.order_item_id = i.id where o.number = $1`,
      [body.number],
    );
    expect(rows).toEqual([
      {
        channel: 'API',
        client_id: client.machine.id,
        orderer_name: 'Berit Bestiller',
        orderer_role: 'DAGL',
        name: 'Arne Ansatt',
        case_status: 'AWAITING_UPLOAD',
      },
    ]);
  });

  test('sent again with its key has one effect and one answer; with another content it is refused', async () => {
    const [key, body] = [crypto.randomUUID(), anOrder()];
    const [first, second] = await Promise.all([
      client.call('/orders', { body, key }),
      client.call('/orders', { body, key }),
    ]);
    expect(second?.body).toEqual(first?.body);
    const third = await client.call('/orders', { body, key });
    expect(third.body).toEqual(first?.body);
    expect((await client.call('/orders', { body: anOrder(), key })).body.code).toBe('IDEMPOTENCY_MISMATCH');
    const { rows } = await desk.sql.query('select 1 from card_order where main_unit_id = $1', [firm.main]);
    expect(rows).toHaveLength(1);
    expect((await client.call('/orders', { body, key: null })).body.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
  });

  test('the key of one machine says nothing to another', async () => {
    const [key, other] = [crypto.randomUUID(), await apiClient(desk, { firmId: firm.main })];
    const first = await client.call('/orders', { body: anOrder(), key });
    const theirs = await other.call('/orders', { body: anOrder(), key });
    expect(theirs.status).toBe(201);
    expect(theirs.body.number).not.toBe(first.body.number);
  });

  test('has up to 500 lines, each with a result of its own', async () => {
    const known = await createPerson(desk, { nationalId: syntheticNationalId() });
    await insert(desk, 'card', {
      ...{
        organisation_id: 1,
        number: '1000000033',
        person_id: known.id,
        unit_id: firm.unit,
        main_unit_id: firm.main,
        scheme: 'CLEANING',
      },
      ...{
        order_item_id: await anItemOf(known.id),
        status: 'VALID',
        status_at: new Date(),
        valid_from: '2026-01-01',
        expires_on: '2027-12-31',
      },
    });
    const twice = aLine();
    const items = [
      ...Array.from({ length: 495 }, () => aLine()),
      aLine({ nationalId: '12345678901' }),
      aLine({ nationalId: known.nationalId }),
      aLine({ startOn: '2099-01-01' }),
      twice,
      twice,
    ];
    const { status, body } = await client.call('/orders', {
      body: anOrder({ items }),
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(201);
    expect(body.items.map(({ index }: { index: number }) => index)).toEqual(items.map((_, index) => index));
    const refused = body.items.filter((item: { status: string }) => item.status === 'REFUSED');
    expect(refused.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [495, 'NATIONAL_ID_CHECK_DIGITS'],
      [496, 'BLOCK_CARD_FIRST'],
      [497, 'START_TOO_FAR_AHEAD'],
      [499, 'ORDER_UNDER_WAY'],
    ]);
    expect(refused[1].text).toBe('The person has a card of another scheme. Block it first.');
    const { rows } = await desk.sql.query(
      'select count(*)::int as n from order_item where order_number = $1',
      [body.number],
    );
    expect(rows[0].n).toBe(496);
  }, 60_000);

  const anItemOf = async (personId: string) => {
    return (
      await createOrderItem(desk, {
        firm: await createFirm(desk),
        personId,
        status: 'SHIPPED',
        imageRequirement: 'MET',
      })
    ).id;
  };

  test('finds the person the desk knows already, and leaves her name as it is', async () => {
    const known = await createPerson(desk, {
      givenName: 'Kjent',
      familyName: 'Person',
      nationalId: syntheticNationalId(),
    });
    const { body } = await client.call('/orders', {
      body: anOrder({ items: [aLine({ nationalId: known.nationalId })] }),
    });
    const { rows } = await desk.sql.query(
      'select p.name, p.id from order_item i join person p on p.id = i.person_id where i.order_number = $1',
      [body.number],
    );
    expect(rows).toEqual([{ name: 'Kjent Person', id: known.id }]);
  });
});

describe('nothing is ordered, and nothing is left behind,', () => {
  const refusals: [string, () => Promise<object> | object, { status: number } & Record<string, unknown>][] = [
    [
      'for a unit of another firm',
      async () => anOrder({ unit: (await createFirm(desk)).unitOrgNumber }),
      { status: 422, errors: [{ field: 'unit', code: 'UNKNOWN' }] },
    ],
    [
      'for a unit nobody knows',
      () => anOrder({ unit: '310078417' }),
      { status: 422, errors: [{ field: 'unit', code: 'UNKNOWN' }] },
    ],
    [
      'by somebody without role or delegation',
      () => anOrder({ orderer: { nationalId: syntheticNationalId(), email: 'x@y.example', language: 'nb' } }),
      { status: 403, code: 'ORDERER_NOT_ALLOWED', params: { fault: 'NO_ROLE_OR_DELEGATION' } },
    ],
    [
      'by the manager of another firm',
      async () =>
        anOrder({
          orderer: {
            nationalId: await aManagerOf(await createFirm(desk)),
            email: 'x@y.example',
            language: 'nb',
          },
        }),
      { status: 403, code: 'ORDERER_NOT_ALLOWED' },
    ],
    [
      'with more than 500 lines',
      () =>
        anOrder({
          items: Array.from({ length: 501 }, () => ({ nationalId: '1', givenName: 'A', familyName: 'B' })),
        }),
      { status: 422, errors: [{ field: 'items', code: 'TOO_LONG' }] },
    ],
    [
      'with a field nobody knows',
      () => anOrder({ free: true }),
      { status: 422, errors: [{ field: 'free', code: 'FIELD_UNKNOWN' }] },
    ],
    [
      'with a name that is none',
      () => anOrder({ items: [aLine({ givenName: 'A\u0000' })] }),
      { status: 422, errors: [{ field: 'items[0].givenName', code: 'INVALID' }] },
    ],
    [
      'without lines',
      () => anOrder({ items: [] }),
      { status: 422, errors: [{ field: 'items', code: 'TOO_SHORT' }] },
    ],
  ];

  test.each(refusals)('%s', async (_, make, { status, ...expected }) => {
    const body = await make();
    const before = await contentOf();
    const answer = await client.call('/orders', { body });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(expected);
    expect(await contentOf()).toEqual(before);
  });

  test('and a unit of another firm is answered like one that does not exist', async () => {
    const theirs = await client.call('/orders', {
      body: anOrder({ unit: (await createFirm(desk)).unitOrgNumber }),
    });
    const none = await client.call('/orders', { body: anOrder({ unit: '310078417' }) });
    expect(theirs.body).toEqual(none.body);
  });

  test('by a message that is no JSON, or too long', async () => {
    const broken = await fetch(`${desk.url}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"unit":',
    });
    const said = (await broken.json()) as { code: string };
    expect([broken.status, said.code]).toEqual([400, 'BAD_REQUEST']);
    const long = await client.call('/orders', { body: { x: 'x'.repeat(300_000) } });
    expect([long.status, long.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});

describe('a portal', () => {
  test('orders for any firm whose orderer it brings, and sees what was ordered through it', async () => {
    const portal = await apiClient(desk);
    const asked = anOrder({ uploadLinks: true, vatDeclared: true });
    const { status, body } = await portal.call('/orders', { body: asked });
    expect(status).toBe(201);
    expect((await portal.call(`/orders/${body.number}`)).status).toBe(200);
    expect((await client.call(`/orders/${body.number}`)).status, 'the firm itself').toBe(200);
    expect((await (await apiClient(desk)).call(`/orders/${body.number}`)).status, 'another portal').toBe(404);
  });

  test('is refused for an orderer who may not order for that firm', async () => {
    const portal = await apiClient(desk);
    const elsewhere = await createFirm(desk);
    const { status } = await portal.call('/orders', { body: anOrder({ unit: elsewhere.unitOrgNumber }) });
    expect(status).toBe(403);
  });
});

describe('images', () => {
  let number: string;
  beforeEach(async () => {
    number = (await client.call('/orders', { body: anOrder() })).body.number;
  });
  const path = (part = '') => `/orders/${number}/items/1/images${part}`;
  const put = async (part: string, file: Uint8Array, by = client) =>
    by.call(path(`/${part}`), { method: 'PUT', body: file, headers: { 'content-type': 'image/jpeg' } });
  const submit = (by = client) => by.call(path(), { body: { headgearExemption: false } });

  test('are handed in together, as an employee would, and the line waits for review', async () => {
    expect((await submit()).body.code).toBe('PART_MISSING');
    expect((await put('photo', await picture())).status).toBe(200);
    expect((await submit()).body.code, 'both or none').toBe('PART_MISSING');
    expect((await put('id', await picture())).body).toMatchObject({ part: 'id' });
    expect((await submit()).body).toEqual({ state: 'RECEIVED' });
    expect((await client.call(`/orders/${number}/items/1`)).body.images).toBe('AWAITING_REVIEW');
    expect((await submit()).body.code, 'once').toBe('NO_IMAGES_WANTED');
    expect((await put('photo', await picture())).body.code).toBe('NO_IMAGES_WANTED');
  });

  test('that are none are refused, with what to do in the language of the machine', async () => {
    const answer = await client.call(path('/photo'), {
      method: 'PUT',
      body: new TextEncoder().encode('<svg/>'),
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(415);
    expect(answer.body.errors[0]).toMatchObject({ field: 'photo', code: 'FILE_FORMAT' });
    expect(answer.body.errors[0].text).toContain('JPEG or PNG');
  });

  test('for a line of another firm are answered as for one that does not exist', async () => {
    const before = await count('stored_file');
    const stranger = await apiClient(desk, { firmId: (await createFirm(desk)).main });
    const theirs = await put('photo', await picture(), stranger);
    const none = await stranger.call('/orders/9999999/items/1/images/photo', {
      method: 'PUT',
      body: await picture(),
    });
    expect([theirs.status, theirs.body]).toEqual([404, none.body]);
    expect((await submit(stranger)).status).toBe(404);
    expect(await count('stored_file')).toBe(before);
  });
});

describe('a card', () => {
  let card: string;
  beforeEach(async () => {
    const item = await createOrderItem(desk, { firm, status: 'SHIPPED', imageRequirement: 'MET' });
    card = `10000${String(next()).padStart(5, '0')}`;
    await insert(desk, 'card', {
      ...{
        organisation_id: 1,
        number: card,
        person_id: item.personId,
        unit_id: firm.unit,
        main_unit_id: firm.main,
        scheme: 'CONSTRUCTION',
      },
      ...{
        order_item_id: item.id,
        status: 'VALID',
        status_at: new Date(),
        valid_from: '2026-01-01',
        expires_on: '2027-12-31',
      },
    });
  });
  const block = (by: ApiClient, more: object = {}, key?: string) =>
    by.call(`/cards/${card}/block`, { body: { reason: 'LOST', ...more }, ...(key ? { key } : {}) });

  test('is blocked by the machine of its firm, for good, with its letter, once', async () => {
    const key = crypto.randomUUID();
    const first = await block(client, {}, key);
    expect(first.body).toMatchObject({ number: card, status: 'BLOCKED', statusReason: 'LOST' });
    expect((await block(client, {}, key)).body).toEqual(first.body);
    expect((await block(client)).body.code).toBe('ACTION_NOT_AVAILABLE');
    const { rows } = await desk.sql.query(
      `select m.template from outbox_mail m join card k on k.id = m.card_id where k.number = $1`,
      [card],
    );
    expect(rows).toEqual([{ template: 'CARD_BLOCKED' }]);
    const audit = await desk.sql.query(
      `select client_id, actor_id from audit_log where table_name = 'card' and kind = 'CHANGE' order by id desc limit 1`,
    );
    expect(audit.rows).toEqual([{ client_id: client.machine.id, actor_id: null }]);
  });

  test('of another firm is answered as one that does not exist', async () => {
    const stranger = await apiClient(desk, { firmId: (await createFirm(desk)).main });
    const theirs = await block(stranger);
    const none = await stranger.call('/cards/9999999999/block', { body: { reason: 'LOST' } });
    expect([theirs.status, theirs.body]).toEqual([404, none.body]);
    expect((await client.call(`/cards/${card}`)).body.status).toBe('VALID');
  });

  test('is not blocked through a portal that it was not ordered through, nor without an orderer who may', async () => {
    const portal = await apiClient(desk);
    const by = { orderer: { nationalId: ordererId, email: 'x@y.example', language: 'nb' } };
    expect((await block(portal, by)).status).toBe(404);
    await desk.sql.query(
      `update order_item set client_id = $1 where id = (select order_item_id from card where number = $2)`,
      [portal.machine.id, card],
    );
    expect((await block(portal)).body.errors).toEqual([{ field: 'orderer', code: 'REQUIRED' }]);
    const nobody = { orderer: { nationalId: syntheticNationalId(), email: 'x@y.example', language: 'nb' } };
    expect((await block(portal, nobody)).body.code).toBe('ORDERER_NOT_ALLOWED');
    expect((await block(portal, by)).body.status).toBe('BLOCKED');
  });
});
