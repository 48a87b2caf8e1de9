/**
 * pg-boss keeps its queues in a schema of its own, `pgboss`. Its owner makes and migrates it here, with the other tables;
 * the server's role only reads and writes rows. New queues need no owner: a queue without a partition of its own is one row.
 */
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APP_ROLE } from '../db/pool.ts';

export const JOBS_SCHEMA = 'pgboss';

const GRANTS = `
grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE};
grant usage, select on all sequences in schema ${JOBS_SCHEMA} to ${APP_ROLE};
grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant select, insert, update, delete on tables to ${APP_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant usage, select on sequences to ${APP_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant execute on functions to ${APP_ROLE};
`;

/** Makes or migrates pg-boss's tables as their owner, then lets the server's role use them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  // start() throws what matters; a listener must be there all the same.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}
