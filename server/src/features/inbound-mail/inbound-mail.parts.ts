/** Wires the page of those who sort the post of the authority. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { InboundMailReadModel } from './inbound-mail.readmodel.ts';
import { InboundMailResolver } from './inbound-mail.resolver.ts';
import { InboundMailService } from './inbound-mail.service.ts';
import { createMailWorkers } from './mail-workers.ts';
import { mailDocuments } from './mailbox.parts.ts';
import { readMailboxSettings } from './mailbox-settings.ts';

export interface InboundMailWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
}

/** @throws ConfigError when MAILBOX_FILE is wrong */
export function inboundMailInstances({ access, clock, config, keys }: InboundMailWiring): object[] {
  const files = imageStorage(config.dataDir, keys);
  const address = readMailboxSettings(config)?.address ?? null;
  const mailDomain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
  const service = new InboundMailService({
    ...{ access, clock, keys, mailDomain, files },
    workers: createMailWorkers(),
    documents: mailDocuments(config, keys),
  });
  return [new InboundMailResolver({ post: new InboundMailReadModel({ files, address }), service })];
}
