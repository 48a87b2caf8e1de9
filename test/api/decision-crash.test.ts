import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createReview, GLASSES, REJECT } from '../support/image-documents.ts';
import { type ServerProcess, spawnServer, untilReady } from '../support/process.ts';
import { type Relay, startRelay } from '../support/relay.ts';

const CASES = 120;
const KILLS = 6;

/** The compiled server with its jobs and a real relay, killed while an agent decides one case after the other. */
describe('a server that is killed while decisions are made', () => {
  let relay: Relay;
  let desk: Desk;
  let cookie: string;
  let server: ServerProcess;
  const caseIds: string[] = [];
  /** What the agent was told had been decided. */
  const told = new Set<string>();

  const serve = async () => {
    const { dataDir, SMTP_URL = '' } = desk.config;
    const env = {
      DATABASE_URL: desk.databaseUrl,
      DATABASE_JOB_URL: desk.jobUrl,
      DATABASE_OWNER_URL: desk.ownerUrl,
      DATA_DIR: dataDir,
      SMTP_URL,
    };
    server = await spawnServer({ ...env, MAIL_UNDO_SECONDS: '0', LOG_LEVEL: 'silent' });
    await untilReady(server);
  };

  beforeAll(async () => {
    relay = await startRelay();
    desk = await startDesk({ env: { SMTP_URL: relay.url } });
    for (let n = 0; n < CASES; n += 1) caseIds.push((await createReview(desk)).id);
    cookie = (await desk.as('agent')).cookie ?? '';
  });
  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await desk.stop();
    await relay.stop();
  });

  /** Rejects until the server is gone; a request without an answer leaves the agent in doubt, so she asks again later. */
  async function decide(): Promise<void> {
    const agent = new Client(server.url, cookie);
    for (const caseId of caseIds.filter(id => !told.has(id))) {
      const input = { caseId, expectedVersion: 1, reasons: [GLASSES], comment: null };
      const answer = await agent.send(REJECT, { input }).catch(() => null);
      if (answer === null) return;
      // Decided before the crash, without the agent having heard of it: the server says so instead of doing it twice.
      const isKnown =
        answer.data ||
        ['RESERVATION_LOST', 'STALE', 'ACTION_NOT_AVAILABLE'].includes(
          answer.errors?.[0]?.extensions.code ?? '',
        );
      if (isKnown) told.add(caseId);
    }
  }

  /** Starts and kills the server while the agent works, then lets her finish in peace. */
  async function decideUnderKills(): Promise<void> {
    for (let n = 0; n < KILLS; n += 1) {
      await serve();
      const deciding = decide();
      await wait(250 + n * 60);
      server.child.kill('SIGKILL');
      await Promise.all([server.ended, deciding]);
    }
    await serve();
    await decide();
  }

  async function untilNothingWaits(): Promise<void> {
    for (let i = 0; i < 300; i += 1) {
      const { rows } = await desk.sql.query(`select 1 from outbox_mail where status = 'QUEUED'`);
      if (rows.length === 0) return;
      await wait(200);
    }
  }

  test('every decision stands exactly once, with its event, audit row and mail', {
    timeout: 180_000,
  }, async () => {
    await decideUnderKills();
    expect(told.size).toBe(CASES);
    const counts = `select (select count(*)::int from image_decision d where d.case_id = c.id) as decisions,
      (select count(*)::int from outbox_mail m where m.case_id = c.id) as mails,
      (select count(*)::int from case_event e where e.case_id = c.id and e.type = 'IMAGES_REJECTED') as events,
      (select count(*)::int from audit_log a where a.case_id = c.id and a.table_name = 'image_decision') as audits
      from desk_case c where c.id = any($1)`;
    const { rows } = await desk.sql.query(counts, [caseIds]);
    expect(rows).toEqual(caseIds.map(() => ({ decisions: 1, mails: 1, events: 1, audits: 1 })));
  });

  test('no mail arrives twice, and what a dead server left half sent is shown as such', {
    timeout: 90_000,
  }, async () => {
    await untilNothingWaits();
    const sql = 'select message_id as id, status from outbox_mail';
    const { rows: mails } = await desk.sql.query<{ id: string; status: string }>(sql);
    const arrived = (id: string) => relay.received.filter(r => r.mail.messageId === id).length;
    const sent = mails.filter(mail => mail.status === 'SENT');
    const doubtful = mails.filter(mail => mail.status !== 'SENT');
    expect(sent.map(mail => arrived(mail.id))).toEqual(sent.map(() => 1));
    expect(doubtful.filter(mail => !['SENDING', 'UNCERTAIN'].includes(mail.status))).toEqual([]);
    expect(doubtful.filter(mail => arrived(mail.id) > 1)).toEqual([]);
    expect(doubtful.length).toBeLessThanOrEqual(KILLS);
  });
});
