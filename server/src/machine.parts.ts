/** Builds what machines meet: the token endpoint, the API, the page of the administrator. */
import type { Express } from 'express';
import type { Config } from './config.ts';
import { apiRoutes } from './features/machine-api/api.routes.ts';
import { OrderStatusReadModel } from './features/machine-api/order-status.readmodel.ts';
import { MachineClientReadModel } from './features/machine-client/machine-client.readmodel.ts';
import { MachineClientResolver } from './features/machine-client/machine-client.resolver.ts';
import { MachineClientService } from './features/machine-client/machine-client.service.ts';
import { findMachine } from './features/machine-client/machine-entry.store.ts';
import { oauthRoutes } from './features/machine-client/oauth.routes.ts';
import { tokenServer } from './features/machine-client/token-server.http.ts';
import { type WebhookWiring, webhookInstances } from './features/webhook/webhook.parts.ts';
import type { Clock } from './platform/clock.ts';
import type { DbParts } from './platform/db/db.ts';
import type { RateLimit } from './platform/http/rate-limit.ts';
import type { Idempotency } from './platform/idempotency/idempotency.ts';
import type { Log } from './platform/log.ts';
import { machineContexts } from './platform/machine/machine-context.ts';

export interface MachineWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly dbParts: DbParts;
  readonly idempotency: Idempotency;
  readonly limit: RateLimit;
  readonly log: Log;
}

export function machineInstances(wiring: WebhookWiring): object[] {
  const { clock, config } = wiring;
  const readModel = new MachineClientReadModel({ clock });
  const clients = new MachineClientService({ clock, config });
  return [new MachineClientResolver({ clients, readModel }), ...webhookInstances(wiring)];
}

export function mountMachines(http: Express, wiring: MachineWiring): void {
  const { clock, config, dbParts, idempotency, limit, log } = wiring;
  const contexts = machineContexts({
    dbParts,
    log,
    findMachine: (door, token) => findMachine(door, token, clock),
  });
  const { publicUrl } = config;
  http.use('/oauth', oauthRoutes({ contexts, answer: tokenServer({ clock, log, publicUrl }) }));
  const statuses = new OrderStatusReadModel();
  http.use('/api/v1', apiRoutes({ contexts, idempotency, limit, log, statuses }));
}
