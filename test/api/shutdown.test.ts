import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';
import { type ServerProcess, spawnServer, untilReady } from '../support/process.ts';

const CLIENTS = 24;
const ADD_NOTE = 'mutation AddNote($input: AddNoteInput!) { addNote(input: $input) { id } }';

/** Answered whole, or never accepted; anything else is an answer lost. */
interface Fate {
  note: string;
  outcome: 'answered' | 'refused' | 'reset' | 'half';
}

describe('a server that is told to stop while people work', () => {
  let desk: Desk;
  let cookie: string;
  let caseId: string;
  let server: ServerProcess;
  const fates: Fate[] = [];

  beforeAll(async () => {
    desk = await startDesk();
    cookie = (await desk.as('agent')).cookie ?? '';
    caseId = (await createCase(desk, { kind: 'INQUIRY', reservedBy: desk.staff.agent })).id;
    const { dataDir } = desk.config;
    const env = {
      DATABASE_URL: desk.databaseUrl,
      DATABASE_JOB_URL: desk.jobUrl,
      DATABASE_OWNER_URL: desk.ownerUrl,
      DATA_DIR: dataDir,
    };
    server = await spawnServer(env);
    await untilReady(server);
  });
  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await desk.stop();
  });

  /** One note over a kept connection, as browsers and proxies send them. */
  function sendNote(agent: Agent, note: string): Promise<Fate> {
    const body = JSON.stringify({ query: ADD_NOTE, variables: { input: { caseId, note } } });
    const headers = {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'content-length': Buffer.byteLength(body),
    };
    return new Promise(resolve => {
      const sent = request(`${server.url}/graphql`, { method: 'POST', agent, headers }, response => {
        let text = '';
        response.on('data', chunk => {
          text += chunk;
        });
        const end = () => resolve({ note, outcome: isWhole(text) ? 'answered' : 'half' });
        response.on('end', end).on('error', end);
      });
      sent.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ note, outcome: error.code === 'ECONNREFUSED' ? 'refused' : 'reset' }),
      );
      sent.end(body);
    });
  }

  function isWhole(text: string): boolean {
    try {
      return Boolean((JSON.parse(text) as { data?: { addNote?: { id: string } } }).data?.addNote?.id);
    } catch {
      return false;
    }
  }

  async function work(client: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = 0; ; n += 1) {
      const fate = await sendNote(agent, `note ${client}-${n}`);
      fates.push(fate);
      if (fate.outcome === 'refused') break;
    }
    agent.destroy();
  }

  test('answers all it has accepted, gives notice first, and ends with 0', async () => {
    const working = Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(client)));
    await wait(700);
    const before = fates.length;
    server.child.kill('SIGTERM');
    const toldAt = performance.now();
    await wait(300);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'stopping' });
    expect(ready.headers.get('connection')).toBe('close');
    await working;
    expect(performance.now() - toldAt).toBeGreaterThan(1900);
    expect(await server.ended).toBe(0);
    // It went on answering through the notice.
    expect(fates.length).toBeGreaterThan(before + CLIENTS);

    const outcomes = new Set(fates.map(({ outcome }) => outcome));
    expect(outcomes).toContain('answered');
    expect(outcomes).not.toContain('half');
    const answered = fates.filter(({ outcome }) => outcome === 'answered').map(({ note }) => note);
    const { rows } = await desk.sql.query<{ note: string }>(
      `select note from case_event where case_id = $1 and note like 'note %'`,
      [caseId],
    );
    // Nothing was done for a connection that was turned away, and nothing answered was lost.
    expect(rows.map(({ note }) => note).sort()).toEqual(answered.sort());
    expect(fates.filter(({ outcome }) => outcome === 'reset').length).toBeLessThanOrEqual(CLIENTS);
  });

  test('a promise nobody has caught ends the process with 1, told without its message', async () => {
    const stray = `setTimeout(() => Promise.reject(new Error(atob('S2FyaSBCZXN0aWxsZXI='))), 1500)`;
    const crashing = await spawnServer({
      DATABASE_URL: desk.databaseUrl,
      DATABASE_JOB_URL: desk.jobUrl,
      DATABASE_OWNER_URL: desk.ownerUrl,
      DATA_DIR: desk.config.dataDir,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stray)}`,
    });
    expect(await crashing.ended).toBe(1);
    expect(crashing.output()).toContain('"msg":"unhandled rejection"');
    // What stood in the message.
    expect(crashing.output()).not.toContain('Kari Bestiller');
  });
});
