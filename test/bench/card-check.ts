/** `pnpm bench --card-check`: status by card number among 200,000 cards, half of the numbers known, half not, on a server of its own. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/src/migrate.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { type Figures, measure } from './load.ts';
import { type Server, serve } from './serve.ts';

const CARDS = 200_000;
const SECONDS = 3;
const CLIENTS = [1, 16] as const;
/** Numbers that are taken end in 3, others in 7. */
const SEED = `
insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Utsteder') on conflict do nothing;
insert into organisation (org_number, name, form)
  select (300000000 + n)::text, 'Prøvebygg ' || n || ' AS', 'AS' from generate_series(1, 2000) n;
insert into card (organisation_id, number, earlier_issuer, main_unit_id, status, status_at)
  select 1, (1000000000 + n * 10 + 3)::text, true, (select min(id) from organisation) + n % 2000, 'VALID', now() from generate_series(1, ${CARDS}) n;
analyze card; analyze organisation;`;

const numberOf = (n: number, last: 3 | 7) => 1_000_000_000 + (1 + ((n * 7_919) % CARDS)) * 10 + last;

const row = (name: string, clients: number, { rate, p50, p95, cpu }: Figures) =>
  `| ${[name, clients, rate.toFixed(0), p50.toFixed(2), p95.toFixed(2), cpu.toFixed(2)].join(' | ')} |`;

async function timed(server: Server): Promise<void> {
  console.log('| number | clients | a second | p50 ms | p95 ms | server CPU ms |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const clients of CLIENTS)
    for (const [name, last] of [
      ['known', 3],
      ['unknown', 7],
    ] as const) {
      const ask = (c: number, n: number) => ({
        path: `/api/v1/card-check/${numberOf(c * 31_337 + n, last)}`,
      });
      console.log(row(name, clients, await measure({ ...server, clients, seconds: SECONDS, ask })));
    }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  let desk: Server | null = null;
  try {
    await migrate(database.ownerUrl);
    const sql = new pg.Client({ connectionString: database.ownerUrl });
    await sql.connect();
    await sql.query(SEED);
    await sql.end();
    desk = await serve(['node', 'server/dist/server/src/main.js'], {
      ...{
        DATABASE_URL: database.appUrl,
        DATABASE_JOB_URL: database.jobUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
      },
      ...{ DATA_DIR: folder, MODE: 'test', JOBS: 'false', REQUEST_BUDGET: '0' },
    });
    await timed(desk);
  } finally {
    desk?.stop();
    await new Promise(resolve => setTimeout(resolve, 500));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
