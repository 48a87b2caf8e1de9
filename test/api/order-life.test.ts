import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockLocked } from '../../server/src/features/card/block-card.service.ts';
import { newCardNumber } from '../../server/src/features/card/card-number.rules.ts';
import { lockCard, moveCard, settleCard } from '../../server/src/features/card/card-state.write.ts';
import { lockOrderItem, moveItem, settleItem } from '../../server/src/features/order/item-state.write.ts';
import { type NewOrder, placeOrder } from '../../server/src/features/order/place-order.write.ts';
import { shipItem } from '../../server/src/features/order/ship-item.write.ts';
import type { Tx } from '../../server/src/platform/db/db.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson, type Firm } from '../support/factories.ts';
import { systemDb } from '../support/mails.ts';
import { placingOf } from '../support/orders.ts';

const AT = new Date('2026-11-23T09:00:00Z');
const DOMAIN = 'desk.example';
let desk: Desk;
let firm: Firm;
beforeAll(async () => {
  desk = await startDesk();
  firm = await createFirm(desk);
});
afterAll(() => desk.stop());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => systemDb(desk.app.jobParts).transaction(work);
const one = async <T>(sql: string, values: unknown[] = []) =>
  (await desk.sql.query(sql, values)).rows[0] as T;

function order(persons: readonly string[], given: Partial<NewOrder> = {}): NewOrder {
  return {
    organisationId: 1,
    unitId: firm.unit,
    mainUnitId: firm.main,
    scheme: 'CONSTRUCTION',
    channel: 'PORTAL',
    payment: 'INVOICE',
    customerReference: 'PROSJEKT 12',
    orderer: {
      personId: null,
      name: 'Kari Bestiller',
      role: 'DAGL',
      email: 'kari@firma.example',
      language: 'nb',
    },
    delivery: null,
    lines: persons.map(personId => ({ personId, startOn: null, postedWorker: false })),
    at: AT,
    ...given,
  };
}

const place = (persons: readonly string[], given: Partial<NewOrder> = {}) =>
  inTx(tx => placeOrder(tx, order(persons, given), placingOf(desk)));

async function newLine(given: Partial<NewOrder> = {}) {
  const { id: personId } = await createPerson(desk);
  const { lines } = await place([personId], given);
  return { personId, itemId: lines[0]?.itemId ?? '' };
}

/** As if every register had said yes and a reviewer had approved the images. */
async function makeReady(itemId: string) {
  await desk.sql.query(
    `update register_check set outcome = 'APPROVED', settled_outcome = 'APPROVED', next_at = null where order_item_id = $1`,
    [itemId],
  );
  await desk.sql.query(`update order_item set image_requirement = 'MET' where id = $1`, [itemId]);
  return inTx(tx => settleItem(tx, itemId, AT));
}

async function makeCard(itemId: string) {
  await makeReady(itemId);
  await desk.sql.query('update order_item set card_number = $2 where id = $1', [
    itemId,
    newCardNumber(below => Math.floor(Math.random() * below)),
  ]);
  return inTx(async tx => {
    const item = await lockOrderItem(tx, itemId);
    const status = await moveItem(tx, item, { trigger: 'HANDED_OVER', at: AT });
    const hash = Buffer.from(`hash of ${itemId}`.padEnd(32));
    return shipItem(tx, { ...item, status }, { at: AT, chipCodeHash: hash });
  });
}

const statusOf = async (table: 'order_item' | 'card', id: string) =>
  (await one<{ status: string }>(`select status from ${table} where id = $1`, [id])).status;

