import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemoAt } from '../../seeds/demo.ts';
import { startDemoRegisters } from '../../seeds/demo-registers.ts';
import { type Config, readConfig } from '../../server/src/config.ts';
import { checkRunOf } from '../../server/src/features/register-check/check-run.parts.ts';
import { ShownMemory } from '../../server/src/platform/audit/shown.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { jobDbParts } from '../../server/src/platform/db/job-parts.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { createRegisters } from '../../server/src/registers/registers.parts.ts';
import { cloneDatabase } from '../support/desk.ts';
import { systemDb } from '../support/mails.ts';

/** Of each state so many lines are asked about. */
const SAMPLE = 60;
let database: Awaited<ReturnType<typeof cloneDatabase>>;
let config: Config;
let sql: pg.Pool;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-registers-'));
  config = readConfig({ MODE: 'demo', DATA_DIR: dataDir });
  database = await cloneDatabase();
  sql = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  await seedDemoAt({ config, ownerUrl: database.ownerUrl, say: () => undefined });
}, 180_000);
afterAll(async () => {
  await sql.end();
  await database.drop();
  await rm(config.dataDir, { recursive: true, force: true });
});

const standing = `select json_agg(json_build_object('item', i.id, 'is', i.status, 'card', k.status,
  'checks', (select json_agg(c.register || ' ' || c.outcome || ' ' || coalesce(c.reason, '') order by c.register) from register_check c where c.order_item_id = i.id))
  order by i.id) as n from order_item i left join card k on k.order_item_id = i.id where i.id in (select id from sample)`;

test('what the demo’s registers answer is what its orders were judged by: a check run changes nothing', async () => {
  await sql.query(`create table sample as select id from (
    select id, row_number() over (partition by status order by md5(id::text)) as n from order_item where check_at is not null) x where n <= ${SAMPLE}`);
  await sql.query(
    `update order_item set check_at = now() - interval '1 minute' where id in (select id from sample)`,
  );
  const before = (await sql.query(standing)).rows[0].n;
  const parts = { clock: systemClock, keys: loadKeys(undefined, config.dataDir), log: createLog('silent') };
  const asking = { ...config, ...(await startDemoRegisters(config)) };
  const registers = createRegisters({
    ...parts,
    config: asking,
    metrics: { registerAnswer: () => undefined },
  });
  const checks = checkRunOf({ ...parts, config: asking, registers });
  const jobs = jobDbParts(database.jobUrl, new ShownMemory({ clock: systemClock, limit: 1 }));
  const asked = await checks.run(systemDb(jobs), () => false);
  await jobs.pool.end();
  expect(asked).toBeGreaterThan(SAMPLE * 2);
  expect((await sql.query(standing)).rows[0].n).toEqual(before);
}, 180_000);
