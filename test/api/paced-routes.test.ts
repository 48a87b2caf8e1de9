import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';

let desk: Desk;
let agent: Client;
beforeAll(async () => {
  desk = await startDesk({ env: { REQUEST_BUDGET: '6000' } });
  agent = await desk.as('agent');
});
afterAll(() => desk.stop());

/** Asks until the server has had enough. @returns how often it answered, and the refusal */
async function untilRefused(path: string) {
  for (let answered = 0; answered < 100; answered += 1) {
    const response = await fetch(`${desk.url}${path}`, { redirect: 'manual' });
    if (response.status === 429) return { answered, response };
    await response.text();
  }
  throw new Error('never refused');
}

describe('a stranger with a script', () => {
  test('is stopped at upload links and at the sign-in’s way back, told how long to wait, and holds up nobody with a session', async () => {
    const guessed = await untilRefused(`/uploads/${'x'.repeat(43)}`);
    expect(guessed.answered).toBeGreaterThan(20);
    expect(Number(guessed.response.headers.get('retry-after'))).toBeGreaterThan(0);
    const { errors } = (await guessed.response.json()) as { errors: unknown[] };
    expect(errors).toMatchObject([{ message: 'RATE_LIMITED', extensions: { code: 'RATE_LIMITED' } }]);
    expect((await untilRefused('/auth/callback?code=x&state=y')).answered).toBeLessThan(2);
    expect((await agent.ask('{ me { name } }')).me.name).not.toBe('');
  });
});
