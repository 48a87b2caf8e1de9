/** Wires the mailbox firms write to about invoices. Without GraphQL, so that a process can do only this. */
import type { Config } from '../../config.ts';
import { addDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createImapMailbox } from '../../platform/mail/mailbox.imap.ts';
import { createClamdScanner } from '../../platform/scan/virus-scanner.clamd.ts';
import { QUARANTINE_DAYS } from '../inbound-mail/inbound-mail.rules.ts';
import { createMailWorkers } from '../inbound-mail/mail-workers.ts';
import { readMailboxSettings } from '../inbound-mail/mailbox-settings.ts';
import { QueryMailService } from './query-mail.service.ts';

export interface QueryMailWiring {
  readonly clock: Clock;
  readonly config: Pick<Config, 'INVOICE_MAILBOX_FILE' | 'MAIL_FROM' | 'VIRUS_SCAN_URL'>;
  readonly log: Log;
}

/** @throws ConfigError when INVOICE_MAILBOX_FILE is wrong */
export function queryMailJobs({ clock, config, log }: QueryMailWiring): JobDefinition[] {
  const settings = readMailboxSettings(config, 'INVOICE_MAILBOX_FILE');
  if (!settings) return [];
  const { MAIL_FROM, VIRUS_SCAN_URL: url } = config;
  const service = new QueryMailService({
    clock,
    workers: createMailWorkers(),
    scanner: url ? createClamdScanner({ url }) : null,
    ownAddresses: [MAIL_FROM.toLowerCase(), settings.address.toLowerCase()],
  });
  const mailbox = createImapMailbox({ settings, log });
  return [
    {
      name: 'read-invoice-mailbox',
      everySeconds: 60,
      run: async (db, stopping) => {
        const forgetBefore = new Date(addDays(osloDate(clock.now()), -QUARANTINE_DAYS));
        const { taken, failed } = await mailbox.read({
          take: message => service.take(db, message),
          stopping,
          forgetBefore,
        });
        if (failed > 0) throw new Error('some mail could not be taken');
        return taken;
      },
    },
  ];
}
