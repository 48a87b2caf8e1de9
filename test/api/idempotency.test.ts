import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../server/src/app.ts';
import { forgetAnswers } from '../../server/src/platform/idempotency/idempotency.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { eventsOf, TAKE_NEXT } from '../support/case-documents.ts';
import { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';
import { createReview, REJECT } from '../support/image-documents.ts';
import { systemDb } from '../support/mails.ts';
import { WORKING_CALLS } from '../support/working-calls.ts';

const NOTE = 'mutation N($input: AddNoteInput!) { addNote(input: $input) { id number title } }';
const PRIORITY = 'mutation P($input: SetPriorityInput!) { setPriority(input: $input) { version priority } }';
const REVEAL =
  'mutation R($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }';

let desk: Desk;
let agent: Client;
beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.as('agent');
});
afterAll(() => desk.stop());

const inquiry = async () => (await createCase(desk, { kind: 'INQUIRY' })).id;
const note = (caseId: string, text: string) => ({ input: { caseId, note: text } });
const notesOn = async (caseId: string) =>
  (await eventsOf(desk, caseId)).filter(({ type }) => type === 'NOTE_ADDED').map(event => event.note);
const codeOf = ({ errors }: Awaited<ReturnType<Client['send']>>) => errors?.[0]?.extensions.code ?? 'DATA';

describe('an action without a key of its own', () => {
  const post = async (body: object, key: string) => {
    const response = await agent.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, errors?.[0]?.extensions.code ?? 'DATA'];
  };

  test.each(['', 'x', '123', randomUUID().slice(1)])('(%j) is refused and changes nothing', async key => {
    const caseId = await inquiry();
    const body = { query: NOTE, variables: note(caseId, 'Ringt') };
    expect(await post(body, key)).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    expect(await notesOn(caseId)).toEqual([]);
  });

  test('is fine when it only reads', async () => {
    expect(await post({ query: '{ me { id } }' }, '')).toEqual([200, 'DATA']);
  });

  test('is what a second mutation in one document would be, so there is none', async () => {
    const caseId = await inquiry();
    const add = (alias: string) =>
      `${alias}: addNote(input: { caseId: "${caseId}", note: "${alias}" }) { id }`;
    expect(await post({ query: `mutation { ${add('a')} ${add('b')} }` }, randomUUID())).toEqual([
      200,
      'ONE_MUTATION_PER_REQUEST',
    ]);
    const spread = `mutation { ...F } fragment F on Mutation { ${add('a')} }`;
    expect(await post({ query: spread }, randomUUID())).toEqual([200, 'ONE_MUTATION_PER_REQUEST']);
    expect(await notesOn(caseId)).toEqual([]);
  });

  test('may have its key in quotes, as the IETF draft writes it, and in any case of letters', async () => {
    const caseId = await inquiry();
    const key = randomUUID();
    const body = { query: NOTE, variables: note(caseId, 'Ringt') };
    expect(await post(body, `"${key}"`)).toEqual([200, 'DATA']);
    expect(await post(body, key.toUpperCase())).toEqual([200, 'DATA']);
    expect(await notesOn(caseId)).toEqual(['Ringt']);
  });
});

describe('the same key', () => {
  test('with other content is a mistake, at once and later', async () => {
    const [caseId, key] = [await inquiry(), randomUUID()];
    const codes = await Promise.all(
      ['en', 'to'].map(async text => codeOf(await agent.send(NOTE, note(caseId, text), key))),
    );
    expect(codes.sort()).toEqual(['DATA', 'IDEMPOTENCY_MISMATCH']);
    expect(codeOf(await agent.send(NOTE, note(caseId, 'tre'), key))).toBe('IDEMPOTENCY_MISMATCH');
    const priority = { input: { caseId, expectedVersion: 1, priority: 1 } };
    expect(codeOf(await agent.send(PRIORITY, priority, key))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await notesOn(caseId)).toHaveLength(1);
  });

  test('of another person is another action', async () => {
    const [caseId, key] = [await inquiry(), randomUUID()];
    const colleague = await desk.as('colleague');
    for (const client of [agent, colleague]) await client.send(NOTE, note(caseId, 'Ringt'), key);
    expect(await notesOn(caseId)).toEqual(['Ringt', 'Ringt']);
  });

  test('after a refusal runs anew: nothing was kept', async () => {
    const { id: caseId } = await createCase(desk, { kind: 'INQUIRY', reservedBy: desk.staff.colleague });
    const key = randomUUID();
    const ask = { input: { caseId, expectedVersion: 1, priority: 1 } };
    expect(codeOf(await agent.send(PRIORITY, ask, key))).toBe('RESERVED_BY_OTHER');
    await desk.sql.query('update desk_case set reserved_by = $2 where id = $1', [caseId, desk.staff.agent]);
    const { data } = await agent.send(PRIORITY, ask, key);
    expect(data).toEqual({ setPriority: { version: 2, priority: 1 } });
  });

  test('gives the answer of then, whatever has happened since', async () => {
    const { id: caseId } = await createCase(desk, { kind: 'INQUIRY', reservedBy: desk.staff.agent });
    const key = randomUUID();
    const ask = { input: { caseId, expectedVersion: 1, priority: 1 } };
    const first = await agent.send(PRIORITY, ask, key);
    await agent.ask(PRIORITY, { input: { caseId, expectedVersion: 2, priority: 2 } });
    expect(await agent.send(PRIORITY, ask, key)).toEqual(first);
  });

  test('gives nothing to a person whose rights have changed since', async () => {
    const [caseId, key] = [await inquiry(), randomUUID()];
    const finance = await desk.as('finance');
    expect(codeOf(await finance.send(NOTE, note(caseId, 'Betalt'), key))).toBe('DATA');
    const roles = (list: string[]) =>
      desk.sql.query('update staff_user set roles = $2 where id = $1', [desk.staff.finance, list]);
    await roles(['AGENT']);
    const other = await desk.as('finance');
    expect(codeOf(await other.send(NOTE, note(caseId, 'Betalt'), key))).toBe('FORBIDDEN');
    await roles(['ADMIN']);
    const none = await desk.as('finance');
    expect(codeOf(await none.send(NOTE, note(caseId, 'Betalt'), key))).toBe('FORBIDDEN');
    await roles(['FINANCE']);
    expect(await notesOn(caseId)).toEqual(['Betalt']);
  });

  test('is forgotten after a week', async () => {
    const [caseId, key] = [await inquiry(), randomUUID()];
    await agent.send(NOTE, note(caseId, 'Ringt'), key);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const db = systemDb(desk.app.jobParts);
    expect(await forgetAnswers(db, inDays(6.9))).toBe(0);
    expect(await forgetAnswers(db, inDays(7.1))).toBeGreaterThan(0);
    await agent.send(NOTE, note(caseId, 'Ringt'), key);
    expect(await notesOn(caseId)).toHaveLength(2);
  });
});