describe('an order that is placed', () => {
  test('begins its clock, its image case and its timeline together', async () => {
    const { itemId } = await newLine();
    const item = await one<Record<string, unknown>>(
      `select i.status, i.image_requirement, i.cancel_on::text, c.status as "case", c.due_on::text, e.type
       from order_item i join desk_case c on c.order_item_id = i.id join order_event e on e.order_id = i.order_id where i.id = $1`,
      [itemId],
    );
    expect(item).toEqual({
      status: 'PENDING',
      image_requirement: 'AWAITING_UPLOAD',
      cancel_on: '2026-12-21',
      case: 'AWAITING_UPLOAD',
      due_on: '2026-12-21',
      type: 'PLACED',
    });
  });

  test.each([
    ['in the portal', { channel: 'PORTAL' }, 1],
    ['by staff', { channel: 'STAFF' }, 1],
    ['through the API, which brings its images itself', { channel: 'API' }, 0],
    ['through the API, when it asks for links', { channel: 'API', uploadLinks: true }, 1],
  ] as const)('%s: mails the upload link with the order (R9)', async (_how, given, mails) => {
    const { itemId } = await newLine(given);
    const { rows } = await desk.sql.query(
      `select m.template, m.status, m.language, l.expires_at, l.channel from outbox_mail m join upload_link l on l.id = m.subject_id
       join desk_case c on c.id = l.case_id where c.order_item_id = $1`,
      [itemId],
    );
    const expires_at = new Date(AT.getTime() + 120 * 3_600_000);
    const link = { template: 'UPLOAD_LINK', status: 'QUEUED', language: 'nb', expires_at, channel: 'LINK' };
    expect(rows).toEqual(Array.from({ length: mails }, () => link));
  });

  test('takes the lines it can and says of the others why', async () => {
    const { personId } = await newLine();
    const { id: other } = await createPerson(desk);
    const placed = await place([personId, other, other]);
    expect(placed.lines.map(({ line, fault }) => [line, fault?.code ?? null])).toEqual([
      [null, 'ORDER_UNDER_WAY'],
      [1, null],
      [null, 'ORDER_UNDER_WAY'],
    ]);
  });

  test('is no order when no line can be taken', async () => {
    const { personId } = await newLine();
    const { orderId, number } = await place([personId]);
    expect([orderId, number]).toEqual([null, null]);
  });

  test('two at the same moment for the same person and firm: one is taken', async () => {
    const { id: personId } = await createPerson(desk);
    const both = await Promise.all([place([personId]), place([personId])]);
    expect(both.filter(({ orderId }) => orderId !== null)).toHaveLength(1);
  });
});

describe('a line', () => {
  test('goes on by itself when images and checks have passed, and not before', async () => {
    const { itemId } = await newLine();
    expect(await inTx(tx => settleItem(tx, itemId, AT))).toBe('PENDING');
    expect(await makeReady(itemId)).toBe('READY');
    const event = await one<{ new_value: string }>(
      `select new_value from order_event where order_item_id = $1 and type = 'ITEM_STATUS' order by id desc limit 1`,
      [itemId],
    );
    expect(event.new_value).toBe('READY');
  });

  test('is never made ready with an unmet check, whoever writes to the database', async () => {
    const { itemId } = await newLine();
    const update = desk.sql.query(
      `update order_item set status = 'READY', image_requirement = 'MET' where id = $1`,
      [itemId],
    );
    await expect(update).rejects.toThrow('has an unmet check (R1)');
    const jump = desk.sql.query(`update order_item set status = 'SHIPPED' where id = $1`, [itemId]);
    await expect(jump).rejects.toThrow('from PENDING to SHIPPED in no case');
    expect(await statusOf('order_item', itemId)).toBe('PENDING');
  });
});

