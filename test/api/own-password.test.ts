import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { emailOf, PASSWORD, type StaffName } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { name } }';
const CHANGE =
  'mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { name } }';
const RESET =
  'mutation Reset($id: EntityId!, $expectedVersion: Int!) { resetStaffPassword(id: $id, expectedVersion: $expectedVersion) { oneTimePassword } }';
const NEW = 'en-lang-tur-i-fjellet';
const ME = '{ me { name } }';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const signIn = (name: StaffName, password: string) =>
  desk.anonymous().send(SIGN_IN, { email: emailOf(name), password });
const change = (name: StaffName, password: string, newPassword: string) =>
  desk.anonymous().send(CHANGE, { input: { email: emailOf(name), password, newPassword } });
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;

describe('changing one’s password', () => {
  test('takes the one in use; a wrong one changes nothing and is slowed down', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(codeOf(await change('colleague', 'feil', NEW))).toBe('SIGN_IN_FAILED');
    expect(codeOf(await change('colleague', PASSWORD, NEW))).toBe('SIGN_IN_THROTTLED');
    await desk.sql.query('delete from sign_in_attempt');
    expect(codeOf(await signIn('colleague', PASSWORD))).toBeUndefined();
  });

  test('being signed in is not enough: the open desk of a colleague gives nobody her password', async () => {
    const client = await desk.as('colleague');
    const input = { email: emailOf('colleague'), password: 'feil', newPassword: NEW };
    expect(await client.refused(CHANGE, { input })).toBe('SIGN_IN_FAILED');
  });

  test('ends every session of the person but the new one, nobody else’s, and is on record', async () => {
    const [office, home, other] = [await desk.as('agent'), await desk.as('agent'), await desk.as('senior')];
    const input = { email: emailOf('agent'), password: PASSWORD, newPassword: NEW };
    await office.ask(CHANGE, { input });
    expect((await office.ask(ME)).me.name).toBe('Ingrid Solheim');
    expect((await home.ask(ME)).me).toBeNull();
    expect((await other.ask(ME)).me.name).toBe('Stine Krog');
    expect((await office.ask('{ mySessions { current } }')).mySessions).toEqual([{ current: true }]);
    expect(codeOf(await signIn('agent', PASSWORD))).toBe('SIGN_IN_FAILED');
    expect(codeOf(await signIn('agent', NEW))).toBeUndefined();
    const { rows } = await desk.sql.query(
      `select kind, outcome, new_values::text as values from audit_log where actor_id = $1 and operation ilike 'changePassword%' and outcome is not null order by id`,
      [desk.staff.agent],
    );
    expect(rows).toContainEqual({ kind: 'SIGN_IN', outcome: 'OK', values: null });
  });

  test('two windows at once: one new password stands, the other window is told', async () => {
    const words = ['vinden-blåser-fra-vest', 'havet-ligger-helt-stille'];
    const answers = await Promise.all(words.map(word => change('finance', PASSWORD, word)));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['SIGN_IN_FAILED', undefined]));
    const winner = words[answers.findIndex(answer => !answer.errors)] ?? '';
    expect(codeOf(await signIn('finance', winner))).toBeUndefined();
  });

  test.each([
    ['one letter too few', 'elleve-tegn', 'PASSWORD_TOO_SHORT'],
    ['the same again', PASSWORD, 'PASSWORD_SAME'],
    ['her own address', `${emailOf('senior')}!`, 'PASSWORD_GUESSABLE'],
    ['her own name', 'Jeg heter Krog, jeg', 'PASSWORD_GUESSABLE'],
    ['one that everybody has', 'Qwerty123456', 'PASSWORD_GUESSABLE'],
  ])('%s is refused, and the old one stays', async (_, newPassword, fault) => {
    const { errors } = await change('senior', PASSWORD, newPassword);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { newPassword: fault },
    });
    expect(codeOf(await signIn('senior', PASSWORD))).toBeUndefined();
  });

  test('128 characters of any kind are welcome, and count to the last one', async () => {
    const long = `${'æ ø å 漢 🙂 '.repeat(16)}`.slice(0, 127).trim().padEnd(127, 'x');
    expect(codeOf(await change('lead', PASSWORD, `${long}1`))).toBeUndefined();
    expect(codeOf(await signIn('lead', `${long}2`))).toBe('SIGN_IN_FAILED');
    expect(codeOf(await signIn('lead', `${long}1`))).toBeUndefined();
  });
});

describe('a one-time password', () => {
  test('opens the change of it and nothing else', async () => {
    const inside = await desk.as('auditor');
    const admin = await desk.as('admin');
    const { rows } = await desk.sql.query('select version from staff_user where id = $1', [
      desk.staff.auditor,
    ]);
    const asked = { id: desk.staff.auditor, expectedVersion: rows[0].version };
    const { oneTimePassword } = (await admin.ask(RESET, asked)).resetStaffPassword;
    await wait(1_100);
    expect((await inside.ask(ME)).me).toBeNull();
    const client = desk.anonymous();
    const email = emailOf('auditor');
    expect(await client.refused(SIGN_IN, { email, password: oneTimePassword })).toBe(
      'PASSWORD_CHANGE_REQUIRED',
    );
    expect(client.cookie).toBeNull();
    const live = 'select 1 from staff_session where staff_user_id = $1 and ended_at is null';
    expect((await desk.sql.query(live, [desk.staff.auditor])).rowCount).toBe(0);
    expect(await client.refused('{ mySessions { id } }')).toBe('UNAUTHENTICATED');
    const input = { email, password: oneTimePassword, newPassword: oneTimePassword };
    expect(await client.refused(CHANGE, { input })).toBe('VALIDATION_FAILED');
    await client.ask(CHANGE, { input: { ...input, newPassword: NEW } });
    expect((await client.ask(ME)).me.name).toBe('Sindre Vik');
    expect(codeOf(await signIn('auditor', oneTimePassword))).toBe('SIGN_IN_FAILED');
  });
});
