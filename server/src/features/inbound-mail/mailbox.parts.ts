/** Wires the mailbox: its settings, the reader and the jobs. Without GraphQL, so that a process can do only this. */
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createImapMailbox } from '../../platform/mail/mailbox.imap.ts';
import { createClamdScanner } from '../../platform/scan/virus-scanner.clamd.ts';
import { DocumentFiles } from '../document/document-file.ts';
import { createPdfWorkers } from '../document/pdf-workers.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { createImageWorkers } from '../upload/image-workers.ts';
import { InboundMailJobs } from './inbound-mail.jobs.ts';
import { IntakeService } from './intake.service.ts';
import { MailDocuments } from './mail-documents.ts';
import { createMailWorkers } from './mail-workers.ts';
import { type MailboxSettings, readMailboxSettings } from './mailbox-settings.ts';

export interface MailboxWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
}

/** @throws ConfigError when MAILBOX_FILE is wrong */
export function inboundMailJobs(wiring: MailboxWiring): JobDefinition[] {
  const { clock, config, keys } = wiring;
  const files = imageStorage(config.dataDir, keys);
  const settings = readMailboxSettings(config);
  const reading = settings && readingOf(wiring, settings);
  return new InboundMailJobs({ clock, files, reading }).definitions;
}

/** What looks into attachments starts with the first one. */
export function mailDocuments({ dataDir, VIRUS_SCAN_URL: url }: Config, keys: Keys): MailDocuments {
  const scanner = url ? createClamdScanner({ url }) : null;
  const [images, pdfs] = [createImageWorkers(), createPdfWorkers()];
  return new MailDocuments(new DocumentFiles({ files: imageStorage(dataDir, keys), images, pdfs, scanner }));
}

function readingOf({ clock, config, keys, log }: MailboxWiring, settings: MailboxSettings) {
  const { dataDir, MAIL_FROM, VIRUS_SCAN_URL: url } = config;
  const { address } = settings;
  const intake = new IntakeService({
    ...{ clock, keys, address },
    files: imageStorage(dataDir, keys),
    workers: createMailWorkers(),
    documents: mailDocuments(config, keys),
    scanner: url ? createClamdScanner({ url }) : null,
    mailDomain: MAIL_FROM.split('@')[1] ?? 'localhost',
    ownAddresses: [MAIL_FROM.toLowerCase(), address.toLowerCase()],
  });
  return { mailbox: createImapMailbox({ settings, log }), intake };
}
