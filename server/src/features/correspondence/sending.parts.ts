/** Wires what leaves: letters, sending and the mail jobs. Without GraphQL, so that a process can do only this. */
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createSmtpMailer } from '../../platform/mail/mailer.smtp.ts';
import { readMailboxSettings } from '../inbound-mail/mailbox-settings.ts';
import { replyAddress } from '../inbound-mail/reply-address.ts';
import { loadInvoiceAnswer } from '../invoice-query/invoice-answer.letter.ts';
import { mailJobs } from './mail.jobs.ts';
import { MailRenderer } from './mail.renderer.ts';
import { RESENDING } from './mail.rules.ts';
import { checkOrderLetter, loadOrderLetter } from './order-letter.ts';
import { returnPath } from './return-path.ts';
import { SendMailService } from './send-mail.service.ts';
import { StaffNoticeService } from './staff-notice.service.ts';
import { checkTemplates, loadTemplates } from './templates.ts';

export interface SendingWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
}

/** @throws Error when a template is wrong: a server that cannot write its letters does not start */
export function mailRenderer({ config, keys }: Pick<SendingWiring, 'config' | 'keys'>): MailRenderer {
  checkTemplates();
  checkOrderLetter();
  return new MailRenderer({
    keys,
    render: loadTemplates(),
    renderOrder: loadOrderLetter(),
    renderInvoiceAnswer: loadInvoiceAnswer(),
    settings: config,
  });
}

export function sendMailService(
  { clock, config, keys, log }: SendingWiring,
  resending = RESENDING,
): SendMailService {
  const { SMTP_URL: url, MAIL_FROM: from, ISSUER_NAME: fromName } = config;
  const mailer = url ? createSmtpMailer({ url, from, fromName }) : null;
  const { BOUNCE_ADDRESS: bounces } = config;
  const returnPathOf = (mailId: string) => (bounces ? returnPath(keys, bounces, mailId) : null);
  const mailbox = readMailboxSettings(config);
  const replyToOf = (caseNumber: string) => mailbox && replyAddress(keys, mailbox.address, caseNumber);
  const renderer = mailRenderer({ config, keys });
  const invoiceReplyTo = readMailboxSettings(config, 'INVOICE_MAILBOX_FILE')?.address ?? null;
  const replies = { returnPathOf, replyToOf, invoiceReplyTo };
  return new SendMailService({ clock, log, mailer, renderer, ...replies, resending });
}

export function staffNoticeService({ clock, config, log }: SendingWiring): StaffNoticeService {
  const { SMTP_URL: url, MAIL_FROM: from, ISSUER_NAME: fromName, publicUrl } = config;
  const mailer = url ? createSmtpMailer({ url, from, fromName }) : null;
  return new StaffNoticeService({ clock, log, mailer, publicUrl, domain: from.split('@')[1] ?? 'localhost' });
}

export const mailJobDefinitions = (wiring: SendingWiring): JobDefinition[] =>
  mailJobs(sendMailService(wiring), staffNoticeService(wiring));
