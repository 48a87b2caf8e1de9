/** Builds what machines meet: the token endpoint, the API, the page of the administrator. */
import type { Express } from 'express';
import type { Config } from './config.ts';
import type { DocumentFiles } from './features/document/document-file.ts';
import { automaticApprovals } from './features/firm-approval/automatic-approval.parts.ts';
import { imageStorage } from './features/image-review/image-storage.parts.ts';
import { type ApiParts, apiRoutes } from './features/machine-api/api.routes.ts';
import { LaterPapersService } from './features/machine-api/later-papers.service.ts';
import { MachineApprovalService } from './features/machine-api/machine-approval.service.ts';
import { MachineCardService } from './features/machine-api/machine-card.service.ts';
import { MachineConfirmationService } from './features/machine-api/machine-confirmation.service.ts';
import { MachineExceptionService } from './features/machine-api/machine-exception.service.ts';
import { type ImageIntake, MachineImageService } from './features/machine-api/machine-images.service.ts';
import { MachineIntake } from './features/machine-api/machine-intake.ts';
import { MachineOrderService } from './features/machine-api/machine-order.service.ts';
import { MachineProductionService } from './features/machine-api/machine-production.service.ts';
import { openApiDocument } from './features/machine-api/openapi.ts';
import { OrderStatusReadModel } from './features/machine-api/order-status.readmodel.ts';
import { SenderCheck } from './features/machine-api/sender-check.ts';
import { MachineClientReadModel } from './features/machine-client/machine-client.readmodel.ts';
import { MachineClientResolver } from './features/machine-client/machine-client.resolver.ts';
import { MachineClientService } from './features/machine-client/machine-client.service.ts';
import { findMachine } from './features/machine-client/machine-entry.store.ts';
import { oauthRoutes } from './features/machine-client/oauth.routes.ts';
import { tokenServer } from './features/machine-client/token-server.http.ts';
import { answerLines } from './features/production/production.parts.ts';
import { type WebhookWiring, webhookInstances } from './features/webhook/webhook.parts.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import { Db, type DbParts } from './platform/db/db.ts';
import { SYSTEM } from './platform/db/principal.ts';
import type { RateLimit } from './platform/http/rate-limit.ts';
import type { Idempotency } from './platform/idempotency/idempotency.ts';
import type { Log } from './platform/log.ts';
import { type MachineContexts, machineContexts } from './platform/machine/machine-context.ts';
import type { Registers } from './registers/registers.ts';

export interface MachineWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly dbParts: DbParts;
  readonly jobParts: DbParts;
  readonly idempotency: Idempotency;
  readonly intake: ImageIntake;
  /** What takes papers in, whoever sends them. */
  readonly papers: DocumentFiles;
  readonly keys: Keys;
  readonly limit: RateLimit;
  readonly log: Log;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
}

export function machineInstances(wiring: WebhookWiring): object[] {
  const { clock, config } = wiring;
  const readModel = new MachineClientReadModel({ clock });
  const clients = new MachineClientService({ clock, config });
  return [new MachineClientResolver({ clients, readModel }), ...webhookInstances(wiring)];
}

export function mountMachines(http: Express, wiring: MachineWiring): void {
  const { clock, config, dbParts, log } = wiring;
  const contexts = machineContexts({
    dbParts,
    log,
    findMachine: (door, token) => findMachine(door, token, clock),
  });
  const { publicUrl } = config;
  http.use('/oauth', oauthRoutes({ contexts, answer: tokenServer({ clock, log, publicUrl }) }));
  const document = openApiDocument();
  http.get('/api/v1/openapi.json', (_request, response) => void response.json(document));
  http.use('/api/v1', apiRoutes(apiParts(wiring, contexts)));
}

function apiParts(wiring: MachineWiring, contexts: MachineContexts): ApiParts {
  const { config, keys, jobParts } = wiring;
  const files = imageStorage(config.dataDir, keys);
  const { forFirm, forUpload } = contexts;
  const mailDomain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
  const orders = new MachineOrderService({ ...wiring, forFirm, mailDomain });
  const intake = new MachineIntake({ ...wiring, forFirm });
  const senders = new SenderCheck({ ...wiring, orders });
  const asDesk = ({ info }: Db) => new Db(jobParts, SYSTEM, info);
  return {
    ...{ ...wiring, contexts, orders },
    statuses: new OrderStatusReadModel(),
    cards: new MachineCardService({ ...wiring, orders, forFirm, mailDomain }),
    images: new MachineImageService({ ...wiring, ...wiring.intake, forUpload }),
    exceptions: new MachineExceptionService({ ...wiring, orders, intake }),
    approvals: new MachineApprovalService({
      ...{ ...wiring, intake, senders, forFirm },
      automatic: automaticApprovals(wiring),
    }),
    confirmations: new MachineConfirmationService({ ...wiring, senders, forFirm, asDesk }),
    laterPapers: new LaterPapersService({ ...wiring, forFirm, asDesk }),
    production: new MachineProductionService({
      ...{ ...wiring, files, answers: answerLines(wiring) },
      asDesk,
    }),
  };
}
