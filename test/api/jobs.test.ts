import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type JobDefinition, Jobs } from '../../server/src/platform/jobs/jobs.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createMail, mailState, systemDb } from '../support/mails.ts';
import { startRelay } from '../support/relay.ts';

let desk: Desk;
const started: Jobs[] = [];
const logLines: string[] = [];
const log = createLog('info', { write: line => void logLines.push(line) });

beforeAll(async () => {
  desk = await startDesk();
  return () => desk.stop();
});
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop();
});

async function startJobs(...definitions: JobDefinition[]): Promise<Jobs> {
  const jobs = new Jobs({ log, databaseUrl: desk.jobUrl, dbParts: desk.app.jobParts, definitions });
  started.push(jobs);
  await jobs.start();
  return jobs;
}

async function until(true_: () => boolean | Promise<boolean>, seconds = 15): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50))
    if (await true_()) return true;
  return false;
}

describe('Jobs', () => {
  it('run on the clock, as the system itself, in a role of their own', async () => {
    const seen: unknown[] = [];
    await startJobs({
      name: 'clocked',
      everySeconds: 1,
      async run(db) {
        const [row] = await db.read<{ who: string; actor: string }>(
          `select current_user as who, current_setting('app.actor') as actor`,
        );
        seen.push({ ...row, kind: db.principal.kind, operation: db.info.operation });
        return 1;
      },
    });
    expect(await until(() => seen.length >= 2)).toBe(true);
    expect(seen[0]).toEqual({ who: 'desk_job', actor: '', kind: 'system', operation: 'clocked' });
  });

  it('run one at a time, however many servers there are', async () => {
    let [now, most, runs] = [0, 0, 0];
    const definition: JobDefinition = {
      name: 'single',
      everySeconds: 1,
      async run() {
        now += 1;
        most = Math.max(most, now);
        runs += 1;
        await wait(300);
        now -= 1;
        return 0;
      },
    };
    await startJobs(definition);
    await startJobs(definition);
    expect(await until(() => runs >= 3)).toBe(true);
    expect(most).toBe(1);
  });

  it('that fail are logged by name and tried again at the next tick', async () => {
    let runs = 0;
    await startJobs({
      name: 'failing',
      everySeconds: 1,
      async run() {
        runs += 1;
        throw new Error('Kari Bestiller');
      },
    });
    expect(await until(() => runs >= 2)).toBe(true);
    const { rows } = await desk.sql.query<{ output: unknown }>(
      `select output from pgboss.job where name = 'failing' and state = 'failed'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const lines = logLines.filter(line => line.includes('"job":"failing"'));
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, lines])).not.toContain('Kari');
  });

  it('asked for in a transaction run after its commit, and never after a rollback', async () => {
    let runs = 0;
    const jobs = await startJobs({ name: 'asked', everySeconds: 3600, run: async () => ++runs });
    expect(await until(() => runs === 1)).toBe(true);
    const db = systemDb(desk.app.dbParts);
    const broken = db.transaction(async tx => {
      await jobs.enqueue(tx, 'asked');
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await wait(3000);
    expect(runs).toBe(1);
    await db.transaction(tx => jobs.enqueue(tx, 'asked'));
    expect(await until(() => runs === 2)).toBe(true);
  });

  it('whose server was killed in the middle run again when its heartbeat has been silent', async () => {
    let runs = 0;
    const definition = { name: 'orphaned', everySeconds: 1, run: async () => ++runs };
    await (await startJobs(definition)).stop();
    await desk.sql.query(
      `update pgboss.job set state = 'active', completed_on = null, heartbeat_on = now() - interval '1 minute'
       where id = (select id from pgboss.job where name = 'orphaned' limit 1)`,
    );
    runs = 0;
    await startJobs(definition);
    expect(await until(() => runs > 0, 40)).toBe(true);
  });

  it('that run when the server stops are told so and waited for', async () => {
    let state = 'not begun';
    const jobs = await startJobs({
      name: 'long',
      everySeconds: 3600,
      async run(_db, stopping) {
        state = 'running';
        while (!stopping()) await wait(20);
        await wait(200);
        state = 'finished';
        return 1;
      },
    });
    expect(await until(() => state === 'running')).toBe(true);
    await jobs.stop();
    expect(state).toBe('finished');
  });

  it('of a whole server send the mail that waits', async () => {
    const relay = await startRelay();
    const server = await startDesk({ env: { SMTP_URL: relay.url, JOBS: 'true' } });
    onTestFinished(async () => {
      await server.stop();
      await relay.stop();
    });
    const { id } = await createMail(server);
    expect(await until(async () => (await mailState(server, id)).status === 'SENT')).toBe(true);
    expect(relay.received).toHaveLength(1);
    expect(server.logLines.join('\n')).not.toMatch(/firma\.example|Bestiller|opplasting/);
  });
});
