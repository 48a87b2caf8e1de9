import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { demoAccountFaults } from '../../server/src/features/staff/demo.guard.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { APP_ROLE } from '../../server/src/platform/db/roles.ts';
import { cookieName } from '../../server/src/platform/http/request-context.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { Client } from '../support/client.ts';
import { consoleDocument } from '../support/console-documents.ts';
import { cloneDatabase, type Desk, startDesk } from '../support/desk.ts';
import { emailOf, PASSWORD, seedStaff } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { name } }';
const SIGN_IN_DEMO = 'mutation SignInDemo($email: ShortText!) { signInDemo(email: $email) { name } }';

/** A clock that only moves when told to. */
function handClock(start = '2026-11-23T08:00:00.000Z') {
  let at = new Date(start).getTime();
  return { now: () => new Date(at), pass: (minutes: number) => (at += minutes * 60_000) };
}

const clock = handClock();
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ clock });
});
afterAll(() => desk.stop());

const myName = async (client: Client) => (await client.ask('{ me { name } }')).me?.name ?? null;

describe('how long a session lives', () => {
  test('it ends after 30 minutes without activity, and activity keeps it going', async () => {
    const client = await desk.as('agent');
    clock.pass(29);
    expect(await myName(client)).toBe('Ingrid Solheim');
    clock.pass(29);
    expect(await myName(client)).toBe('Ingrid Solheim');
    clock.pass(31);
    expect(await myName(client)).toBeNull();
  });

  test('it ends 8 hours after signing in, however busy the day was', async () => {
    const client = await desk.as('agent');
    for (let minutes = 0; minutes < 460; minutes += 20) {
      clock.pass(20);
      expect(await myName(client)).toBe('Ingrid Solheim');
    }
    clock.pass(21);
    expect(await myName(client)).toBeNull();
  });

  test('only its hash is stored, and it stands in a cookie that scripts cannot read', async () => {
    const response = await desk.anonymous().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN_DEMO, variables: { email: emailOf('senior') } }),
    });
    const [set = ''] = response.headers.getSetCookie();
    expect(set).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = /sid=([\w-]+)/.exec(set)?.[1] ?? '';
    const { rows } = await desk.sql.query(
      'select count(*)::int as n from staff_session where token_hash = $1 or token_hash = $2',
      [Buffer.from(token), Buffer.from(token, 'base64url')],
    );
    expect(rows[0].n).toBe(0);
  });

  test('signing out everywhere ends it on every device', async () => {
    const [office, home] = [await desk.as('finance'), await desk.as('finance')];
    const { mySessions } = await office.ask('{ mySessions { id current } }');
    expect(mySessions.map((s: { current: boolean }) => s.current).sort()).toEqual([false, true]);
    expect((await office.ask('mutation { signOutEverywhere }')).signOutEverywhere).toBe(2);
    expect(await myName(home)).toBeNull();
    expect(await home.refused('{ mySessions { id } }')).toBe('UNAUTHENTICATED');
  });
});

