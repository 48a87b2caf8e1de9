import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Registers } from '../../server/src/registers/registers.ts';
import { newSandboxClient } from '../../server/src/registers/sandbox/desk-file.sandbox.ts';
import { QUICK, registersOf, startSandbox, type TestSandbox } from '../support/registers.ts';

const MAIN = '310078417';
const KARI = { nationalId: '17858512387', personId: '4711' };

/** Ways to ask each register something that has an answer; what fails must fail alike for all. */
const QUESTIONS = {
  enhetsregisteret: (registers: Registers) => registers.enhetsregisteret.unit(MAIN),
  folkeregisteret: (registers: Registers) => registers.folkeregisteret.person(KARI),
  aa: (registers: Registers) => registers.aa.employmentsOf(KARI),
  oar: (registers: Registers) => registers.oar.assignment(KARI, MAIN),
  udi: (registers: Registers) => registers.udi.workAccess(KARI),
  accessPoint: (registers: Registers) =>
    registers.accessPoint.receiptOf('6f1c0b5e-8f0a-4a57-9f3b-0d6a5a3b8a11'),
};
const NAMES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];

const unavailable = (cause: string) => ({ kind: 'UNAVAILABLE', cause, snapshot: { answered: null } });

describe('a register that fails', () => {
  let sandbox: TestSandbox;
  let registers: Registers;
  const ask = (name: keyof typeof QUESTIONS) => QUESTIONS[name](registers);

  beforeAll(async () => {
    // Left in peace only by the test about that.
    sandbox = await startSandbox({ limits: { ...QUICK, breakAfter: 1_000 } });
    registers = registersOf(sandbox);
    sandbox.firm(MAIN).is({ name: 'Fjord Bygg AS' });
    sandbox.person(KARI.nationalId).is({ workAccess: 'YES' });
  });
  afterEach(() => {
    for (const name of NAMES) sandbox.fail(name, 'WELL');
    sandbox.fail('maskinporten', 'WELL');
  });
  afterAll(async () => {
    await registers.close();
    await sandbox.stop();
  });

  describe.each(NAMES)('%s', name => {
    it.each([
      ['ERROR_500', 'HTTP_5XX', 3],
      ['CUT', 'CUT_CONNECTION', 3],
      ['GARBAGE', 'GARBAGE', 1],
      ['HALF_JSON', 'GARBAGE', 1],
      ['TOO_MANY', 'RATE_LIMITED', 1],
      ['FORBIDDEN', 'FORBIDDEN', 1],
      ['REDIRECT', 'UNEXPECTED_STATUS', 1],
      ['HUGE', 'TOO_LARGE', 1],
    ] as const)('with %s is UNAVAILABLE because of %s, after %i tries', async (mood, cause, tries) => {
      sandbox.fail(name, mood);
      const before = sandbox.asked(name);
      expect(await ask(name)).toMatchObject(unavailable(cause));
      expect(sandbox.asked(name) - before).toBe(tries);
    });

    it('with a 404 that is not its own is UNAVAILABLE, never "unknown"', async () => {
      sandbox.fail(name, 'NOT_FOUND');
      // Aa-registeret and UDI answer an unknown person without one.
      const cause = ['aa', 'udi'].includes(name) ? 'UNEXPECTED_STATUS' : 'GARBAGE';
      expect(await ask(name)).toMatchObject(unavailable(cause));
    });

    it('that fails only twice has answered the third time', async () => {
      sandbox.fail(name, 'ERROR_500', { times: 2 });
      const answer = await ask(name);
      expect(answer.kind).not.toBe('UNAVAILABLE');
      expect(answer.snapshot.durationMs).toBeGreaterThan(0);
    });
  });

  it('the status stands in the evidence, and what was asked', async () => {
    sandbox.fail('folkeregisteret', 'ERROR_500');
    expect(await ask('folkeregisteret')).toMatchObject({
      snapshot: { status: 500, asked: { question: 'person', personId: '4711' } },
    });
  });

  it('without its token issuer a register is UNAVAILABLE, and is not asked', async () => {
    sandbox.forgetTokens();
    const fresh = registersOf(sandbox);
    sandbox.fail('maskinporten', 'ERROR_500');
    const before = sandbox.asked('udi');
    expect(await fresh.udi.workAccess(KARI)).toMatchObject({
      ...unavailable('HTTP_5XX'),
      snapshot: { status: null },
    });
    expect(sandbox.asked('udi')).toBe(before);
    sandbox.fail('maskinporten', 'WELL');
    expect(await fresh.udi.workAccess(KARI)).toMatchObject({ access: 'YES' });
    await fresh.close();
  });

  it('nobody at the address is UNAVAILABLE too', async () => {
    const gone = await startSandbox();
    const asking = registersOf(gone);
    await gone.stop();
    expect(await asking.enhetsregisteret.unit(MAIN)).toMatchObject(unavailable('REFUSED_CONNECTION'));
    await asking.close();
  });
});

describe('a register that answers late', () => {
  let sandbox: TestSandbox;
  let registers: Registers;

  beforeAll(async () => {
    sandbox = await startSandbox({ limits: { tryMs: 150, totalMs: 400, backoffMs: 5, breakAfter: 1_000 } });
    registers = registersOf(sandbox);
  });
  afterAll(async () => {
    await registers.close();
    await sandbox.stop();
  });

  it.each(NAMES)('%s is UNAVAILABLE within the limit, never a refusal', async name => {
    sandbox.fail(name, 'SLOW');
    const answer = await QUESTIONS[name](registers);
    expect(answer).toMatchObject(unavailable('TIMEOUT'));
    expect(answer.snapshot.durationMs).toBeLessThan(2_000);
  });
});

