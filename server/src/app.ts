/** Composition root: builds every service and adapter by plain calls and hangs them on one Express app. */
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { accessLogInstances } from './access-log.parts.ts';
import { mountCardCheck } from './card-check.parts.ts';
import type { Config } from './config.ts';
import { wireAppeals } from './features/appeal/appeal.parts.ts';
import { applicationInstances } from './features/application/application.parts.ts';
import { claimFactsInstances } from './features/application/claim-facts.parts.ts';
import { callerInstances } from './features/caller/caller.parts.ts';
import { cardInstances } from './features/card/card.parts.ts';
import { cardTipInstances } from './features/card-tip/card-tip.parts.ts';
import { caseReadInstances } from './features/case/case-read.parts.ts';
import { caseWriteInstances } from './features/case/case-write.parts.ts';
import { clockInstances } from './features/clock/clock.parts.ts';
import { confirmationInstances } from './features/confirmation/confirmation.parts.ts';
import { controlVisitInstances } from './features/control-visit/control-visit.parts.ts';
import { startBounces } from './features/correspondence/bounces.parts.ts';
import { type MailWiring, mailInstances } from './features/correspondence/mail.parts.ts';
import { decisionInstances } from './features/decision/decision.parts.ts';
import { wireDocuments } from './features/document/document.parts.ts';
import { mountInvoiceFiles } from './features/ehf/ehf.parts.ts';
import { entryInstances } from './features/exception/entry.parts.ts';
import { catalogueInstances } from './features/exception-catalogue/exception-catalogue.parts.ts';
import { inboundMailInstances } from './features/inbound-mail/inbound-mail.parts.ts';
import { invoiceInstances } from './features/invoice/invoice.parts.ts';
import { invoiceQueryInstances } from './features/invoice-query/invoice-query.parts.ts';
import { journalInstances } from './features/journal/journal.parts.ts';
import { ledgerInstances, mountLedger } from './features/ledger/ledger.parts.ts';
import { letterInstances, mountLetters } from './features/letter/letter.parts.ts';
import { orderPageInstances } from './features/order/order-page.parts.ts';
import { firmInstances } from './features/organisation/firm.parts.ts';
import { mountPayments, paymentInstances } from './features/payment/payment.parts.ts';
import { productionInstances } from './features/production/production.parts.ts';
import { mountPublicRegister } from './features/public-register/public-register.parts.ts';
import { registerCheckInstances } from './features/register-check/register-check.parts.ts';
import { reissueInstances } from './features/reissue/reissue.parts.ts';
import { returnedLetterInstances } from './features/returned-letter/returned-letter.parts.ts';
import { searchInstances } from './features/search/search.parts.ts';
import { settingInstances } from './features/setting/setting.parts.ts';
import { transportDutyInstances } from './features/transport-duty/transport-duty.parts.ts';
import { mountVatBatches, vatBatchInstances } from './features/vat-batch/vat-batch.parts.ts';
import { wireImages } from './images.parts.ts';
import { createJobs } from './job-list.ts';
import { machineInstances, mountMachines } from './machine.parts.ts';
import { type Operation, wireOperation } from './operation.parts.ts';
import { createOrm, entityManagers } from './orm.config.ts';
import { wirePeople } from './people.parts.ts';
import { type Access, createAccess } from './platform/access/access.ts';
import { rowScopes } from './platform/access/row-scopes.ts';
import { ShownMemory } from './platform/audit/shown.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { loadKeys } from './platform/crypto/keys.ts';
import type { DbParts } from './platform/db/db.ts';
import { jobDbParts } from './platform/db/job-parts.ts';
import { createPool } from './platform/db/pool.ts';
import { APP_ROLE } from './platform/db/roles.ts';
import { ARRIVAL_COST } from './platform/graphql/cost-guard.ts';
import { createGraphql } from './platform/graphql/server.ts';
import { readTrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { answerErrors } from './platform/http/answer-errors.ts';
import { serveConsole } from './platform/http/console.ts';
import { paced } from './platform/http/paced.ts';
import { RateLimit } from './platform/http/rate-limit.ts';
import { logRefusals } from './platform/http/refusal-log.ts';
import { contextMaker } from './platform/http/request-context.ts';
import { cspNonce, oneCaller, onlyOwnPosts, securityHeaders } from './platform/http/security.ts';
import { Idempotency } from './platform/idempotency/idempotency.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import { closeWhenStopping, serveHealth } from './platform/operation/health.ts';
import { createRegisters } from './registers/registers.parts.ts';
import type { Registers } from './registers/registers.ts';
import { createSchema } from './schema.ts';
import { type StaffFeatureParts, staffInstances } from './staff.parts.ts';

export interface AppParts {
  readonly config: Config;
  readonly log: Log;
  /** The login requests run with. */
  readonly databaseUrl: string;
  /** The login jobs run with. */
  readonly jobUrl: string;
  readonly clock?: Clock;
}

export interface App {
  readonly http: Express;
  readonly operation: Operation;
  readonly dbParts: DbParts;
  /** As the jobs' own role, which sees other rows than a request. */
  readonly jobParts: DbParts;
  readonly registers: Registers;
  /** Jobs take nothing new; resolves when those that run are done. */
  stopJobs(): Promise<void>;
  close(): Promise<void>;
}

const CONSOLE_FOLDER = 'admin-ui/dist';
/** Made by the build from the console's sources. */
const DOCUMENTS = 'server/dist/documents.json';
/** Each step of a sign-in leaves a row in the log, whoever takes it. */
const SIGN_IN_COST = 2_000;
const BODY = { limit: '256kb', inflate: false };

export async function createApp(parts: AppParts): Promise<App> {
  const { config, log, jobUrl, clock = systemClock } = parts;
  const keys = loadKeys(config.KEYS_FILE, config.dataDir);
  const common = { access: await createAccess(), clock, config, keys };
  const { dbParts, jobParts, orm } = openDatabase(parts, common.access);
  const operation = wireOperation({ clock, config, dbParts, jobParts });
  const registers = createRegisters({ clock, config, log, metrics: operation.metrics });
  const images = wireImages({ ...common, log, metrics: operation.metrics });
  const [documents, appeals] = [wireDocuments({ ...common, log }), wireAppeals({ ...common, log })];
  const more = [...images.jobs, ...appeals.jobs];
  const jobs = createJobs({ clock, config, keys, log, registers, jobUrl, jobParts, more });
  const people = wirePeople({ ...common, log });
  const contexts = contextsOf(people.sessions, { config, dbParts, log });
  const instances = [
    ...featureInstances({ ...common, log, registers, sessions: people.sessions, jobs, jobParts }),
    ...images.instances,
    ...documents.instances,
    ...people.instances(contexts),
  ];
  const [limit, idempotency] = [new RateLimit(config.REQUEST_BUDGET), new Idempotency(keys)];
  const graphql = await createGraphql({
    schema: await createSchema({ access: common.access, instances, idempotency }),
    documents: config.production ? readTrustedDocuments(fromRoot(DOCUMENTS)) : null,
    ...{ limit, log, contexts, metrics: operation.metrics },
  });
  const bounces = await startBounces({ clock, config, keys, dbParts: jobParts, log });
  const opened = { jobs, bounces, images, documents, graphql, registers, operation, orm, dbParts, jobParts };
  const ending = { stopJobs: () => jobs.stop(), close: () => closeAll(opened) };
  const app: App = { http: express(), operation, dbParts, jobParts, registers, ...ending };
  addRoutes(app, config, http => {
    guardDoors(http, log, limit);
    http.use('/graphql', onlyOwnPosts, express.json(BODY), ...graphql.handlers);
    for (const one of [people, documents, appeals]) one.mount(http, contexts);
    const doors = { intake: images.mount(http, contexts), papers: documents.intake, registers };
    for (const mount of [mountVatBatches, mountLedger, mountLetters, mountInvoiceFiles, mountPayments])
      mount(http, contexts, common);
    mountCardCheck(http, { clock, config, dbParts, keys, limit, log });
    mountPublicRegister(http, { clock, config, dbParts, limit, log });
    mountMachines(http, { clock, config, dbParts, jobParts, idempotency, ...doors, keys, limit, log });
  });
  if (config.JOBS) await jobs.start();
  return app;
}

type Contexts = Pick<AppParts, 'config' | 'log'> & { readonly dbParts: DbParts };

const contextsOf = (sessions: FeatureParts['sessions'], { config, dbParts, log }: Contexts) =>
  contextMaker({
    ...{ dbParts, log, secureCookie: config.production },
    findPrincipal: (db, token) => sessions.find(db, token),
  });

/** Before anybody is known. */
function guardDoors(http: Express, log: Log, limit: RateLimit): void {
  http.use(['/graphql', '/files', '/uploads', '/auth', '/oauth', '/api'], logRefusals(log), oneCaller);
  http.use('/uploads', paced(limit, ARRIVAL_COST));
  http.use(['/auth', '/oauth'], paced(limit, SIGN_IN_COST));
  http.use('/api', paced(limit, ARRIVAL_COST));
}

interface Opened {
  readonly jobs: Jobs;
  readonly bounces: { stop(): Promise<void> } | null;
  readonly images: { close(): void };
  readonly documents: { close(): void };
  readonly graphql: { stop(): Promise<void> };
  readonly registers: Registers;
  readonly operation: { stop(): Promise<void> };
  readonly orm: ReturnType<typeof createOrm>;
  readonly dbParts: DbParts;
  readonly jobParts: DbParts;
}

/** In the order of use: nobody is left without what it works with. */
async function closeAll(opened: Opened): Promise<void> {
  const { jobs, bounces, images, documents, graphql, registers, operation, orm, dbParts, jobParts } = opened;
  await jobs.stop();
  await bounces?.stop();
  images.close();
  documents.close();
  await graphql.stop();
  await registers.close();
  await operation.stop();
  await orm.close(true);
  await Promise.all([dbParts.pool.end(), jobParts.pool.end()]);
}

const shownMemory = (clock: Clock, { PERSONS_PER_DAY }: Config) =>
  new ShownMemory({ clock, limit: PERSONS_PER_DAY });
function openDatabase({ config, databaseUrl, jobUrl, clock = systemClock }: AppParts, access: Access) {
  const pool = createPool({ url: databaseUrl, size: config.DATABASE_POOL, role: APP_ROLE });
  const orm = createOrm(databaseUrl, APP_ROLE);
  const dbParts: DbParts = {
    pool,
    ...entityManagers(orm),
    scopesOf: rowScopes(access),
    shown: shownMemory(clock, config),
  };
  return { dbParts, jobParts: jobDbParts(jobUrl, dbParts.shown), orm };
}

type FeatureParts = Omit<MailWiring, 'enqueue'> &
  Pick<StaffFeatureParts, 'sessions'> & {
    readonly jobs: Jobs;
    readonly log: Log;
    readonly jobParts: DbParts;
    readonly registers: Registers;
  };

function featureInstances(parts: FeatureParts): object[] {
  const { access, clock, config, keys, log, registers, sessions, jobs, jobParts } = parts;
  return [
    ...callerInstances({ access, clock, config, keys, registers }),
    ...applicationInstances({ access, clock, config, keys }),
    ...accessLogInstances({ access, clock, config }),
    ...staffInstances({ access, clock, config, keys, sessions }),
    ...mailInstances({ access, clock, config, keys, enqueue: jobs.enqueue }),
    ...inboundMailInstances({ access, clock, config, keys }),
    ...caseReadInstances({ access, clock }),
    ...searchInstances({ access, clock, config, keys }),
    ...caseWriteInstances({ access, clock, config }),
    ...cardTipInstances({ access, clock, config }),
    ...invoiceQueryInstances({ access, clock, config }),
    ...entryInstances({ access, clock, config }),
    ...decisionInstances({ access, clock, config, jobParts, keys, log, registers }),
    ...confirmationInstances({ access, clock, config }),
    ...controlVisitInstances({ access, clock }),
    ...settingInstances({ access, clock, config }),
    ...catalogueInstances({ access, clock, config }),
    ...claimFactsInstances({ access, clock, keys, registers, jobParts }),
    ...transportDutyInstances({ clock }),
    ...registerCheckInstances({ access, clock, config, keys, log, registers, jobParts }),
    ...clockInstances({ access, clock, config, jobParts, definitions: jobs.definitions }),
    ...productionInstances({ access, clock }),
    ...vatBatchInstances({ access, clock, config }),
    ...paymentInstances({ access, clock }),
    ...letterInstances({ access, clock }),
    ...returnedLetterInstances({ access, clock, config }),
    ...journalInstances({ access, clock, config }),
    ...invoiceInstances({ clock }),
    ...ledgerInstances({ access, clock, config }),
    ...reissueInstances({ access, clock, config, enqueue: jobs.enqueue }),
    ...orderPageInstances({ access, clock, config }),
    ...machineInstances({ clock, config, keys }),
    ...cardInstances({ access, clock, config, keys }),
    ...firmInstances({ access, clock, keys, registers, jobParts }),
  ];
}

function addRoutes(app: App, { production, TRUSTED_PROXIES }: Config, addOwn: (http: Express) => void): void {
  const { http, operation } = app;
  http.set('trust proxy', TRUSTED_PROXIES ?? false);
  http.disable('x-powered-by').use(closeWhenStopping(operation.accepting));
  http.use(cspNonce, securityHeaders(production));
  serveHealth(http, operation);
  addOwn(http);
  serveConsole(http, fileURLToPath(fromRoot(CONSOLE_FOLDER)));
  http.use(answerErrors);
}

/** A path of the repository, from the sources as from server/dist. */
function fromRoot(path: string): URL {
  const here = import.meta.url;
  return new URL(path, new URL(here.includes('/server/dist/') ? '../../../../' : '../../', here));
}
