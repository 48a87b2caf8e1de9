import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HeadMail } from '../../server/src/platform/audit/head-mail.ts';
import { createSmtpMailer } from '../../server/src/platform/mail/mailer.smtp.ts';
import { startVault, type Vault } from '../support/audit-vault.ts';
import { type Relay, startRelay } from '../support/relay.ts';

describe('the head of the sealed log, mailed to the data protection officer', () => {
  let vault: Vault;
  let relay: Relay;
  let mail: HeadMail;
  beforeAll(async () => {
    vault = await startVault();
    relay = await startRelay();
    const mailer = createSmtpMailer({ url: relay.url, from: 'desk@test.example', fromName: 'Desk' });
    mail = new HeadMail({ mailer, to: 'personvern@test.example', domain: 'test.example' });
  });
  afterAll(async () => {
    await relay.stop();
    await vault.stop();
  });

  test('is not sent while there is nothing sealed', async () => {
    expect(await mail.run(vault.db)).toBe(0);
    expect(relay.received).toEqual([]);
  });

  test('holds the seal’s number, time and hash, and nothing from the log; a relay that is away delays it', async () => {
    await vault.work(2);
    await vault.seal();
    relay.manner = 'rcpt 451';
    expect(await mail.run(vault.db)).toBe(0);
    relay.manner = 'accept';
    expect(await mail.run(vault.db)).toBe(1);
    const { rows } = await vault.admin.query('select id, hash from audit_seal order by id desc limit 1');
    const [received] = relay.received.slice(-1);
    expect(received?.mail.text).toContain(`Segl: ${rows[0].id}`);
    expect(received?.mail.text).toContain(rows[0].hash.toString('hex'));
    expect(received?.mail.text).not.toContain('revealNationalId');
  });

  test('leaves once an hour, however many servers ask', async () => {
    await vault.work(1);
    await vault.seal();
    const before = relay.received.length;
    expect(await Promise.all([mail.run(vault.db), mail.run(vault.db)])).toEqual([0, 0]);
    await vault.admin.query(`update audit_head_mail set hour = hour - interval '1 hour'`);
    expect(await mail.run(vault.db)).toBe(1);
    expect(await mail.run(vault.db)).toBe(0);
    expect(relay.received.length).toBe(before + 1);
  });
});
