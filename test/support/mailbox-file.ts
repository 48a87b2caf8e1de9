/** MAILBOX_FILE of a test's own mail server, with its password beside it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAILBOX_USER, type MailServer } from './mail-server.ts';

export const MAILBOX = 'sak@post.example';

export async function mailboxFile(
  server: MailServer,
  changes: object = {},
): Promise<{ path: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-mailbox-'));
  const path = join(folder, 'mailbox.json');
  await writeFile(join(folder, 'password'), `${MAILBOX_USER.password}\n`);
  const { user } = MAILBOX_USER;
  const settings = {
    host: '127.0.0.1',
    port: server.imapPort,
    tls: 'off',
    user,
    passwordFile: 'password',
    address: MAILBOX,
  };
  await writeFile(path, JSON.stringify({ ...settings, ...changes }));
  return { path, folder };
}
