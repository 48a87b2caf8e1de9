import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { emailOf, PASSWORD, STAFF } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { id } }';
const REVEAL =
  'mutation RevealNationalId($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }';
const REASON = 'Bestiller spør hvem kortet gjelder';
const NOTE = 'Ringte Kari på kveldstid';

interface Line {
  msg: string;
  requestId?: string;
  operation?: string;
  actorId?: string | null;
  ms?: number;
  status?: number;
}

let desk: Desk;
let secrets: string[];
let operations: string[];

/** A day at the desk, with everything in it that must never reach the log. */
beforeAll(async () => {
  desk = await startDesk();
  const person = await createPerson(desk, { givenName: 'Oddveig', familyName: 'Hemmestad' });
  const orderItem = await createOrderItem(desk, { personId: person.id });
  const about = await createCase(desk, { orderItem });
  const stranger = desk.anonymous();
  await stranger.send(SIGN_IN, { email: 'fremmed@test.example', password: 'gjettet-passord' });
  await stranger.send(SIGN_IN, { email: emailOf('senior'), password: PASSWORD });
  await stranger.send('query WhoAmI { me { name email } }');
  await stranger.send('query FindByName($text: ShortText!) { search(text: $text) { hits { id title } } }', {
    text: 'Hemmestad',
  });
  await stranger.send('query FindByNumber($text: ShortText!) { search(text: $text) { hits { id } } }', {
    text: person.nationalId,
  });
  await stranger.send('query OpenCase($id: EntityId!) { case(id: $id) { person { name } } }', {
    id: about.id,
  });
  const input = { caseId: about.id, personId: person.id, purpose: 'CORRECT_ORDER', reason: REASON };
  await stranger.send(REVEAL, { input });
  await stranger.send('mutation AddNote($input: AddNoteInput!) { addNote(input: $input) { id } }', {
    input: { caseId: about.id, note: NOTE },
  });
  await desk.sql.query('revoke insert on audit_log from desk_app');
  await stranger.send(REVEAL, { input });
  await desk.sql.query('grant insert on audit_log to desk_app');
  await stranger.send(`query Broken { search(text: "${person.nationalId}") { nothing } }`);
  await stranger.send('query Wrong($id: EntityId!) { case(id: $id) { id } }', { id: 'Hemmestad' });
  operations = [
    ...['SignIn', 'SignIn', 'WhoAmI', 'FindByName', 'FindByNumber', 'OpenCase', 'RevealNationalId'],
    ...['AddNote', 'RevealNationalId', 'Broken', 'Wrong'],
  ];
  secrets = [
    person.nationalId,
    'Oddveig',
    'Hemmestad',
    ...Object.values(STAFF).map(staff => staff.name),
    '@test.example',
    'bestiller@firma',
    PASSWORD,
    'gjettet-passord',
    stranger.cookie?.split('=')[1] ?? 'no cookie',
    REASON,
    NOTE,
  ];
});
afterAll(() => desk.stop());

const lines = () => desk.logLines.map(line => JSON.parse(line) as Line);

describe('the log', () => {
  test('never holds a national ID, a name, an address, a password, a token or what someone typed', () => {
    const log = desk.logLines.join('');
    expect(secrets).not.toContain('no cookie');
    expect(secrets.filter(secret => log.includes(secret))).toEqual([]);
  });

  test('has exactly one line per request, with id, operation, person and milliseconds', () => {
    const requests = lines().filter(line => line.msg === 'request');
    expect(requests.map(line => line.operation)).toEqual(operations);
    expect(new Set(requests.map(line => line.requestId)).size).toBe(operations.length);
    for (const line of requests)
      expect(line).toMatchObject({
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ms: expect.any(Number),
      });
    expect(requests.map(line => line.actorId)).toEqual([
      null,
      null,
      ...Array<string>(operations.length - 2).fill(desk.staff.senior),
    ]);
  });

  test('a request that is refused at the door has its line too', async () => {
    const before = desk.logLines.length;
    const client = desk.anonymous();
    await client.fetch('/graphql');
    await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "{ me { Hemmestad',
    });
    const added = lines().slice(before);
    expect(added.map(({ operation, status }) => ({ operation, status }))).toEqual([
      { operation: 'refused', status: 405 },
      { operation: 'refused', status: 400 },
    ]);
    expect(JSON.stringify(added)).not.toContain('Hemmestad');
  });

  test('an unexpected error is a line of its own with the same request id and no message text', () => {
    const errors = lines().filter(line => line.msg === 'unexpected error');
    expect(errors).toHaveLength(1);
    const failed = lines().filter(line => line.operation === 'RevealNationalId')[1];
    expect(errors[0]?.requestId).toBe(failed?.requestId);
    expect(JSON.stringify(errors)).not.toContain('permission denied');
  });
});