describe('a card', () => {
  test('is valid for two years from the day it is sent, and stands on the timeline', async () => {
    const { itemId } = await newLine();
    const { cardId, status } = await makeCard(itemId);
    expect(status).toBe('VALID');
    expect(await statusOf('order_item', itemId)).toBe('SHIPPED');
    const card = await one<Record<string, unknown>>(
      'select valid_from::text, expires_on::text, main_unit_id::text as main from card where id = $1',
      [cardId],
    );
    expect(card).toEqual({ valid_from: '2026-11-23', expires_on: '2028-11-23', main: firm.main });
  });

  test('follows the registers both ways, and is silent when they are', async () => {
    const { itemId } = await newLine();
    const { cardId } = await makeCard(itemId);
    const say = (outcome: string, settled: string) =>
      desk.sql.query(
        'update register_check set outcome = $2, settled_outcome = $3, reason = $4 where order_item_id = $1',
        [itemId, outcome, settled, 'AA_ENDED'],
      );
    await say('UNAVAILABLE', 'APPROVED');
    expect(await inTx(tx => settleCard(tx, cardId, AT))).toBeNull();
    await say('REJECTED', 'REJECTED');
    expect(await inTx(tx => settleCard(tx, cardId, AT))).toEqual({
      from: 'VALID',
      to: 'INVALID',
      reason: 'AA_ENDED',
    });
    await say('APPROVED', 'APPROVED');
    expect(await inTx(tx => settleCard(tx, cardId, AT))).toMatchObject({ to: 'VALID' });
  });

  test('that is blocked is blocked for good, for the owner of the tables too', async () => {
    const { itemId } = await newLine();
    const { cardId } = await makeCard(itemId);
    await inTx(async tx =>
      blockLocked(tx, await lockCard(tx, cardId), {
        reason: 'LOST',
        at: AT,
        comment: 'Mistet på byggeplassen',
        mailDomain: DOMAIN,
      }),
    );
    await expect(
      inTx(async tx => moveCard(tx, await lockCard(tx, cardId), { trigger: 'CURED', at: AT, reason: null })),
    ).rejects.toThrow('ACTION_NOT_AVAILABLE');
    await expect(desk.sql.query(`update card set status = 'VALID' where id = $1`, [cardId])).rejects.toThrow(
      'in no case',
    );
    const mail = await one<{ template: string; reason: string; types: string[] }>(
      `select m.template, e.old_value as reason, (select array_agg(x.type order by x.id) from order_event x where x.card_id = $1) as types
       from outbox_mail m join order_event e on e.id = m.subject_id where m.card_id = $1`,
      [cardId],
    );
    expect(mail).toEqual({
      template: 'CARD_BLOCKED',
      reason: 'LOST',
      types: ['CARD_STATUS', 'CARD_STATUS', 'NOTE', 'MAIL_QUEUED'],
    });
  });

  test('is not ordered beside a live one; after a block it is', async () => {
    const { itemId, personId } = await newLine();
    const { cardId } = await makeCard(itemId);
    expect((await place([personId])).lines[0]?.fault).toEqual({ code: 'LIVE_CARD', from: '2028-11-09' });
    expect((await place([personId], { scheme: 'CLEANING' })).lines[0]?.fault?.code).toBe('BLOCK_CARD_FIRST');
    await inTx(async tx =>
      blockLocked(tx, await lockCard(tx, cardId), {
        reason: 'STOLEN',
        at: AT,
        comment: null,
        mailDomain: DOMAIN,
      }),
    );
    expect((await place([personId])).lines[0]?.fault).toBeNull();
  });

  test('ends when the one that renews it is valid, so that there are never two', async () => {
    const { itemId, personId } = await newLine();
    const old = await makeCard(itemId);
    const later = new Date('2028-11-20T09:00:00Z');
    const renewal = await place([personId], { at: later });
    const next = await makeCard(renewal.lines[0]?.itemId ?? '');
    const row = await one<Record<string, unknown>>(
      'select status, status_reason, replaced_by_id::text as by from card where id = $1',
      [old.cardId],
    );
    expect(row).toEqual({ status: 'EXPIRED', status_reason: 'REPLACED', by: next.cardId });
    await expect(
      desk.sql.query(
        `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on)
         select organisation_id, '9999999999', person_id, unit_id, main_unit_id, scheme, null, 'INVALID', now(), valid_from, expires_on from card where id = $1`,
        [next.cardId],
      ),
    ).rejects.toThrow();
  });
});
