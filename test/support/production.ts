/** The compiled server as production runs it, with one member of staff who has a session and one who is anonymous. */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../server/src/migrate.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../server/src/platform/db/embedded.ts';
import { newSandboxClient, writeSandboxFile } from '../../server/src/registers/sandbox/desk-file.sandbox.ts';
import { newKey, writeOidcFile } from './identity-provider.ts';
import { type ServerProcess, spawnServer, untilReady } from './process.ts';

const STAFF = `with o as (insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Kortservice') returning id)
insert into staff_user (organisation_id, name, email, roles) select id, 'Ingrid Solheim', $1, '{AGENT}' from o returning id`;
const SESSION = `insert into staff_session (token_hash, staff_user_id, method, created_at, seen_at) values ($1, $2, 'PASSWORD', now(), now())`;

export interface Production {
  readonly server: ServerProcess;
  readonly sql: pg.Pool;
  readonly cookie: string;
  stop(): Promise<void>;
}

async function signedIn(sql: pg.Pool): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(STAFF, ['ingrid.solheim@test.example']);
  const token = randomBytes(32).toString('base64url');
  await sql.query(SESSION, [createHash('sha256').update(token).digest(), rows[0]?.id]);
  return `__Host-sid=${token}`;
}

/** Production does not start on the hasty database of the other tests: one that keeps what it confirms, in a folder of its own. */
export async function startDurableDatabase(): Promise<{ folder: string; database: EmbeddedDatabase }> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-production-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded(folder);
  await migrate(database.ownerUrl);
  return { folder, database };
}

/** A provider nobody answers for: production wants one named, and asks it only when somebody signs in. */
export async function silentProvider(folder: string): Promise<string> {
  const { privateJwk } = await newKey('desk-1');
  return writeOidcFile(folder, privateJwk, { issuer: 'https://provider.example' });
}

const secret = () => randomBytes(32).toString('base64');

/** Registers nobody answers for: production wants them named, and asks them only about an order. */
export async function silentRegisters(folder: string): Promise<string> {
  const client = await newSandboxClient();
  return writeSandboxFile({ folder, url: 'https://registers.example', client });
}

export async function startProduction(env: Record<string, string> = {}): Promise<Production> {
  const { folder: dataDir, database } = await startDurableDatabase();
  const keys = { current: 'k1', keys: { k1: secret() }, cards: { current: 'c1', keys: { c1: secret() } } };
  await writeFile(join(dataDir, 'keys.json'), JSON.stringify(keys), { mode: 0o600 });
  const sql = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  sql.on('connect', client => client.on('error', () => undefined));
  const cookie = await signedIn(sql);
  const server = await spawnServer({
    MODE: 'production',
    DATABASE_URL: database.appUrl,
    DATABASE_JOB_URL: database.jobUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    KEYS_FILE: join(dataDir, 'keys.json'),
    OIDC_FILE: await silentProvider(dataDir),
    REGISTERS_FILE: await silentRegisters(dataDir),
    PUBLIC_URL: 'https://desk.example',
    JOBS: 'false',
    ...env,
  });
  await untilReady(server);
  const stop = async () => {
    server.child.kill('SIGKILL');
    await server.ended;
    await sql.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, sql, cookie, stop };
}
