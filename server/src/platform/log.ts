/** One JSON line per event; only the fields named here can be logged, so that no personal data gets in by accident. */
import { type Logger, pino } from 'pino';

/** Everything a line may carry: ids, codes, counts and times. Never a name, number, address, token or variable value. */
export interface LogFields {
  requestId?: string;
  operation?: string;
  actorId?: string | null;
  /** machine_client.id. */
  clientId?: string;
  ms?: number;
  status?: number;
  code?: string;
  count?: number;
  cost?: number;
  job?: string;
  id?: string;
  port?: number;
  path?: string;
  stack?: string;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Makes the log. `destination` is for tests. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}

/** Where an unexpected error arose: file positions only, without its message, which may quote data. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error) || !error.stack) return typeof error;
  const frames = error.stack.split('\n').filter(line => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 8).map(line => line.trim())].join(' | ');
}
