/** Two whole servers on one database, with one store of files and one relay, run all jobs at once: everything happens, and nothing twice. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardJobs } from '../../server/src/features/card/card.jobs.ts';
import { invoiceJobs } from '../../server/src/features/invoice/issue-invoices.jobs.ts';
import { orderJobs } from '../../server/src/features/order/order.jobs.ts';
import { productionAt, readyLine } from '../support/card-production.ts';
import { cloneDatabase, type Desk, startDesk } from '../support/desk.ts';
import { nameSeller } from '../support/invoices.ts';
import { createCard, noonOf, placeLine, runJob } from '../support/orders.ts';
import { type Relay, startRelay } from '../support/relay.ts';
import { createLink } from '../support/upload.factories.ts';

const NOW = noonOf('2026-11-20');
const clock = { now: () => NOW };
const [WAITING, EXPIRED, EXPIRING, READY, LINKS] = [120, 30, 30, 40, 30];

let relay: Relay;
let folder: string;
let dropDatabase: () => Promise<void>;
let first: Desk;
const servers: Desk[] = [];
const times = <T>(n: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, make));

async function plant(): Promise<void> {
  await times(WAITING, () => placeLine(first, { day: '2026-10-05' }));
  const ends = (on: string) => async () => {
    const { cardId } = await createCard(first, { day: '2026-10-01' });
    await first.sql.query('update card set expires_on = $2 where id = $1', [cardId, on]);
  };
  await times(EXPIRED, ends('2026-11-19'));
  await times(EXPIRING, ends('2026-12-01'));
  await times(READY, () => readyLine(first, { day: '2026-11-18' }));
  // Whoever of the others got a link has used it, and the letters of their orders have gone.
  await first.sql.query('update upload_link set used_at = created_at');
  await times(LINKS, async () => {
    const { itemId } = await placeLine(first, { day: '2026-11-10' });
    const { rows } = await first.sql.query('select id from desk_case where order_item_id = $1', [itemId]);
    await createLink(first, rows[0].id, { now: noonOf('2026-11-10') });
  });
  await first.sql.query(`delete from outbox_mail where template = 'UPLOAD_LINK'`);
}

beforeAll(async () => {
  relay = await startRelay();
  folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-two-'));
  const { drop, ...urls } = await cloneDatabase();
  dropDatabase = drop;
  const database = { ...urls, drop: async () => undefined };
  const shared = { DATA_DIR: join(folder, 'data'), PRODUCTION_FOLDER: join(folder, 'house') };
  first = await startDesk({ database, clock, env: shared });
  await nameSeller(first);
  await plant();
  const env = { ...shared, JOBS: 'true', SMTP_URL: relay.url };
  // Staff are there already: only the servers are started.
  servers.push(...(await Promise.all([1, 2].map(() => startDesk({ database, clock, env, seeded: true })))));
}, 120_000);
afterAll(async () => {
  for (const desk of [first, ...servers]) await desk.stop();
  await dropDatabase();
  await relay.stop();
  await rm(folder, { recursive: true, force: true });
});

const count = async (sql: string) =>
  (await first.sql.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n;
const LETTERS = WAITING + EXPIRED + EXPIRING + LINKS;

test('two servers on one database run all jobs at once: every due thing happens once, and every letter is sent once', async () => {
  const parts = { clock, mailDomain: 'desk.example' };
  const lists = servers.map(desk => [
    ...orderJobs(parts),
    ...cardJobs(parts),
    ...invoiceJobs(clock),
    ...productionAt(desk, NOW),
  ]);
  const names = ['auto-cancel', 'expire-cards', 'renewal-notice', 'production-hand-over', 'issue-invoices'];
  // Beside the servers' own clocks, which let one run of a job through at a time: the same jobs on both at the same moment.
  const push = () =>
    Promise.all(lists.flatMap((list, at) => names.map(name => runJob(servers[at] ?? first, list, name))));
  const end = Date.now() + 60_000;
  // What another job holds for a moment is left for the next run.
  for (await push(); relay.received.length < LETTERS && Date.now() < end; await push()) await wait(500);
  await wait(1_500);

  expect(await count(`order_item where status = 'AUTO_CANCELLED'`)).toBe(WAITING);
  expect(await count(`order_event where type = 'ITEM_STATUS' and new_value = 'AUTO_CANCELLED'`)).toBe(
    WAITING,
  );
  expect(
    await count(
      `desk_case where status = 'CLOSED' and order_item_id in (select id from order_item where status = 'AUTO_CANCELLED')`,
    ),
  ).toBe(WAITING);
  expect(await count(`card where status = 'EXPIRED'`)).toBe(EXPIRED);
  expect(await count(`order_event where type = 'CARD_STATUS' and new_value = 'EXPIRED'`)).toBe(EXPIRED);
  expect(await count(`card where renewal_noted_on is not null`)).toBe(EXPIRING);
  expect(await count(`order_event where type = 'UPLOAD_LINK_EXPIRED'`)).toBe(LINKS);

  expect(await count(`order_item where status = 'IN_PRODUCTION'`)).toBe(READY);
  expect(await count('production_line')).toBe(READY);
  expect(await count('(select distinct order_item_id from production_line) x')).toBe(READY);
  expect(await count('(select distinct card_number from production_line) x')).toBe(READY);

  const orders = await count('card_order');
  expect(await count('(select distinct order_id from invoice) x')).toBe(orders);
  expect(await count('invoice')).toBe(orders);
  expect(
    await count(`(select max(right(number, 6)::int) as last from invoice) x where last = ${orders}`),
  ).toBe(1);

  expect(await count('outbox_mail')).toBe(LETTERS);
  expect(relay.received).toHaveLength(LETTERS);
  const ids = relay.received.map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(LETTERS);
}, 120_000);

test('their batches lie with the production house once, and every run of every job is on record without a fault', async () => {
  const batches = await count('production_batch');
  const end = Date.now() + 30_000;
  while ((await count('production_batch where delivered_at is not null')) !== batches && Date.now() < end) {
    await runJob(servers[0] ?? first, productionAt(servers[0] ?? first, NOW), 'production-hand-over');
    await first.sql.query(
      `insert into job_request (job, reason, asked_by, asked_at) values ('production-delivery', 'Prøve', $1, now())`,
      [first.staff.admin],
    );
    await wait(4_000);
  }
  expect(await count('production_batch where delivered_at is not null')).toBe(batches);
  const folders = (await readdir(join(folder, 'house'))).filter(name => /^P\d+$/.test(name));
  expect(folders).toHaveLength(batches ?? 0);
  const { rows } = await first.sql.query('select job, error from job_run where error is not null');
  expect(rows).toEqual([]);
  expect(await count('(select distinct job from job_run) x')).toBeGreaterThan(15);
}, 60_000);