describe('a register that keeps failing', () => {
  it('is left in peace, and asked again after a rest', async () => {
    const sandbox = await startSandbox({ limits: { ...QUICK, tries: 1, breakAfter: 3 } });
    const registers = registersOf(sandbox);
    sandbox.firm(MAIN).is({ name: 'Fjord Bygg AS' });
    sandbox.fail('enhetsregisteret', 'ERROR_500');
    const causes = [];
    for (let i = 0; i < 5; i += 1)
      causes.push((await registers.enhetsregisteret.unit(MAIN)) as { cause?: string });
    expect(causes.map(({ cause }) => cause)).toEqual([
      ...['HTTP_5XX', 'HTTP_5XX', 'HTTP_5XX'],
      ...['CIRCUIT_OPEN', 'CIRCUIT_OPEN'],
    ]);
    expect(sandbox.asked('enhetsregisteret')).toBe(3);
    // The others are asked as before.
    expect(await registers.udi.workAccess(KARI)).toMatchObject({ kind: 'WORK_ACCESS' });
    sandbox.fail('enhetsregisteret', 'WELL');
    await wait((QUICK.restMs ?? 0) + 50);
    expect(await registers.enhetsregisteret.unit(MAIN)).toMatchObject({ kind: 'UNIT' });
    expect(await registers.enhetsregisteret.unit(MAIN)).toMatchObject({ kind: 'UNIT' });
    await registers.close();
    await sandbox.stop();
  });

  it('one firm after another that it does not know is no failure', async () => {
    const sandbox = await startSandbox({ limits: { ...QUICK, breakAfter: 2 } });
    const registers = registersOf(sandbox);
    for (let i = 0; i < 5; i += 1)
      expect(await registers.enhetsregisteret.unit(MAIN)).toMatchObject({ kind: 'UNKNOWN' });
    await registers.close();
    await sandbox.stop();
  });
});

describe('many questions at once', () => {
  it('go a few at a time, and more than can wait are UNAVAILABLE at once', async () => {
    const limits = { ...QUICK, concurrency: 2, queue: 3 };
    const sandbox = await startSandbox({ limits });
    const registers = registersOf(sandbox);
    sandbox.fail('enhetsregisteret', 'SLOW', { delayMs: 100 });
    const from = performance.now();
    const answers = await Promise.all(Array.from({ length: 8 }, () => registers.enhetsregisteret.unit(MAIN)));
    expect(answers.map(answer => (answer.kind === 'UNAVAILABLE' ? answer.cause : answer.kind))).toEqual([
      ...Array(5).fill('UNKNOWN'),
      ...Array(3).fill('BUSY'),
    ]);
    expect(performance.now() - from).toBeGreaterThan(290);
    await registers.close();
    await sandbox.stop();
  });

  it('share one token, and get a new one when it ends or is withdrawn', async () => {
    const sandbox = await startSandbox({ tokenSeconds: 1 });
    const registers = registersOf(sandbox);
    sandbox.person(KARI.nationalId).mayWork('YES');
    const askTen = async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => registers.udi.workAccess(KARI)));
      expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['WORK_ACCESS']));
    };
    await askTen();
    expect(sandbox.asked('maskinporten')).toBe(1);
    await askTen();
    expect(sandbox.asked('maskinporten')).toBe(1);
    await wait(1_100);
    await askTen();
    expect(sandbox.asked('maskinporten')).toBe(2);
    sandbox.forgetTokens();
    await askTen();
    expect(sandbox.asked('maskinporten')).toBe(3);
    await registers.close();
    await sandbox.stop();
  });
});

describe('a desk that signs with a key Maskinporten does not know', () => {
  it('is told FORBIDDEN, once', async () => {
    const sandbox = await startSandbox({ deskKey: await newSandboxClient() });
    const registers = registersOf(sandbox);
    expect(await registers.folkeregisteret.person(KARI)).toMatchObject(unavailable('FORBIDDEN'));
    expect(sandbox.asked('maskinporten')).toBe(1);
    expect(sandbox.asked('folkeregisteret')).toBe(0);
    // The open one needs no token.
    expect(await registers.enhetsregisteret.unit(MAIN)).toMatchObject({ kind: 'UNKNOWN' });
    await registers.close();
    await sandbox.stop();
  });

  it('is told so as well where its right opens another register', async () => {
    const sandbox = await startSandbox();
    const file = JSON.parse(await readFile(sandbox.file, 'utf8'));
    await writeFile(sandbox.file, JSON.stringify({ ...file, udi: { ...file.udi, scope: file.aa.scope } }));
    const registers = registersOf(sandbox);
    expect(await registers.udi.workAccess(KARI)).toMatchObject({
      ...unavailable('FORBIDDEN'),
      snapshot: { status: 403 },
    });
    await registers.close();
    await sandbox.stop();
  });
});

describe('a desk without a register’s address', () => {
  it('says that it has none, and still answers for the others', async () => {
    const sandbox = await startSandbox();
    const file = JSON.parse(await readFile(sandbox.file, 'utf8'));
    await writeFile(sandbox.file, JSON.stringify({ ...file, udi: null }));
    const registers = registersOf(sandbox);
    expect(await registers.udi.workAccess(KARI)).toMatchObject(unavailable('NOT_CONFIGURED'));
    expect(await registers.aa.employmentsOf(KARI)).toMatchObject({ kind: 'EMPLOYMENTS' });
    await registers.close();
    await sandbox.stop();
  });
});
