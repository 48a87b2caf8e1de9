import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { staffNoticeService } from '../../server/src/features/correspondence/sending.parts.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Desk } from '../support/desk.ts';
import { type MailDesk, startMailDesk } from '../support/mail-desk.ts';
import { systemDb } from '../support/mails.ts';
import type { Relay } from '../support/relay.ts';
import { emailOf, PASSWORD, type StaffName } from '../support/staff.ts';

const SIGN_IN =
  'mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { id } }';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0';
const NEWER = FIREFOX.replaceAll('146', '147');
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

let post: MailDesk;
let desk: Desk;
let relay: Relay;
beforeAll(async () => {
  post = await startMailDesk();
  ({ desk, relay } = post);
});
beforeEach(async () => {
  await post.clear();
  await desk.sql.query('delete from staff_notice');
});
afterAll(() => post.stop());

const send = (minutes = 0) => {
  const now = () => new Date(Date.now() + minutes * 60_000);
  const keys = loadKeys(undefined, desk.config.dataDir);
  const service = staffNoticeService({ clock: { now }, config: desk.config, keys, log: createLog('silent') });
  return service.sendDue(systemDb(desk.app.jobParts));
};

async function signIn(name: StaffName, device: string, password = PASSWORD) {
  const response = await desk.anonymous().fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': device },
    body: JSON.stringify({ query: SIGN_IN, variables: { email: emailOf(name), password } }),
  });
  expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
}

describe('a member of staff is told by mail', () => {
  test.each([
    ['nb', 'agent', ['innlogging fra en ny enhet', 'Du logget inn']],
    ['nn', 'finance', ['innlogging frå ei ny eining', 'Du logga inn']],
    ['en', 'lead', ['sign-in from a new device', 'You signed in on']],
  ] as const)('of a sign-in from a new device, in %s', async (language, name, [subject, sentence]) => {
    await desk.sql.query('update staff_user set preferences = $2 where id = $1', [
      desk.staff[name],
      { language },
    ]);
    await signIn(name, FIREFOX);
    expect([await send(), await send()]).toEqual([1, 0]);
    const { mail, recipients } = relay.received[0] ?? {};
    expect(recipients).toEqual([emailOf(name)]);
    expect(mail?.subject).toBe(`HMS-kort Desk: ${subject}`);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(sentence);
      expect(part).toContain('Firefox, Windows');
      expect(part).toContain(desk.config.publicUrl);
    }
  });

  test('not again from the same device, nor when its browser is a version newer, nor of a press in the demo', async () => {
    await signIn('senior', FIREFOX);
    await send();
    await signIn('senior', FIREFOX);
    await signIn('senior', NEWER);
    await desk.as('senior');
    expect(await send()).toBe(0);
    await signIn('senior', CHROME);
    expect(await send()).toBe(1);
    expect(relay.received.map(({ mail }) => /: (\w+, \w+)\./.exec(mail.text ?? '')?.[1])).toEqual([
      'Firefox, Windows',
      'Chrome, Linux',
    ]);
  });

  test('with nothing but kind of device and time: no name, and none of the browser’s own words', async () => {
    await signIn('caseworker', '<a href="https://ond.example">Kjære Tuva</a> 01010112345 Android');
    await send();
    const { mail } = relay.received[0] ?? {};
    for (const part of [mail?.text ?? '', mail?.html || '']) {
      expect(part).toContain('Android');
      expect(part).not.toMatch(/ond\.example|Tuva|Myhre|\d{11}/);
      for (const link of part.match(/https?:\/\/[^\s"<]+/g) ?? []) expect(link).toBe(desk.config.publicUrl);
    }
  });

  test('of another password, whoever chose it, and never of what it is', async () => {
    const change =
      'mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';
    const input = { email: emailOf('auditor'), password: PASSWORD, newPassword: 'en-lang-tur-i-fjellet' };
    await desk.anonymous().ask(change, { input });
    const { rows } = await desk.sql.query('select version from staff_user where id = $1', [
      desk.staff.auditor,
    ]);
    const reset =
      'mutation R($id: EntityId!, $expectedVersion: Int!) { resetStaffPassword(id: $id, expectedVersion: $expectedVersion) { oneTimePassword } }';
    const asked = { id: desk.staff.auditor, expectedVersion: rows[0].version };
    const { oneTimePassword } = (await (await desk.as('admin')).ask(reset, asked)).resetStaffPassword;
    await send();
    const subjects = relay.received.map(({ mail }) => mail.subject);
    expect(subjects).toContain('HMS-kort Desk: passordet er byttet');
    expect(subjects).toContain('HMS-kort Desk: du har fått et engangspassord');
    for (const { raw } of relay.received) expect(raw).not.toContain(oneTimePassword);
  });

  test('later when the relay is away, and again under the same Message-ID when its answer was lost', async () => {
    await signIn('colleague', FIREFOX);
    relay.manner = 'data 451';
    expect(await send()).toBe(1);
    relay.manner = 'hang up after data';
    expect(await send(2)).toBe(1);
    relay.manner = 'accept';
    expect(await send(10)).toBe(1);
    expect(await send(60)).toBe(0);
    expect(relay.received.length).toBe(2);
    expect(new Set(relay.received.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(relay.received[0]?.mail.messageId).toMatch(/^<[\w-]{36}@hms-kort\.example>$/);
  });

  test('also when the server died while it was being sent; what is a month old is forgotten', async () => {
    await signIn('admin', FIREFOX);
    await desk.sql.query(`update staff_notice set status = 'SENDING', claimed_at = now()`);
    expect([await send(), await send(3)]).toEqual([0, 1]);
    await send(31 * 24 * 60);
    expect((await desk.sql.query('select 1 from staff_notice')).rowCount).toBe(0);
  });
});

test('nobody who is signed in reads or writes these notices', async () => {
  const client = await desk.app.dbParts.pool.connect();
  const refused = client.query('select * from staff_notice');
  await expect(refused).rejects.toThrow('permission denied');
  client.release();
});
