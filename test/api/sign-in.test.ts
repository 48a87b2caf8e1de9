import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { emailOf, PASSWORD } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { name roles } }';

describe('signing in', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  test('the right password opens a session that only the browser knows', async () => {
    const client = desk.anonymous();
    const { signIn } = await client.ask(SIGN_IN, { email: emailOf('agent'), password: PASSWORD });
    expect(signIn).toEqual({ name: 'Ingrid Solheim', roles: ['AGENT'] });
    const { rows } = await desk.sql.query(`select encode(token_hash, 'hex') as hash from staff_session`);
    expect(rows.every(row => !client.cookie?.includes(row.hash))).toBe(true);
    expect((await client.ask('{ me { name } }')).me.name).toBe('Ingrid Solheim');
  });

  test('whoever signs in has been seen, from the first moment', async () => {
    await desk.anonymous().ask(SIGN_IN, { email: emailOf('finance'), password: PASSWORD });
    const seen = 'select last_seen_at is not null as seen from staff_user where email = $1';
    expect((await desk.sql.query(seen, [emailOf('finance')])).rows).toEqual([{ seen: true }]);
  });

  test('unknown user and wrong password get the same answer', async () => {
    const wrong = await desk.anonymous().send(SIGN_IN, { email: emailOf('senior'), password: 'feil' });
    const unknown = await desk
      .anonymous()
      .send(SIGN_IN, { email: 'finnes.ikke@test.example', password: 'feil' });
    expect(wrong.errors?.[0]?.extensions.code).toBe('SIGN_IN_FAILED');
    expect({
      ...unknown.errors?.[0],
      extensions: { ...unknown.errors?.[0]?.extensions, requestId: '' },
    }).toEqual({
      ...wrong.errors?.[0],
      extensions: { ...wrong.errors?.[0]?.extensions, requestId: '' },
    });
  });

  test('capitals of other alphabets are no second door to an account', async () => {
    const email = emailOf('agent').replace('i', '\u0130');
    expect(await desk.anonymous().refused(SIGN_IN, { email, password: PASSWORD })).toBe('SIGN_IN_FAILED');
  });

  test('signing out ends the session on the server too', async () => {
    const client = await desk.as('agent');
    const { cookie } = client;
    await client.ask('mutation Out { signOut }');
    const response = await fetch(`${desk.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookie ?? '' },
      body: JSON.stringify({ query: '{ me { name } }' }),
    });
    expect(await response.json()).toEqual({ data: { me: null } });
  });

  test('a disabled person is out at the next request', async () => {
    const client = await desk.as('colleague');
    await desk.sql.query('update staff_user set active = false where id = $1', [desk.staff.colleague]);
    await new Promise(resolve => setTimeout(resolve, 1100));
    expect((await client.ask('{ me { name } }')).me).toBeNull();
  });
});

describe('an answer that is an error', () => {
  test('names its request, also when the document itself is wrong', async () => {
    const desk = await startDesk();
    const { status, errors } = await desk.anonymous().send('{ nothingOfTheKind }');
    const { requestId, code } = errors?.[0]?.extensions ?? { requestId: '', code: '' };
    await desk.stop();
    expect({ status, code }).toEqual({ status: 200, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
