/**
 * `pnpm bench --checks [lines]`: the nightly round over order lines whose registers all answer as before (100,000 lines unless told), and
 * "sjekk på nytt" beside it, against the register sandbox in a process of its own on this machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { readConfig } from '../../server/src/config.ts';
import { orgNumberCheckDigit } from '../../server/src/features/organisation/org-number.rules.ts';
import { checkDigits } from '../../server/src/features/person/national-id.rules.ts';
import { sealNationalId } from '../../server/src/features/person/national-id.store.ts';
import { checkRunOf } from '../../server/src/features/register-check/check-run.parts.ts';
import type { CheckRun } from '../../server/src/features/register-check/check-run.service.ts';
import { migrate } from '../../server/src/migrate.ts';
import { ShownMemory } from '../../server/src/platform/audit/shown.ts';
import { type Keys, loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { jobDbParts } from '../../server/src/platform/db/job-parts.ts';
import { createClient } from '../../server/src/platform/db/pool.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { createRegisters } from '../../server/src/registers/registers.parts.ts';
import type { SandboxWorld } from '../../server/src/registers/sandbox/sandbox-world.ts';

const STAFF = 20;
const SAMPLES = 200;
const PATIENT = { concurrency: 50, queue: 5_000, totalMs: 60_000, tryMs: 20_000 };

interface Place {
  readonly main: string;
  readonly unit: string;
}

/** Numbers with valid check digits; synthetic firms begin with 3, synthetic persons have months above 80. */
function* orgNumbers(): Generator<string> {
  for (let n = 31_000_000; ; n += 1) {
    const digit = orgNumberCheckDigit(String(n));
    if (digit !== null) yield `${n}${digit}`;
  }
}
function* nationalIds(): Generator<string> {
  for (let n = 0; ; n += 1) {
    const [day, month] = [10 + (n % 19), 81 + (Math.floor(n / 19) % 12)];
    const nine = `${day}${month}${50 + (Math.floor(n / 228) % 50)}${100 + (Math.floor(n / 11_400) % 400)}`;
    const digits = checkDigits(nine);
    if (digits) yield `${nine}${digits}`;
  }
}
const take = <T>(from: Iterator<T>): T => from.next().value as T;

function worldOf(lines: number): { world: SandboxWorld; places: Place[]; numbers: string[] } {
  const [orgs, ids] = [orgNumbers(), nationalIds()];
  const world = { firms: {}, subUnits: {}, persons: {} } as {
    -readonly [K in keyof SandboxWorld]: SandboxWorld[K];
  };
  const places: Place[] = [];
  const numbers: string[] = [];
  for (let i = 0; i < lines; i += 1) {
    if (i % STAFF === 0) {
      const place = { main: take(orgs), unit: take(orgs) };
      places.push(place);
      world.firms[place.main] = { name: `Firma ${i} AS`, industry: '41.000' };
      world.subUnits[place.unit] = { name: `Firma ${i} avd.`, mainUnit: place.main };
    }
    const { unit } = places.at(-1) as Place;
    const name = { first: 'Prøve', middle: null, last: `Person ${i}` };
    const nationalId = take(ids);
    numbers.push(nationalId);
    world.persons[nationalId] = { name, employments: [{ subUnit: unit, start: '2024-01-01' }] };
  }
  return { world, places, numbers };
}

const ISSUER = `insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Utsteder') on conflict do nothing`;
const FIRMS = `insert into organisation (org_number, name, form, parent_id) select r.org, 'Firma', r.form, p.id
from jsonb_to_recordset($1::jsonb) r(org text, form text, parent text) left join organisation p on p.org_number = r.parent`;
const PERSONS = `insert into person (id, given_name, family_name, national_id_enc, national_id_key, national_id_idx, national_id_masked) overriding system value
select r.id, 'Prøve', 'Person', decode(r.enc, 'hex'), r.key, decode(r.idx, 'hex'), r.masked from jsonb_to_recordset($1::jsonb) r(id bigint, enc text, key text, idx text, masked text)`;
/** One order for each line, waiting for its images: nothing but the night concerns it. */
const ORDERS = `with line as (
  select p.id, (3000000 + p.id)::text as number, u.id as unit, u.parent_id as main from person p
  join organisation u on u.org_number = ($1::text[])[1 + (p.id - 1) / ${STAFF}]
), placed as (
  insert into card_order (organisation_id, number, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel)
  select 1, number, unit, main, 'CONSTRUCTION', '2026-11-02', now(), 'API' from line returning id, number, unit_id, main_unit_id
) insert into order_item (organisation_id, order_id, order_number, line, person_id, unit_id, main_unit_id, scheme, ordered_on, orderer_name, orderer_email,
    orderer_language, check_at)
select 1, o.id, o.number, 1, o.number::bigint - 3000000, o.unit_id, o.main_unit_id, 'CONSTRUCTION', '2026-11-02', 'Kari', 'kari@firma.example', 'nb', $2 from placed o`;

