/** Starts and stops the process; nothing else. */
import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Express } from 'express';
import { type App, createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { migrate } from './migrate.ts';
import { type EmbeddedDatabase, FolderInUse, startEmbedded } from './platform/db/embedded.ts';
import { createLog, type Log, stackOf } from './platform/log.ts';
import { selfTest } from './self-test.parts.ts';

/** Done after migrating and before serving, for example seeding the demo. @returns settings it decides, such as where the demo's registers are */
export type BeforeServing = (start: { config: Config; ownerUrl: string }) => Promise<Partial<Config>>;

export interface Running {
  readonly url: string;
  stop(order: StopOrder): Promise<void>;
}

/** In a hurry, as at a keyboard, nobody is given notice. */
interface StopOrder {
  readonly hurry: boolean;
}

const NOTICE_MS = 2_000;
const DRAIN_MS = 8_000;
const IDLE_CHECK_MS = 50;
const HTTP_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // Ten megabytes from a phone with poor coverage take minutes; the upload page gives up after three.
  requestTimeout: 180_000,
  connectionsCheckingInterval: 2_000,
};

/** A reason not to start, in one sentence for the person at the keyboard. */
class StartError extends Error {}

/** Database, migrations, `before`, then the server. @throws StartError | ConfigError with one clear sentence */
export async function start(config: Config, log: Log, before?: BeforeServing): Promise<Running> {
  await selfTest(config).catch(failUnreachable);
  const embedded = config.DATABASE_URL ? null : await startEmbedded(config.dataDir);
  try {
    const databaseUrl = config.DATABASE_URL ?? (embedded as EmbeddedDatabase).appUrl;
    const jobUrl = config.DATABASE_JOB_URL ?? config.DATABASE_URL ?? (embedded as EmbeddedDatabase).jobUrl;
    const ownerUrl =
      config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? (embedded as EmbeddedDatabase).ownerUrl;
    await migrate(ownerUrl).catch(failUnreachable);
    await selfTest(config);
    const decided = await before?.({ config, ownerUrl });
    const app = await createApp({ config: { ...config, ...decided }, log, databaseUrl, jobUrl });
    const servers = await listenAll(app, config).catch(async error => {
      await app.close();
      throw error;
    });
    const address = servers[0]?.address();
    const port = typeof address === 'object' && address ? address.port : config.PORT;
    return {
      url: `http://${config.HOST}:${port}`,
      stop: order => shutDown({ app, servers, embedded }, order),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** The desk's own port first, then the operator's when there is one. */
async function listenAll(app: App, { HOST, PORT, METRICS_PORT }: Config): Promise<Server[]> {
  const servers = [await listen(app.http, { HOST, PORT })];
  if (METRICS_PORT === undefined) return servers;
  try {
    return [...servers, await listen(app.operation.internal, { HOST, PORT: METRICS_PORT })];
  } catch (error) {
    servers[0]?.close();
    throw error;
  }
}

function failUnreachable(error: unknown): never {
  throw unreachable(error);
}

function unreachable(error: unknown): Error {
  const code =
    (error as { code?: string; cause?: { code?: string } }).code ??
    (error as { cause?: { code?: string } }).cause?.code ??
    '';
  if (!/^(ECONN|ENOTFOUND|EAI|28|3D|57P|ETIMEDOUT)/.test(code)) return error as Error;
  return new StartError(
    `The database cannot be reached (${code}). Check DATABASE_URL, or leave it unset to use the embedded PostgreSQL.`,
  );
}

function listen(http: Express, { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(HTTP_LIMITS, http).listen(PORT, HOST);
    server.maxRequestsPerSocket = 1_000;
    server.once('listening', () => resolve(server));
    server.once('error', (error: { code?: string }) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new StartError(
          taken
            ? `Port ${PORT} is already in use. Stop the other program or set PORT to another number.`
            : `Cannot listen on ${HOST}:${PORT} (${error.code}).`,
        ),
      );
    });
  });
}

interface Parts {
  readonly app: App;
  readonly servers: readonly Server[];
  readonly embedded: EmbeddedDatabase | null;
}

/** Not ready; a load balancer gets its seconds to notice; then no new connection, no new job, what runs is finished (8 s), the database is left. */
async function shutDown({ app, servers, embedded }: Parts, { hurry }: StopOrder): Promise<void> {
  app.operation.stopAccepting();
  if (!hurry) await wait(NOTICE_MS);
  await Promise.all([app.stopJobs(), ...servers.map(closeServer)]);
  await app.close();
  await embedded?.stop();
}

/** Every connection is closed after the answer it waits for, at the latest when its time is up. */
function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

/** The command: reads settings, starts, prints where it is, stops on a signal. */
export async function main(
  before?: BeforeServing,
  announce?: (url: string, config: Config) => void,
): Promise<void> {
  let log: Log = createLog('info');
  try {
    const config = readConfig();
    log = createLog(config.LOG_LEVEL);
    exitOnStrayErrors(log);
    const running = await start(config, log, before);
    announce?.(running.url, config);
    stopOnSignals(running, log);
  } catch (error) {
    const known = [ConfigError, StartError, FolderInUse].some(kind => error instanceof kind);
    if (!known) log.error('start failed', { stack: stackOf(error) });
    process.stderr.write(
      `${known ? (error as Error).message : 'HMS-kort Desk could not start; the line above says where.'}\n`,
    );
    process.exit(1);
  }
}

function stopOnSignals(running: Running, log: Log): void {
  let stopping = false;
  const stop = async (hurry: boolean) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    await running.stop({ hurry });
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop(false));
  process.on('SIGINT', () => void stop(true));
}

/** After an error nobody has caught, what the process holds cannot be trusted. Its message may quote data and is not told. */
function exitOnStrayErrors(log: Log): void {
  const exit = (kind: string) => (error: unknown) => {
    log.error(kind, { stack: stackOf(error) });
    process.exit(1);
  };
  process.on('unhandledRejection', exit('unhandled rejection'));
  process.on('uncaughtException', exit('uncaught exception'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
