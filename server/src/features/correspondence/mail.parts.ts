/** Wires the outbox as the console sees it. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Enqueue } from '../../platform/jobs/jobs.ts';
import { MailReadModel } from './mail.readmodel.ts';
import { MailResolver } from './mail.resolver.ts';
import { MailService } from './mail.service.ts';
import { mailRenderer } from './sending.parts.ts';

export interface MailWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly enqueue: Enqueue;
}

export function mailInstances({ access, clock, config, keys, enqueue }: MailWiring): object[] {
  const renderer = mailRenderer({ config, keys });
  const mails = new MailReadModel({ access, clock, renderer, delivers: config.SMTP_URL !== undefined });
  return [new MailResolver({ mails, service: new MailService({ access, clock, enqueue }) })];
}
