/** Wires the outbox: letters, sending, jobs, resolver. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Enqueue, JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createSmtpMailer } from '../../platform/mail/mailer.smtp.ts';
import { mailJobs } from './mail.jobs.ts';
import { MailReadModel } from './mail.readmodel.ts';
import { MailRenderer } from './mail.renderer.ts';
import { MailResolver } from './mail.resolver.ts';
import { MailService } from './mail.service.ts';
import { SendMailService } from './send-mail.service.ts';
import { checkTemplates, loadTemplates } from './templates.ts';

export interface MailWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly enqueue: Enqueue;
}

export type SendingWiring = Pick<MailWiring, 'clock' | 'config' | 'keys'> & { readonly log: Log };

/** @throws Error when a template is wrong: a server that cannot write its letters does not start */
export function mailRenderer({ config, keys }: Pick<MailWiring, 'config' | 'keys'>): MailRenderer {
  checkTemplates();
  return new MailRenderer({ keys, render: loadTemplates(), settings: config });
}

export function mailInstances({ access, clock, config, keys, enqueue }: MailWiring): object[] {
  const renderer = mailRenderer({ config, keys });
  const mails = new MailReadModel({ access, clock, renderer, delivers: config.SMTP_URL !== undefined });
  return [new MailResolver({ mails, service: new MailService({ access, clock, enqueue }) })];
}

export function sendMailService({ clock, config, keys, log }: SendingWiring): SendMailService {
  const { SMTP_URL: url, MAIL_FROM: from, ISSUER_NAME: fromName } = config;
  const mailer = url ? createSmtpMailer({ url, from, fromName }) : null;
  return new SendMailService({ clock, log, mailer, renderer: mailRenderer({ config, keys }) });
}

export const mailJobDefinitions = (wiring: SendingWiring): JobDefinition[] =>
  mailJobs(sendMailService(wiring));
