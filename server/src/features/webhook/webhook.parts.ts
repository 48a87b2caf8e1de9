/** Builds what tells machines, and the page of the administrator about it. */
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { SendWebhooksJob } from './send-webhooks.job.ts';
import { WebhookReadModel } from './webhook.readmodel.ts';
import { WebhookResolver } from './webhook.resolver.ts';
import { WebhookService } from './webhook.service.ts';
import { createWebhookClient } from './webhook-client.http.ts';

export interface WebhookWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
}

export const webhookInstances = (wiring: WebhookWiring): object[] => [
  new WebhookResolver({ webhooks: new WebhookService(wiring), readModel: new WebhookReadModel() }),
];

export function webhookJobs({ clock, config, keys }: WebhookWiring): readonly JobDefinition[] {
  const client = createWebhookClient({ openOnly: config.production });
  return new SendWebhooksJob({ clock, keys, client }).definitions;
}
