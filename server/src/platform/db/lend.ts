/** Lets MikroORM work on a connection that is in a transaction of ours, instead of one of its own. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResult } from 'pg';

const lent = new AsyncLocalStorage<PoolClient>();

/** Whatever asks the pool for a connection inside `work` gets this one. */
export const lend = <T>(client: PoolClient, work: () => Promise<T>): Promise<T> => lent.run(client, work);

/** The transaction is begun and ended by whoever lends the connection. */
const NOT_ITS_BUSINESS = /^(begin|commit|rollback)$/i;
const NOTHING = { command: '', rowCount: 0, rows: [] };

/** For MikroORM's own pool, whose way of reading values is kept. */
export function lendable(pool: Pool): void {
  const own = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const connect = (): Promise<PoolClient> => {
    const client = lent.getStore();
    return client ? Promise.resolve(standIn(client, pool)) : own();
  };
  Object.assign(pool, { connect });
}

function standIn(client: PoolClient, { options }: Pool): PoolClient {
  const query = (text: string, values: unknown[] = []): Promise<QueryResult | typeof NOTHING> =>
    NOT_ITS_BUSINESS.test(text)
      ? Promise.resolve(NOTHING)
      : client.query({ text, values, types: options.types });
  return { query, release: () => undefined } as unknown as PoolClient;
}
