import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardJobs } from '../../server/src/features/card/card.jobs.ts';
import { orderJobs } from '../../server/src/features/order/order.jobs.ts';
import { UploadJobs } from '../../server/src/features/upload/upload.jobs.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { systemDb } from '../support/mails.ts';
import { createCard, noonOf, placeLine, rehearse, runJob } from '../support/orders.ts';
import { createLink } from '../support/upload.factories.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const parts = (now: Date) => ({ clock: { now: () => now }, mailDomain: 'desk.example' });
const cancelAt = (now: Date) => runJob(desk, orderJobs(parts(now)), 'auto-cancel');
const cardsAt = (name: string, now: Date) => runJob(desk, cardJobs(parts(now)), name);

async function all<R>(sql: string, values: unknown[] = []): Promise<R[]> {
  return (await desk.sql.query(sql, values)).rows as R[];
}
const itemOf = async (id: string) =>
  (await all<Record<string, unknown>>('select status, status_reason from order_item where id = $1', [id]))[0];
const cardOf = async (id: string) =>
  (
    await all<Record<string, unknown>>(
      'select status, renewal_noted_on::text as noted from card where id = $1',
      [id],
    )
  )[0];
const lettersOf = async (itemId: string) =>
  (
    await all<{ template: string }>(
      "select template from outbox_mail where order_item_id = $1 and template <> 'UPLOAD_LINK' order by id",
      [itemId],
    )
  ).map(({ template }) => template);
const eventsOf = async (itemId: string) =>
  (
    await all<{ what: string }>(
      `select concat_ws(' ', type, new_value) as what from order_event where order_item_id = $1 order by id`,
      [itemId],
    )
  ).map(({ what }) => what);

describe('R2: an order that has waited for twenty working days', () => {
  test.each([
    ['2026-03-02', '2026-03-30'],
    ['2026-12-23', '2027-01-22'],
    ['2027-03-15', '2027-04-15'],
  ])('ordered on %s it is cancelled when %s has ended in Oslo, not a minute before', async (day, last) => {
    const { itemId } = await placeLine(desk, { day });
    const lastMinute = new Date(new Date(`${last}T23:59:00Z`).getTime() - 3 * 3_600_000);
    await cancelAt(lastMinute);
    expect((await itemOf(itemId))?.status).toBe('PENDING');
    const midnight = new Date(Date.parse(`${last}T23:00:00Z`));
    expect(await cancelAt(midnight)).toBe(1);
    expect(await itemOf(itemId)).toEqual({ status: 'AUTO_CANCELLED', status_reason: 'TIMED_OUT' });
  });

  test('takes its image case and upload link along, and the orderer is told once', async () => {
    const { itemId } = await placeLine(desk, { day: '2026-06-01' });
    const [opened] = await all<{ id: string }>('select id from desk_case where order_item_id = $1', [itemId]);
    await createLink(desk, opened?.id ?? '', { now: noonOf('2026-07-18') });
    expect(await cancelAt(noonOf('2026-07-20'))).toBe(1);
    expect(await cancelAt(noonOf('2026-07-20'))).toBe(0);
    const [ended] = await all(
      `select c.status, bool_or(l.revoked_at is not null) as revoked from desk_case c join upload_link l on l.case_id = c.id
       where c.order_item_id = $1 group by c.status`,
      [itemId],
    );
    expect(ended).toEqual({ status: 'CLOSED', revoked: true });
    expect(await lettersOf(itemId)).toEqual(['ORDER_AUTO_CANCELLED']);
    expect(await eventsOf(itemId)).toEqual([
      'ITEM_STATUS AUTO_CANCELLED',
      'MAIL_QUEUED ORDER_AUTO_CANCELLED',
    ]);
  });

  test('R13: the letter about it says what the registers had against it', async () => {
    const { itemId } = await placeLine(desk, { day: '2026-06-01' });
    await desk.sql.query(
      `update register_check set outcome = 'REJECTED', settled_outcome = 'REJECTED', reason = 'AA_ENDED' where order_item_id = $1 and register = 'AA'`,
      [itemId],
    );
    expect(await cancelAt(noonOf('2026-07-20'))).toBe(1);
    const told = `select old_value from order_event where order_item_id = $1 and new_value = 'ORDER_AUTO_CANCELLED'`;
    expect(await all(told, [itemId])).toEqual([{ old_value: 'AA_ENDED' }]);
  });

  test('R3: waits on while its cleaning firm awaits approval, however long', async () => {
    const { itemId } = await placeLine(desk, { day: '2026-01-05', scheme: 'CLEANING' });
    await desk.sql.query('update order_item set cancel_on = null where id = $1', [itemId]);
    expect(await cancelAt(noonOf('2027-12-31'))).toBe(0);
    expect((await itemOf(itemId))?.status).toBe('PENDING');
  });

  test('is left alone by a run while somebody writes to its case, and taken by the next', async () => {
    const { itemId } = await placeLine(desk, { day: '2026-08-03' });
    const client = await desk.sql.connect();
    await client.query('begin');
    await client.query('select id from desk_case where order_item_id = $1 for update', [itemId]);
    expect(await cancelAt(noonOf('2026-10-01'))).toBe(0);
    await client.query('rollback');
    client.release();
    expect(await cancelAt(noonOf('2026-10-01'))).toBe(1);
  });

  test('the rehearsal names exactly the orders that the run then cancels, today and on a later day', async () => {
    const days = ['2028-01-03', '2028-01-04', '2028-01-05', '2028-01-10', '2028-02-01'];
    const placed = await Promise.all(days.map(day => placeLine(desk, { day })));
    for (const day of ['2028-02-01', '2028-02-02', '2028-02-05']) {
      const at = noonOf(day);
      const said = await rehearse(desk, orderJobs(parts(noonOf('2028-01-03'))), { name: 'auto-cancel', at });
      const before = await all<{ id: string }>(`select id from order_item where status = 'AUTO_CANCELLED'`);
      expect(await cancelAt(at)).toBe(said.length);
      const after = await all<{ id: string }>(
        `select id::text from order_item where status = 'AUTO_CANCELLED' and id <> all ($1) order by id`,
        [before.map(({ id }) => id)],
      );
      expect(after.map(({ id }) => id)).toEqual(said);
    }
    expect((await itemOf(placed[4]?.itemId ?? ''))?.status).toBe('PENDING');
    await cancelAt(noonOf('2028-12-01'));
  });
});

