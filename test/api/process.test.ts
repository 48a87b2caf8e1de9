import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../support/desk.ts';
import { type ServerProcess, spawnServer, untilReady } from '../support/process.ts';

describe('the server as a process', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let dataDir: string;
  const running: ServerProcess[] = [];
  const start = async (env: Record<string, string> = {}) => {
    const server = await spawnServer({
      DATABASE_URL: database.appUrl,
      DATABASE_JOB_URL: database.jobUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: dataDir,
      ...env,
    });
    running.push(server);
    return server;
  };

  beforeAll(async () => {
    database = await cloneDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-process-'));
    await chmod(dataDir, 0o755);
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('a wrong setting is one clear sentence and exit code 1', async () => {
    const server = await start({ PORT: 'fire tusen' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/^Setting PORT is wrong \(.+\)\. Port the server listens on/);
  });

  test('an unreachable database is one clear sentence and exit code 1', async () => {
    const nowhere = 'postgresql://desk:feil@127.0.0.1:1/desk';
    const server = await start({ DATABASE_URL: nowhere, DATABASE_OWNER_URL: nowhere });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('The database cannot be reached (ECONNREFUSED). Check DATABASE_URL');
    expect(server.output()).not.toContain('feil');
  });

  test('a port that is taken is one clear sentence and exit code 1', async () => {
    const blocker: Server = createServer();
    await new Promise<void>(resolve => blocker.listen(0, '127.0.0.1', () => resolve()));
    const { port } = blocker.address() as AddressInfo;
    const server = await start({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(
      `Port ${port} is already in use. Stop the other program or set PORT to another number.`,
    );
    blocker.close();
  });

  test('production refuses demo conveniences, each with its own sentence', async () => {
    const server = await start({ MODE: 'production' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('Setting KEYS_FILE is missing.');
  });

  test('on SIGTERM a request in flight gets its answer, then the server ends with 0', async () => {
    const server = await start();
    await untilReady(server);
    const lock = new pg.Client({ connectionString: database.ownerUrl });
    await lock.connect();
    await lock.query('begin; lock table staff_user in access exclusive mode');
    const answer = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ deskSettings { version demoAccounts { name } } }' }),
    });
    await new Promise(resolve => setTimeout(resolve, 300));
    server.child.kill('SIGTERM');
    await new Promise(resolve => setTimeout(resolve, 300));
    await lock.query('rollback');
    await lock.end();
    expect(await (await answer).json()).toEqual({
      data: { deskSettings: { version: '0.1.0', demoAccounts: [] } },
    });
    expect(await server.ended).toBe(0);
  });
});

describe('the embedded database', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'hms-kort-desk-embedded-'));
    await chmod(dataDir, 0o755);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('survives kill -9 of the server: the next start takes it over, and an orderly stop ends it', async () => {
    const env = { DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: dataDir, JOBS: 'false' };
    const first = await spawnServer(env);
    await untilReady(first);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await spawnServer(env);
    await untilReady(second);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    const { existsSync } = await import('node:fs');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('a second start on the same data is refused with one sentence, and the first keeps its database', async () => {
    const env = { DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: dataDir, JOBS: 'false' };
    const first = await spawnServer(env);
    await untilReady(first);
    const second = await spawnServer(env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`The desk is already running on the data in ${dataDir}`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });
});
