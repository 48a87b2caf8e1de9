/** A desk with a mailbox: a mail server of the test's own, mail sent to it by SMTP, and the jobs that read it at whatever time the test says. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import nodemailer from 'nodemailer';
import { inboundMailJobs } from '../../server/src/features/inbound-mail/mailbox.parts.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { type Desk, startDesk } from './desk.ts';
import { startMailServer } from './mail-server.ts';
import { MAILBOX, mailboxFile } from './mailbox-file.ts';
import { sendingOf, systemDb } from './mails.ts';
import { startRelay } from './relay.ts';

export { MAILBOX };
export const FIRM = 'kari@firma.example';
export const PDF = { filename: 'attest.pdf', content: Buffer.from('%PDF-1.7\nattest') };
/** A day later is not a fortnight. */
const DAY = 86_400_000;

export async function startMailboxDesk(env: Record<string, string> = {}) {
  const server = await startMailServer();
  const relay = await startRelay();
  const { path, folder } = await mailboxFile(server);
  const desk = await startDesk({ env: { SMTP_URL: relay.url, MAILBOX_FILE: path, ...env } });
  const post = nodemailer.createTransport(server.smtpUrl);
  const late = { days: 0 };
  const jobs = jobsOf(desk, () => late.days);
  const job = async (name: string, days = 0) => {
    late.days = days;
    const found = jobs.find(one => one.name === name);
    return found?.run(systemDb(desk.app.jobParts), () => false);
  };
  return {
    server,
    relay,
    desk,
    mailboxFile: path,
    /** By SMTP, from a firm unless said otherwise. */
    post: (mail: SendMailOptions) =>
      post.sendMail({
        from: `Kari Regnskap <${FIRM}>`,
        to: MAILBOX,
        subject: 'Søknad om unntak',
        text: 'Hei',
        ...mail,
      }),
    read: (days = 0) => job('read-mailbox', days),
    deleteOld: (days: number) => job('delete-inbound-mail', days),
    send: () => sendingOf(desk).sendDue(systemDb(desk.app.jobParts)),
    /** Sealed bytes of a stored file, as text; null when they are gone. */
    onDisk: (key: string) =>
      readFile(
        join(desk.config.dataDir, 'files', key.slice(0, 2), key.slice(2, 4), `${key}.original`),
        'latin1',
      ).catch(() => null),
    /** Stored bytes without a row. */
    async orphans() {
      const { rows } = await desk.sql.query<{ storage_key: string }>('select storage_key from stored_file');
      const known = new Set(rows.map(row => row.storage_key));
      const names = await readdir(join(desk.config.dataDir, 'files'), { recursive: true });
      const keys = names.map(name => basename(name)).filter(name => /^[0-9a-f]{32}\./.test(name));
      return keys.filter(name => !known.has(name.slice(0, 32)));
    },
    async stop() {
      await desk.stop();
      await relay.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type MailboxDesk = Awaited<ReturnType<typeof startMailboxDesk>>;

function jobsOf({ config }: Desk, days: () => number) {
  const clock = { now: () => new Date(Date.now() + days() * DAY) };
  const keys = loadKeys(config.KEYS_FILE, config.dataDir);
  return inboundMailJobs({ clock, config, keys, log: createLog('silent') });
}
