/** A whole desk for one test file: its own database, the real server on a free port, and a client per member of staff. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { readRegisterWorld, startRegisters, worldFile } from '../../seeds/demo-registers.ts';
import { type App, type AppParts, createApp } from '../../server/src/app.ts';
import { type Config, readConfig } from '../../server/src/config.ts';
import { freePort } from '../../server/src/platform/db/embedded.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { Client } from './client.ts';
import { keepLog } from './kept-logs.ts';
import { emailOf, type StaffName, seedStaff, staffIds } from './staff.ts';

/** A running server with its database; what both kinds of desk have. */
interface Running {
  readonly url: string;
  readonly app: App;
  readonly config: Config;
  /** Owner of the tables: arranges and looks, past all rights. */
  readonly sql: pg.Pool;
  /** URL requests use. */
  readonly databaseUrl: string;
  /** URL jobs use. */
  readonly jobUrl: string;
  readonly ownerUrl: string;
  readonly logLines: string[];
  anonymous(): Client;
  stop(): Promise<void>;
}

export interface Desk extends Running {
  /** staff_user.id by name. */
  readonly staff: Record<StaffName, string>;
  /** A client signed in as one of the test staff. */
  as(name: StaffName): Promise<Client>;
}

/** A migrated database: one URL per role, and how it goes away. */
export interface DeskDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobUrl: string;
  drop(): Promise<void>;
}

export interface DeskOptions {
  /** Default: a clone of the template. */
  readonly database?: DeskDatabase;
  readonly env?: Record<string, string>;
  readonly clock?: AppParts['clock'];
  /** The sandbox this desk asks (registers.ts); without one it asks nobody. */
  readonly registers?: { readonly file: string };
  /** The staff are in the database already: one more server of the same desk. */
  readonly seeded?: boolean;
}

const EMPTY = 'desk_template';
const DEMO = 'desk_demo_template';

/** A clone of a template database. @returns URLs of its roles, and how to drop it */
export async function cloneDatabase(template = EMPTY) {
  const { adminUrl, ownerUrl, appUrl, jobUrl } = inject('database');
  const name = `desk_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('select pg_advisory_lock(42)');
  await admin.query(`create database ${name} template ${template} owner desk_owner`);
  await admin.end();
  const to = (url: string) => url.replace(/\/desk$/, `/${name}`);
  const urls = { ownerUrl: to(ownerUrl), appUrl: to(appUrl), jobUrl: to(jobUrl) };
  return { ...urls, drop: () => dropDatabase(adminUrl, name) };
}

async function connectionsTo(admin: pg.Client, name: string): Promise<number> {
  const { rows } = await admin.query('select count(*)::int as n from pg_stat_activity where datname = $1', [
    name,
  ]);
  return rows[0].n;
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  // A connection that is just closing must not be told off: wait for the last one, and force only what hangs.
  for (let i = 0; i < 50 && (await connectionsTo(admin, name)) > 0; i += 1) await wait(40);
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}

async function run(template: string, dataDir: string, options: DeskOptions): Promise<Running> {
  const { clock, registers, database = await cloneDatabase(template) } = options;
  const env: Record<string, string> = {
    ...(registers ? { REGISTERS_FILE: registers.file } : {}),
    ...options.env,
  };
  const sql = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  // Dropping the database may end a connection that is closing already; some tests kill it.
  sql.on('error', () => undefined);
  sql.on('connect', client => client.on('error', () => undefined));
  // A real port, so that links in letters lead to this desk.
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const config = readConfig({ MODE: 'demo', DATA_DIR: dataDir, PORT: String(port), JOBS: 'false', ...env });
  const logLines: string[] = [];
  const keep = keepLog('desk');
  const write = (line: string) => {
    logLines.push(line);
    keep(line);
  };
  const log = createLog('info', { write });
  const app = await createApp({ config, log, databaseUrl: database.appUrl, jobUrl: database.jobUrl, clock });
  const server = app.http.listen(port, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await app.close();
    await sql.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const urls = { url, databaseUrl: database.appUrl, jobUrl: database.jobUrl, ownerUrl: database.ownerUrl };
  return { ...urls, app, config, sql, logLines, anonymous: () => new Client(url), stop };
}

const freshFolder = () => mkdtemp(join(tmpdir(), 'hms-kort-desk-'));

/** A desk with staff and nothing else. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const running = await run(EMPTY, await freshFolder(), options);
  const staff = options.seeded ? await staffIds(running.sql) : await seedStaff(running.sql);
  return {
    ...running,
    staff,
    async as(name) {
      const client = new Client(running.url);
      await client.ask('mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }', {
        email: emailOf(name),
      });
      return client;
    },
  };
}

/** The demo as a newcomer gets it, with its images and registers; only in the browser tests, which seed it once. */
export async function startDemo(options: DeskOptions = {}): Promise<Running> {
  const dataDir = await freshFolder();
  await cp(inject('demoDataDir'), dataDir, { recursive: true });
  const world = await readRegisterWorld(worldFile(dataDir));
  const { sandbox, file } = await startRegisters({ world, folder: dataDir });
  const demo = await run(DEMO, dataDir, { registers: { file }, ...options });
  const stop = async () => {
    await demo.stop();
    await sandbox.stop();
  };
  return { ...demo, stop };
}