async function fill(
  owner: Client,
  keys: Keys,
  { places, numbers }: ReturnType<typeof worldOf>,
): Promise<void> {
  await owner.query(FIRMS, [JSON.stringify(places.map(({ main }) => ({ org: main, form: 'AS' })))]);
  await owner.query(FIRMS, [
    JSON.stringify(places.map(p => ({ org: p.unit, form: 'BEDR', parent: p.main }))),
  ]);
  for (let from = 0; from < numbers.length; from += 5_000) {
    const rows = numbers.slice(from, from + 5_000).map((number, i) => {
      const id = from + i + 1;
      const { enc, keyId, idx, masked } = sealNationalId(keys, number, id);
      return { id, enc: enc.toString('hex'), key: keyId, idx: idx.toString('hex'), masked };
    });
    await owner.query(PERSONS, [JSON.stringify(rows)]);
  }
  await owner.query(ORDERS, [places.map(({ unit }) => unit), new Date('2026-11-23T01:00:00Z')]);
}

/** In a process of its own, so that its work is not counted as the desk's. */
async function serveSandbox(folder: string, world: SandboxWorld) {
  const path = join(folder, 'world.json');
  await writeFile(path, JSON.stringify(world));
  const args = ['--import', 'tsx', 'test/bench/checks-sandbox.ts', path, JSON.stringify(PATIENT)];
  const child = spawn('node', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { file: line.toString().trim(), stop: () => child.stdin.end() };
}

async function round(name: string, run: () => Promise<number>): Promise<void> {
  const from = performance.now();
  let count = 0;
  for (let done = -1; done !== 0; count += done) done = await run();
  const seconds = (performance.now() - from) / 1000;
  console.log(`${name}: ${count} lines in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} lines/s`);
}

async function onDemand(checks: CheckRun, db: Db): Promise<void> {
  const times: number[] = [];
  for (let id = 1; id <= SAMPLES; id += 1) {
    const from = performance.now();
    await checks.checkNow(db, [String(id)]);
    times.push(performance.now() - from);
  }
  const [p50, p95] = [0.5, 0.95].map(share => times.toSorted((a, b) => a - b)[Math.floor(SAMPLES * share)]);
  console.log(`asked again, one line at a time: p50 ${p50?.toFixed(1)} ms, p95 ${p95?.toFixed(1)} ms`);
}

export async function benchChecks(lines: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  const owner = createClient(database.ownerUrl);
  const keys = loadKeys(undefined, folder);
  const filled = worldOf(lines);
  const sandbox = await serveSandbox(folder, filled.world);
  let now = new Date('2026-11-23T01:30:00Z');
  const clock = { now: () => new Date(now) };
  const log = createLog('error');
  const config = readConfig({ MODE: 'test', DATA_DIR: folder, REGISTERS_FILE: sandbox.file });
  const registers = createRegisters({ config, clock, log, metrics: { registerAnswer: () => undefined } });
  const jobs = jobDbParts(database.jobUrl, new ShownMemory({ clock, limit: 1 }));
  try {
    await migrate(database.ownerUrl);
    await owner.connect();
    await owner.query(ISSUER);
    await fill(owner, keys, filled);
    const checks = checkRunOf({ clock, config, keys, log, registers });
    const db = new Db(jobs, SYSTEM, { requestId: 'bench', operation: 'check-registers', address: null });
    await round('first answers, all new', () => checks.run(db));
    await onDemand(checks, db);
    now = new Date('2026-11-24T01:30:00Z');
    await round('the night after, nothing new', () => checks.run(db));
    const { rows } = await owner.query(
      `select outcome, count(*)::int as checks from register_check group by 1 order by 1`,
    );
    console.log(rows.map(row => `${row.outcome} ${row.checks}`).join(', '));
  } finally {
    sandbox.stop();
    await registers.close();
    await jobs.pool.end();
    await owner.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
