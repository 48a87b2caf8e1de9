import { randomBytes } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { EmbeddedDatabase } from '../../server/src/platform/db/embedded.ts';
import { newSandboxClient } from '../../server/src/registers/sandbox/desk-file.sandbox.ts';
import { type ServerProcess, spawnServer, untilReady } from '../support/process.ts';
import { silentProvider, silentRegisters, startDurableDatabase } from '../support/production.ts';

const key = () => randomBytes(32).toString('base64');
const cards = { current: 'c1', keys: { c1: key() } };

/** A server fit for production on a database that keeps what it confirms, and then one fault at a time. */
describe('a production server', () => {
  let folder: string;
  let database: EmbeddedDatabase;
  let owner: pg.Client;
  let admin: pg.Client;
  let fit: Record<string, string>;
  let keys: { current: string; keys: Record<string, string>; cards: typeof cards };
  const running: ServerProcess[] = [];

  const keyFile = async (name: string, content: unknown, mode = 0o600) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    await chmod(path, mode);
    return path;
  };
  /** An address without TLS, and a public key where the private one should be. */
  const badRegisters = async () => {
    const good = JSON.parse(await readFile(fit.REGISTERS_FILE ?? '', 'utf8'));
    const { privateJwk } = await newSandboxClient();
    const maskinporten = {
      ...good.maskinporten,
      keyFile: await keyFile('public.json', { ...privateJwk, d: undefined }),
    };
    return keyFile('registers.json', {
      ...good,
      maskinporten,
      udi: { ...good.udi, url: 'http://udi.example' },
    });
  };
  const start = async (env: Record<string, string> = {}) => {
    const server = await spawnServer({ ...fit, ...env });
    running.push(server);
    return server;
  };
  /** What it says when it does not start. */
  const refusal = async (env: Record<string, string> = {}) => {
    const server = await start(env);
    expect(await server.ended).toBe(1);
    return server.output();
  };

  beforeAll(async () => {
    ({ folder, database } = await startDurableDatabase());
    owner = new pg.Client({ connectionString: database.ownerUrl });
    admin = new pg.Client({ connectionString: database.adminUrl });
    await Promise.all([owner.connect(), admin.connect()]);
    keys = { current: 'k1', keys: { k1: key() }, cards };
    fit = {
      MODE: 'production',
      PUBLIC_URL: 'https://desk.example',
      KEYS_FILE: await keyFile('keys-of-production.json', keys),
      OIDC_FILE: await silentProvider(folder),
      REGISTERS_FILE: await silentRegisters(folder),
      DATABASE_URL: database.appUrl,
      DATABASE_JOB_URL: database.jobUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: join(folder, 'data'),
      JOBS: 'false',
    };
  });
  afterEach(() => {
    for (const { child } of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), admin.end()]);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('with nothing wrong starts, and writes down by which keys it knows its data', async () => {
    await untilReady(await start());
    const { rows } = await owner.query('select key_id from key_sentinel');
    expect(rows).toEqual([{ key_id: 'k1' }]);
  });

  test('with everything wrong says everything at once, and nothing of what is secret', async () => {
    const short = randomBytes(16).toString('base64');
    const same = Buffer.alloc(32, 7).toString('base64');
    const content = { current: 'k1', keys: { k1: short, k2: same, k3: same } };
    await owner.query(`insert into staff_organisation values (7, 'ISSUER', 'Demo')`);
    await owner.query(
      `insert into staff_user (organisation_id, name, email, roles, demo) values (7, 'Demo', 'demo@demo.example', '{AGENT}', true)`,
    );
    await owner.query(
      'alter table person no force row level security; alter table draft disable row level security',
    );
    await admin.query('alter role desk_app bypassrls; alter role desk_job superuser');
    await admin.query('alter database desk set synchronous_commit = off');
    const output = await refusal({
      PUBLIC_URL: 'http://desk.example',
      KEYS_FILE: await keyFile('bad.json', content, 0o644),
      REGISTERS_FILE: await badRegisters(),
    });
    await admin.query('alter database desk reset synchronous_commit');
    await admin.query('alter role desk_app nobypassrls; alter role desk_job nosuperuser');
    await owner.query(
      'alter table person force row level security; alter table draft enable row level security',
    );
    await owner.query('delete from staff_user where demo');
    const [title, ...faults] = output.trimEnd().split('\n');
    expect(title).toBe(`This server is not fit for production, for ${faults.length} reasons:`);
    const said = [
      'Setting PUBLIC_URL is missing or not https://. Production cookies travel over TLS only',
      'The file in KEYS_FILE can be read by others. Make it the service’s alone: chmod 600.',
      'Key k1 in KEYS_FILE has 16 bytes. Make it of 32: openssl rand -base64 32.',
      'Key k2 in KEYS_FILE is no work of chance. Make one',
      'Key k3 in KEYS_FILE is no work of chance. Make one',
      'Two keys in KEYS_FILE are the same.',
      'The file in KEYS_FILE has no keys for cards. Add them with: npx pnpm keys cards new.',
      'REGISTERS_FILE is wrong (maskinporten.keyFile: must hold a private RSA key as JWK with kid).',
      'REGISTERS_FILE is wrong (udi: production asks over https:// only).',
      'PostgreSQL runs with synchronous_commit = off. Switch it on',
      'Row security on table draft is off. Let its owner force it again',
      'Row security on table person is not forced. Let its owner force it again',
      'Database role desk_app may bypass row security. Name a login in DATABASE_URL',
      'MODE is production, but the database holds 1 demo accounts.',
      'Database role desk_job is a superuser. Name a login',
    ];
    for (const [at, sentence] of said.entries()) expect(faults[at]).toContain(`- ${sentence}`);
    expect(faults).toHaveLength(said.length);
    for (const secret of [short, same, new URL(database.appUrl).password])
      expect(output).not.toContain(secret);
  });

  test('without its settings says which, and touches no database', async () => {
    const output = await refusal({
      ...{ KEYS_FILE: '', DATABASE_URL: '', PUBLIC_URL: '', OIDC_FILE: '', REGISTERS_FILE: '' },
      REQUEST_BUDGET: '0',
    });
    expect(output).toContain('- Setting KEYS_FILE is missing.');
    expect(output).toContain(
      '- Setting DATABASE_URL is missing. Production does not use the embedded database',
    );
    expect(output).toContain('- Setting PUBLIC_URL is missing or not https://.');
    expect(output).toContain('- Setting OIDC_FILE is missing. Production signs people in with two factors');
    expect(output).toContain('- Setting REGISTERS_FILE is missing. Production decides orders by what');
    expect(output).toContain('- Setting REQUEST_BUDGET is 0. Production does not serve without a limit');
  });

  test('does not start as the owner of the tables', async () => {
    await admin.query('grant desk_app, desk_job to desk_owner');
    const output = await refusal({ DATABASE_URL: database.ownerUrl, DATABASE_JOB_URL: database.ownerUrl });
    await admin.query('revoke desk_app, desk_job from desk_owner');
    expect(output).toContain('Database role desk_owner owns tables. Name a login in DATABASE_URL');
    expect(output.match(/desk_owner owns tables/g)).toHaveLength(1);
    const stranger = await refusal({ DATABASE_JOB_URL: database.appUrl });
    expect(stranger).toContain('The database login cannot work as desk_job. Make it a member');
  });

  test('does not start with keys other than those the data was sealed with, and starts after a rotation', async () => {
    const other = await keyFile('other.json', { current: 'k1', keys: { k1: key() }, cards });
    expect(await refusal({ KEYS_FILE: other })).toContain(
      'Key k1 in KEYS_FILE does not open what this database holds. Bring back the key file',
    );
    const stranger = await keyFile('stranger.json', { current: 'k9', keys: { k9: key() }, cards });
    expect(await refusal({ KEYS_FILE: stranger })).toContain(
      'No key in KEYS_FILE opens what this database holds.',
    );
    const rotated = { ...keys, current: 'k2', keys: { ...keys.keys, k2: key() } };
    await untilReady(await start({ KEYS_FILE: await keyFile('rotated.json', rotated) }));
  });

  test('does not start without its key file, or on a database that may forget what it has confirmed', async () => {
    // The database of the other tests forgets everything, for speed; its start is refused before it is migrated.
    const { ownerUrl, appUrl, jobUrl } = inject('database');
    const to = (url: string) => url.replace(/\/desk$/, '/postgres');
    const output = await refusal({
      KEYS_FILE: join(folder, 'nowhere.json'),
      DATABASE_URL: to(appUrl),
      DATABASE_JOB_URL: to(jobUrl),
      DATABASE_OWNER_URL: to(ownerUrl),
    });
    expect(output).toContain('- The file in KEYS_FILE cannot be read (ENOENT).');
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(output).toContain(`- PostgreSQL runs with ${name} = off.`);
  });
});
