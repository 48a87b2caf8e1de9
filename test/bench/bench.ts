/** The desk beside a bare `http` + `pg` server on the same database in the same run, interleaved: requests a second, p50, p95, server CPU a request. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { seedScale } from '../../seeds/scale.ts';
import { migrate } from '../../server/src/migrate.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { type Aside, copyWithout } from './apart.ts';
import { benchChecks } from './checks.ts';
import { documentWalls } from './document-walls.ts';
import { type Figures, measure, post } from './load.ts';
import { type Bench, prepare } from './prepare.ts';
import { DECIDE, type Facts, QUEUE, type Question, READS, TAKE } from './questions.ts';
import { type Server, serve } from './serve.ts';
import { costOfWalls, type WallQuestion } from './walls.ts';

const ROUNDS = 3;
const SECONDS = 2;
const CLIENTS = [1, 16] as const;

interface Line {
  readonly name: string;
  readonly clients: number;
  readonly aim: number | null;
  readonly desk: Figures[];
  readonly raw: Figures[];
}

/** Both servers must answer the same before anything is timed. */
async function compare(
  question: Question,
  bench: Bench,
  servers: { desk: Server; raw: Server },
): Promise<void> {
  if (!question.common) return;
  const agent = new Agent();
  const facts = bench.facts;
  const data = async (port: number, ask: ReturnType<Question['raw']>) =>
    ((await post(agent, port, ask)) as { data: unknown }).data;
  const ours = question.common.desk(await data(servers.desk.port, question.desk(facts, 0)));
  const bare = question.common.raw(await data(servers.raw.port, question.raw(facts, 0)));
  agent.destroy();
  if (!isDeepStrictEqual(ours, bare))
    throw new Error(
      `${question.name}: the two servers disagree\n${JSON.stringify(ours).slice(0, 600)}\n${JSON.stringify(bare).slice(0, 600)}`,
    );
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const of = (figures: Figures[], key: keyof Figures) => median(figures.map(f => f[key]));

function row({ name, clients, aim, desk, raw }: Line): string {
  const ratio = of(raw, 'rate') / of(desk, 'rate');
  const verdict = aim === null || clients === 1 ? '' : ratio <= aim ? 'reached' : 'MISSED';
  const cells = [
    name,
    clients,
    of(desk, 'rate').toFixed(0),
    of(raw, 'rate').toFixed(0),
    `${ratio.toFixed(2)}`,
    aim ?? '–',
    verdict,
  ];
  const times = [desk, raw].map(f => `${of(f, 'p50').toFixed(2)} / ${of(f, 'p95').toFixed(2)}`);
  const cpu = [desk, raw].map(f => of(f, 'cpu').toFixed(2));
  return `| ${[...cells, ...times, ...cpu].join(' | ')} |`;
}

async function timed(bench: Bench, servers: { desk: Server; raw: Server }): Promise<Line[]> {
  const lines: Line[] = [];
  const time = async (
    name: string,
    aim: number | null,
    run: (which: 'desk' | 'raw', clients: number) => Promise<Figures>,
  ) => {
    for (const clients of CLIENTS) {
      const line: Line = { name, clients, aim, desk: [], raw: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        line.raw.push(await run('raw', clients));
        line.desk.push(await run('desk', clients));
      }
      lines.push(line);
      console.log(row(line));
    }
  };
  const facts = (client: number): Facts => bench.factsOf(client);
  for (const question of READS) {
    await compare(question, bench, servers);
    await time(question.name, question.aim, (which, clients) =>
      measure({
        ...servers[which],
        clients,
        seconds: SECONDS,
        ask: (c, n) => question[which](facts(c), c * 997 + n),
      }),
    );
  }
  await time('take-next', null, (which, clients) =>
    measure({
      ...servers[which],
      clients,
      seconds: SECONDS,
      ask: c => TAKE[which](facts(c)),
      after: c => bench.giveBack(c),
    }),
  );
  await time('decision', 3, async (which, clients) => {
    const stock = await bench.stock(clients);
    return measure({
      ...servers[which],
      clients,
      seconds: SECONDS,
      ask: c => DECIDE[which](facts(c), stock(c)),
    });
  });
  return lines;
}

const WALLED = ['queue page', 'case page', 'search'];

/** The questions of the walls: the screens people look at most, and the decision. */
function wallQuestions(bench: Bench, clients: number): WallQuestion[] {
  const screens = READS.filter(({ name }) => WALLED.includes(name)).map(question => ({
    name: question.name,
    ask: (c: number, n: number) => question.desk(bench.factsOf(c), c * 997 + n),
  }));
  const decide = async () => {
    const stock = await bench.stock(clients);
    return (c: number) => DECIDE.desk(bench.factsOf(c), stock(c));
  };
  return [...screens, { name: 'decision', ask: () => ({ path: '', body: {} }), prepare: decide }];
}

/** A deep page must not cost more than the first one. */
function deepAgainstFirst(lines: readonly Line[]): string {
  const [first, deep] = ['queue page', 'deep page (2,000)'].map(
    name => lines.find(l => l.name === name && l.clients === 16)?.desk ?? [],
  );
  const ratio = of(first ?? [], 'rate') / of(deep ?? [], 'rate');
  return `deep page against first page, 16 clients: ${ratio.toFixed(2)} (aim 1.2, ${ratio <= 1.2 ? 'reached' : 'MISSED'})`;
}

async function besideTheBare(bench: Bench, servers: { desk: Server; raw: Server }): Promise<void> {
  console.log(
    '| question | clients | desk/s | bare/s | times slower | aim | | desk p50 / p95 ms | bare p50 / p95 ms | desk CPU ms | bare CPU ms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  console.log(deepAgainstFirst(await timed(bench, servers)));
}

/** `--walls` leaves the comparison with the bare server out; `--checks` measures the register checks alone. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  const servers: Server[] = [];
  try {
    await migrate(database.ownerUrl);
    const began = performance.now();
    await seedScale({
      ownerUrl: database.ownerUrl,
      cases: 200_000,
      events: 1_000_000,
    });
    console.log(`seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const env = {
      DATABASE_URL: database.appUrl,
      DATABASE_JOB_URL: database.jobUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: folder,
      MODE: 'test',
      JOBS: 'false',
      // A load no person makes; what the limit costs is measured by itself below.
      PERSONS_PER_DAY: '100000',
      REQUEST_BUDGET: '0',
    };
    const desk = await serve(['node', 'server/dist/server/src/main.js'], env);
    servers.push(desk);
    const raw = await serve(['node', '--import', 'tsx', 'test/bench/raw-server.ts'], env);
    servers.push(raw);
    const sql = new pg.Pool({ connectionString: database.ownerUrl, max: 20 });
    // The database stops under idle connections at the end; that is no fault of the run.
    sql.on('error', () => undefined);
    const bench = await prepare(sql, desk.port, Math.max(...CLIENTS));
    if (!process.argv.includes('--walls')) await besideTheBare(bench, { desk, raw });
    console.log((await documentWalls(QUEUE)).join('\n'));
    const clients = Math.max(...CLIENTS);
    const served = async (without: readonly Aside[]) => {
      const copy = await copyWithout(without);
      const apart = await serve(['node', copy.main], env);
      const stop = async () => {
        apart.stop();
        await copy.remove();
      };
      return { ...apart, stop };
    };
    await costOfWalls(
      { sql, desk, serve: served, clients, seconds: SECONDS, rounds: ROUNDS },
      wallQuestions(bench, clients),
    );
    await sql.end();
  } finally {
    for (const server of servers) server.stop();
    await new Promise(resolve => setTimeout(resolve, 500));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const checks = process.argv.indexOf('--checks');
if (checks < 0) await main();
else await benchChecks(Number(process.argv[checks + 1] ?? 100_000));
