import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createMail, sendingOf, systemDb } from '../support/mails.ts';
import { type Relay, startRelay } from '../support/relay.ts';

const MAILS = 60;
const KILLS = 8;
const SENDER = fileURLToPath(new URL('../support/mail-sender.ts', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../server/tsconfig.json', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx');

let relay: Relay;
let desk: Desk;

beforeAll(async () => {
  relay = await startRelay();
  desk = await startDesk({ env: { SMTP_URL: relay.url } });
});
afterAll(async () => {
  await desk.stop();
  await relay.stop();
});

async function startSender(): Promise<ChildProcess> {
  const { dataDir, SMTP_URL } = desk.config;
  const env = { ...process.env, MODE: 'demo', DATA_DIR: dataDir, SMTP_URL, TSX_TSCONFIG_PATH: TSCONFIG };
  const child = spawn(process.execPath, ['--import', TSX, SENDER, desk.jobUrl], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(() => Promise.reject(new Error('The sender did not start.')));
  await Promise.race([once(child, 'message'), died]);
  died.catch(() => undefined);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Arrivals per Message-ID, whether the sender lived to hear of them or not. */
function arrivals(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mail } of relay.received)
    counts.set(mail.messageId ?? '', (counts.get(mail.messageId ?? '') ?? 0) + 1);
  return counts;
}

async function statuses(): Promise<Map<string, string>> {
  const { rows } = await desk.sql.query<{ message_id: string; status: string }>(
    'select message_id, status from outbox_mail',
  );
  return new Map(rows.map(row => [row.message_id, row.status]));
}

describe('A server that is killed while it sends', () => {
  it('loses no mail and sends none twice: what it cannot know is listed as uncertain', {
    timeout: 120_000,
  }, async () => {
    for (let n = 0; n < MAILS; n += 1) await createMail(desk);
    relay.delayMs = 30;
    for (let n = 0; n < KILLS; n += 1) {
      const sender = await startSender();
      await wait(60 + n * 37);
      await kill(sender);
    }
    relay.delayMs = 0;
    // Answers the relay was still thinking about when the last sender died.
    await wait(200);
    const twoMinutesOn = { now: () => new Date(Date.now() + 130_000) };
    const system = systemDb(desk.app.jobParts);
    await sendingOf(desk, twoMinutesOn).reconcile(system);
    await sendingOf(desk, twoMinutesOn).sendDue(system);

    const state = await statuses();
    const arrived = arrivals();
    expect(state.size).toBe(MAILS);
    expect([...new Set(state.values())].sort()).toEqual(['SENT', 'UNCERTAIN']);
    const uncertain = [...state].filter(([, status]) => status === 'UNCERTAIN').map(([id]) => id);
    expect(uncertain.length).toBeGreaterThan(0);
    expect(uncertain.length).toBeLessThanOrEqual(KILLS);
    expect([...arrived.values()].filter(count => count > 1)).toEqual([]);
    for (const [id, status] of state) if (status === 'SENT') expect(arrived.get(id)).toBe(1);
  });
});
