/** The connections to PostgreSQL: pipelined, with time limits, as the role that owns nothing. */
import pg from 'pg';

const { Pool, types } = pg;

// A calendar day stays text (no time zone can move it); a count fits a JavaScript number.
types.setTypeParser(types.builtins.DATE, value => value);

export interface PoolOptions {
  readonly url: string;
  readonly size: number;
  /** Role to act as after connecting, when the login is another one. */
  readonly role?: string;
}

export function createPool({ url, size, role }: PoolOptions): pg.Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    statement_timeout: 5_000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'hms-kort-desk',
    ...(role ? { options: `-c role=${role}` } : {}),
  } as pg.PoolConfig);
  // A lost connection must not end the process, idle or in use: its query fails, the next one opens another.
  pool.on('error', () => undefined);
  pool.on('connect', client => void client.on('error', () => undefined));
  return pool;
}

/** One connection for a tool, pipelined; past the time limits of requests. */
export const createClient = (url: string): pg.Client =>
  new pg.Client({
    connectionString: url,
    pipeline: true,
    application_name: 'hms-kort-desk-tool',
  } as pg.ClientConfig);