describe('kept answers', () => {
  test('are sealed: neither what was sent nor what was answered can be read in the database', async () => {
    const [caseId, key] = [await inquiry(), randomUUID()];
    await agent.send(NOTE, note(caseId, 'Hemmestad ringte'), key);
    const { rows } = await desk.sql.query<{ row: string; answer: Buffer }>(
      `select k::text as row, answer from idempotency_key k where key = $1`,
      [key],
    );
    expect(rows[0]?.answer.length).toBeGreaterThan(50);
    expect(`${rows[0]?.row} ${rows[0]?.answer.toString('latin1')}`).not.toContain('Hemmestad');
  });

  test('never hold a national ID number: each later answer is a reading of its own', async () => {
    const call = await WORKING_CALLS.revealNationalId?.(desk);
    const senior = await desk.as('senior');
    const key = randomUUID();
    const readings = async () =>
      Number(
        (await desk.sql.query(`select count(*) as n from audit_log where operation = 'revealNationalId'`))
          .rows[0]?.n,
      );
    const before = await readings();
    for (let n = 0; n < 2; n += 1)
      expect(codeOf(await senior.send(REVEAL, call?.variables, key))).toBe('DATA');
    expect((await readings()) - before).toBe(2);
    const { rows } = await desk.sql.query('select 1 from idempotency_key where key = $1', [key]);
    expect(rows).toEqual([]);
  });
});

describe('two servers that get the same action at the same time', () => {
  let other: App;
  const urls: string[] = [];
  beforeAll(async () => {
    other = await createApp({
      config: desk.config,
      log: createLog('silent'),
      databaseUrl: desk.databaseUrl,
      jobUrl: desk.jobUrl,
    });
    const server = other.http.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    urls.push(desk.url, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await other.close();
    };
  });

  const atOnce = async (document: string, variables: Record<string, unknown>) => {
    const key = randomUUID();
    const clients = Array.from({ length: 20 }, (_, n) => new Client(urls[n % 2] ?? '', agent.cookie));
    const answers = await Promise.all(clients.map(client => client.send(document, variables, key)));
    return [...new Set(answers.map(answer => JSON.stringify(answer)))];
  };

  test('decide once', async () => {
    const { id } = await createReview(desk);
    const reasons = [{ code: 'PH_GLASSES', part: 'PHOTO' }];
    const answers = await atOnce(REJECT, { input: { caseId: id, expectedVersion: 1, reasons } });
    expect(answers).toEqual([expect.stringContaining('"outcome":"REJECTED"')]);
    expect((await eventsOf(desk, id)).map(({ type }) => type)).toEqual([
      'UPLOAD_LINK_CREATED',
      'IMAGES_REJECTED',
      'MAIL_QUEUED',
    ]);
  });

  test('give one case of the queue', async () => {
    const free = await Promise.all([inquiry(), inquiry(), inquiry()]);
    const away = `update desk_case set status = 'CLOSED', closed_at = now() where id <> all($1)`;
    await desk.sql.query(away, [free]);
    expect(await atOnce(TAKE_NEXT, { queue: 'INQUIRY' })).toEqual([expect.stringContaining('"mine":true')]);
    const taken = 'select 1 from desk_case where reserved_by = $1 and id = any($2)';
    expect((await desk.sql.query(taken, [desk.staff.agent, free])).rows).toHaveLength(1);
  });
});
