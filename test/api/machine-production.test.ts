import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Manifest, manifestFaults } from '../../server/src/features/production/manifest.rules.ts';
import { productionAt, readyLine } from '../support/card-production.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';
import { noonOf, type PlacedLine, runJob } from '../support/orders.ts';

const NOW = noonOf('2026-11-20');
let desk: Desk;
let house: ApiClient;
beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => new Date() } });
  house = await apiClient(desk, { kind: 'PRODUCTION' });
});
afterAll(() => desk.stop());

const OPEN = '/production/batches/open';
const open = async () => (await house.call(OPEN)).body.batch;
const answer = (number: string, lines: object[]) =>
  house.call(`/production/batches/${number}/answers`, { body: { lines }, key: null });
async function handOver(lines: number): Promise<PlacedLine[]> {
  const placed: PlacedLine[] = [];
  for (let n = 0; n < lines; n += 1) placed.push(await readyLine(desk, { day: '2026-11-18' }));
  await runJob(desk, productionAt(desk, NOW), 'production-hand-over');
  return placed;
}
const statusOf = async ({ itemId }: PlacedLine) =>
  (await desk.sql.query('select status from order_item where id = $1', [itemId])).rows[0].status;

describe('a production house with a machine', () => {
  test('fetches the same whole batch until its lines are acknowledged, and each time is on record', async () => {
    expect(await open()).toBeNull();
    const [first] = await handOver(2);
    const batch = await open();
    expect(batch).toMatchObject({ number: expect.stringMatching(/^P\d{6}$/), lines: 2 });
    const manifest = JSON.parse(batch.manifest) as Manifest;
    expect(manifestFaults(Buffer.from(batch.cards), manifest)).toEqual([]);
    expect(createHash('sha256').update(batch.cards).digest('hex')).toBe(batch.sha256);
    expect((await open()).cards, 'lost on the way').toBe(batch.cards);
    const log = `select client_id, person_ids from audit_log where table_name = 'production_batch' and kind = 'READ' and operation = 'apiOpenBatch'`;
    const { rows } = await desk.sql.query(log);
    expect(rows.map(({ client_id }) => client_id)).toEqual([house.machine.id, house.machine.id]);
    expect(rows[0].person_ids).toContain(first?.personId);
    const fetched = 'select fetched_at is not null as fetched from production_batch where number = $1';
    expect((await desk.sql.query(fetched, [batch.number])).rows).toEqual([{ fetched: true }]);
    const taken = [1, 2].map(line => ({ line, outcome: 'ACKNOWLEDGED' }));
    expect((await answer(batch.number, taken)).body.lines).toEqual([
      { line: 1, result: 'DONE' },
      { line: 2, result: 'DONE' },
    ]);
    expect(await open(), 'taken').toBeNull();
  });

  test('says line by line what became of each card; the same again changes nothing', async () => {
    const [shipped, refused] = await handOver(2);
    const { number } = await open();
    const lines = [
      { line: 1, outcome: 'SHIPPED', shippedOn: '2026-11-20' },
      { line: 2, outcome: 'REFUSED', reason: 'PHOTO_UNUSABLE', note: 'Uskarpt' },
      { line: 7, outcome: 'ACKNOWLEDGED' },
    ];
    const results = [
      { line: 1, result: 'DONE' },
      { line: 2, result: 'DONE' },
      { line: 7, result: 'NOT_FOUND' },
    ];
    expect((await answer(number, lines)).body.lines).toEqual(results);
    expect((await answer(number, lines)).body.lines).toEqual(results);
    expect([await statusOf(shipped as PlacedLine), await statusOf(refused as PlacedLine)]).toEqual([
      'SHIPPED',
      'READY',
    ]);
    const cards = 'select count(*)::int as n from card where order_item_id = $1';
    expect((await desk.sql.query(cards, [shipped?.itemId])).rows[0].n).toBe(1);
    const late = await answer(number, [{ line: 1, outcome: 'REFUSED', reason: 'OTHER' }]);
    expect(late.body.lines).toEqual([{ line: 1, result: 'TOO_LATE' }]);
  });

  test('of another batch, or with an answer that is none, learns what is wrong, and nothing changes', async () => {
    expect((await answer('P999999', [{ line: 1, outcome: 'ACKNOWLEDGED' }])).status).toBe(404);
    expect((await answer('elsewhere', [{ line: 1, outcome: 'ACKNOWLEDGED' }])).status).toBe(404);
    const [line] = await handOver(1);
    const { number } = await open();
    for (const wrong of [[], [{ line: 0, outcome: 'SHIPPED' }], [{ line: 1, outcome: 'LOST' }]])
      expect((await answer(number, wrong)).status).toBe(422);
    const unsaid = await answer(number, [{ line: 1, outcome: 'REFUSED' }]);
    expect(unsaid.body.lines).toEqual([{ line: 1, result: 'REASON_REQUIRED' }]);
    expect(await statusOf(line as PlacedLine)).toBe('IN_PRODUCTION');
  });

  test('is the only machine that may: firms and portals are refused', async () => {
    const portal = await apiClient(desk);
    expect((await portal.call(OPEN)).body.code).toBe('SCOPE_MISSING');
    const body = { lines: [{ line: 1, outcome: 'ACKNOWLEDGED' }] };
    expect((await portal.call('/production/batches/P000001/answers', { body })).body.code).toBe(
      'SCOPE_MISSING',
    );
  });
});