describe('a card', () => {
  test('R4: is valid on its last day to the end, and expired after it; its orderer is told once', async () => {
    const { cardId, itemId } = await createCard(desk, { day: '2026-06-15' });
    await cardsAt('expire-cards', new Date('2028-06-15T21:59:00Z'));
    expect(await cardOf(cardId)).toMatchObject({ status: 'VALID' });
    expect(await cardsAt('expire-cards', new Date('2028-06-15T22:00:00Z'))).toBe(1);
    expect(await cardsAt('expire-cards', noonOf('2028-07-01'))).toBe(0);
    expect(await cardOf(cardId)).toMatchObject({ status: 'EXPIRED' });
    expect(await lettersOf(itemId)).toContain('CARD_EXPIRED');
  });

  test('R4: that is blocked stays blocked when its last day has passed', async () => {
    const { cardId } = await createCard(desk, { day: '2026-06-16' });
    await desk.sql.query(`update card set status = 'BLOCKED', status_reason = 'LOST' where id = $1`, [
      cardId,
    ]);
    await cardsAt('expire-cards', noonOf('2029-01-01'));
    expect(await cardOf(cardId)).toMatchObject({ status: 'BLOCKED' });
  });

  test('R5: its orderer is told on the first day of the window, and only then', async () => {
    const { cardId, itemId } = await createCard(desk, { day: '2026-06-17' });
    expect(await cardsAt('renewal-notice', noonOf('2028-06-02'))).toBe(0);
    expect(await cardsAt('renewal-notice', noonOf('2028-06-03'))).toBe(1);
    expect(await cardsAt('renewal-notice', noonOf('2028-06-04'))).toBe(0);
    expect(await cardOf(cardId)).toEqual({ status: 'VALID', noted: '2028-06-03' });
    expect((await lettersOf(itemId)).filter(name => name === 'CARD_EXPIRING')).toHaveLength(1);
  });

  test('R5: nobody is told of a window when the new card is ordered already', async () => {
    const { cardId } = await createCard(desk, { day: '2026-06-18' });
    const { itemId } = await placeLine(desk, { day: '2026-07-01' });
    await desk.sql.query('update order_item set renews_card_id = $2 where id = $1', [itemId, cardId]);
    const at = noonOf('2028-06-10');
    expect(await rehearse(desk, cardJobs(parts(at)), { name: 'renewal-notice', at })).not.toContain(cardId);
  });
});

describe('R9: an upload link nobody used', () => {
  test('stands on the timelines of case and order when it has expired, and the orderer is told once', async () => {
    const { itemId } = await placeLine(desk, { day: '2026-11-02' });
    const [opened] = await all<{ id: string }>('select id from desk_case where order_item_id = $1', [itemId]);
    await createLink(desk, opened?.id ?? '', { now: noonOf('2026-11-02') });
    const files = { list: async function* () {}, delete: async () => undefined } as never;
    const log = createLog('silent');
    const clock = { now: () => noonOf('2026-11-08') };
    const jobs = new UploadJobs({ clock, files, log, mailDomain: 'desk.example' });
    await jobs.expireUploads(systemDb(desk.app.jobParts));
    await jobs.expireUploads(systemDb(desk.app.jobParts));
    expect(await eventsOf(itemId)).toEqual(['UPLOAD_LINK_EXPIRED', 'MAIL_QUEUED UPLOAD_LINK_EXPIRED']);
    expect(await lettersOf(itemId)).toEqual(['UPLOAD_LINK_EXPIRED']);
    const told = await all('select type from case_event where case_id = $1 and type = $2', [
      opened?.id,
      'UPLOAD_LINK_EXPIRED',
    ]);
    expect(told).toHaveLength(1);
  });
});
