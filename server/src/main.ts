/** Starts and stops the process; nothing else. */
import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { type App, createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { migrate } from './migrate.ts';
import { type EmbeddedDatabase, FolderInUse, startEmbedded } from './platform/db/embedded.ts';
import { createLog, type Log, stackOf } from './platform/log.ts';

/** Done after migrating and before serving, for example seeding the demo. */
export type BeforeServing = (start: { config: Config; ownerUrl: string }) => Promise<void>;

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

const DRAIN_MS = 8_000;

/** A reason not to start, in one sentence for the person at the keyboard. */
class StartError extends Error {}

/** Database, migrations, `before`, then the server. @throws StartError | ConfigError with one clear sentence */
export async function start(config: Config, log: Log, before?: BeforeServing): Promise<Running> {
  const embedded = config.DATABASE_URL ? null : await startEmbedded(config.dataDir);
  try {
    const databaseUrl = config.DATABASE_URL ?? (embedded as EmbeddedDatabase).appUrl;
    const ownerUrl =
      config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? (embedded as EmbeddedDatabase).ownerUrl;
    await migrate(ownerUrl).catch(error => {
      throw unreachable(error);
    });
    await before?.({ config, ownerUrl });
    const app = await createApp({ config, log, databaseUrl });
    const server = await listen(app, config).catch(async error => {
      await app.close();
      throw error;
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.PORT;
    return { url: `http://${config.HOST}:${port}`, stop: () => shutDown(app, server, embedded) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
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

function listen(app: App, { HOST, PORT }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.http.listen(PORT, HOST);
    // Ten megabytes from a phone with poor coverage take minutes; the upload page gives up after three.
    Object.assign(server, { requestTimeout: 180_000, headersTimeout: 10_000, maxRequestsPerSocket: 10_000 });
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

/** Not ready, finish what is running (8 s at most), stop jobs, close the database. */
async function shutDown(app: App, server: Server, embedded: EmbeddedDatabase | null): Promise<void> {
  app.ready = false;
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(late);
  await app.close();
  await embedded?.stop();
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
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', error => {
    log.error('unhandled rejection', { stack: stackOf(error) });
    process.exit(1);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