describe('guessing passwords', () => {
  beforeEach(() => desk.sql.query('delete from sign_in_attempt'));

  const guess = (email: string, password = 'feil') =>
    desk.anonymous().send<{ signIn: { name: string } }>(SIGN_IN, { email, password });

  test('after 5 failures the account waits, also with the right password, and is told how long', async () => {
    for (let n = 0; n < 5; n += 1) {
      const answer = await guess(emailOf('lead'));
      expect(answer.errors?.[0]?.extensions.code).toBe('SIGN_IN_FAILED');
    }
    const waiting = await guess(emailOf('lead'), PASSWORD);
    expect(waiting.errors?.[0]?.extensions).toMatchObject({
      code: 'SIGN_IN_THROTTLED',
      params: { seconds: 30 },
    });
    clock.pass(0.5);
    expect((await guess(emailOf('lead'), PASSWORD)).data?.signIn.name).toBe('Henrik Aas');
  });

  test('many guesses at the same time count as many', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(emailOf('lead'))));
    const codes = answers.map(answer => answer.errors?.[0]?.extensions.code);
    expect(codes.filter(code => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codes.filter(code => code === 'SIGN_IN_THROTTLED')).toHaveLength(7);
  });

  test('signing in rightly costs nothing, however often', async () => {
    for (let n = 0; n < 22; n += 1) {
      const { data } = await guess(emailOf('admin'), PASSWORD);
      expect(data?.signIn.name).toBe('Astrid Jakobsen');
    }
    expect((await guess('ukjent@test.example')).errors?.[0]?.extensions.code).toBe('SIGN_IN_FAILED');
  });

  test('an unknown account is slowed down in the same way', async () => {
    for (let n = 0; n < 5; n += 1) await guess('ingen@test.example');
    expect((await guess('INGEN@test.example')).errors?.[0]?.extensions.code).toBe('SIGN_IN_THROTTLED');
  });

  test('20 failures from one address slow down every account from there', async () => {
    for (let n = 0; n < 20; n += 1) await guess(`konto${n}@test.example`);
    expect((await guess(emailOf('admin'), PASSWORD)).errors?.[0]?.extensions.code).toBe('SIGN_IN_THROTTLED');
  });

  test('addresses are stored as keyed hashes, and every failure is in the audit log', async () => {
    await guess('noen@test.example');
    const { rows } = await desk.sql.query(
      `select (select count(*)::int from sign_in_attempt where position('noen' in encode(key, 'escape')) > 0) as plain,
        (select outcome from audit_log where kind = 'SIGN_IN' order by id desc limit 1) as outcome`,
    );
    expect(rows[0]).toEqual({ plain: 0, outcome: 'SIGN_IN_FAILED' });
  });
});

describe('production', () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let sql: pg.Pool;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-'));
    const keys = { current: 'p1', keys: { p1: Buffer.alloc(32, 7).toString('base64') } };
    await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
    database = await cloneDatabase();
    sql = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    await seedStaff(sql);
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const parts = () => ({
    config: readConfig({
      MODE: 'production',
      DATABASE_URL: database.appUrl,
      KEYS_FILE: join(folder, 'keys.json'),
      PUBLIC_URL: 'https://desk.example',
      DATA_DIR: folder,
      JOBS: 'false',
    }),
    log: createLog('silent'),
    databaseUrl: database.appUrl,
    jobUrl: database.jobUrl,
  });

  test('counts the demo accounts that could be used, and then does not start (self-test.test.ts)', async () => {
    const pool = createPool({ url: database.appUrl, size: 1, role: APP_ROLE });
    expect(await demoAccountFaults(pool)).toEqual([expect.stringContaining('9 demo accounts')]);
    await pool.end();
  });

  test('has no one-click sign-in, and its cookie is bound to host and TLS', async () => {
    await sql.query('update staff_user set demo = false where id > 1');
    await sql.query('update staff_user set active = false where id = 1');
    const app = await createApp(parts());
    const server = app.http.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const settings = await client.ask(consoleDocument('Opening'));
    const demo = await client.refused(consoleDocument('SignInDemo'), { email: emailOf('agent') });
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: consoleDocument('SignIn'),
        variables: { email: emailOf('senior'), password: PASSWORD },
      }),
    });
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await app.close();
    expect(settings.deskSettings).toMatchObject({ demoMode: false, demoAccounts: [] });
    expect(demo).toBe('NOT_FOUND');
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect([cookieName(true), cookieName(false)]).toEqual(['__Host-sid', 'sid']);
  });
});

test('outside demo mode a demo account cannot sign in with one click', async () => {
  const plain = await startDesk({ env: { MODE: 'test' } });
  const code = await plain.anonymous().refused(SIGN_IN_DEMO, { email: emailOf('agent') });
  await plain.stop();
  expect(code).toBe('NOT_FOUND');
});
