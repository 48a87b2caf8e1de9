import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMailboxSettings } from '../../server/src/features/inbound-mail/mailbox-settings.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { createImapMailbox } from '../../server/src/platform/mail/mailbox.imap.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { mailboxFile } from '../support/mailbox-file.ts';

let server: MailServer;
const folders: string[] = [];

beforeAll(async () => {
  server = await startMailServer({ tls: true });
});
afterAll(async () => {
  await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function settings(changes: object) {
  const { path, folder } = await mailboxFile(server, changes);
  folders.push(folder);
  return readMailboxSettings({ MAILBOX_FILE: path });
}

describe('The file about the mailbox', () => {
  it('may be missing: then no mailbox is read', () => {
    expect(readMailboxSettings({ MAILBOX_FILE: undefined })).toBeNull();
  });

  it('names the password by the file it lies in', async () => {
    expect(await settings({})).toMatchObject({ password: 'a synthetic word', inbox: 'INBOX', done: 'Lest' });
    await expect(settings({ passwordFile: 'none' })).rejects.toThrow(/MAILBOX_FILE is wrong \(passwordFile/);
  });

  it('lets no password through the net without TLS', async () => {
    await expect(settings({ host: 'post.example', tls: 'off' })).rejects.toThrow(/tls: .*under TLS only/);
  });

  it('is refused when it names what is not known, or an address no case’s address can be made from', async () => {
    await expect(settings({ pasword: 'x' })).rejects.toThrow(/MAILBOX_FILE is wrong/);
    await expect(settings({ address: 'sak+x@post.example' })).rejects.toThrow(/address/);
    const folder = await mkdtemp(join(tmpdir(), 'hms-kort-mailbox-'));
    folders.push(folder);
    await writeFile(join(folder, 'mailbox.json'), 'no JSON');
    expect(() => readMailboxSettings({ MAILBOX_FILE: join(folder, 'mailbox.json') })).toThrow(
      /MAILBOX_FILE is wrong/,
    );
  });

  it('a server whose certificate nobody vouches for gets no password', async () => {
    server.deliver('From: a@b.example\r\nSubject: x\r\n\r\nhei');
    const found = await settings({ tls: 'tls', host: 'localhost' });
    if (!found) throw new Error('no settings');
    const mailbox = createImapMailbox({ settings: found, log: createLog('silent') });
    const how = {
      take: async () => 'TAKEN' as const,
      stopping: () => false,
      forgetBefore: new Date(0),
    } as const;
    await expect(mailbox.read(how)).rejects.toThrow();
    expect(server.folder('INBOX')).toHaveLength(1);
  });
});
