/**
 * pg-boss keeps its queues in a schema of its own, `pgboss`. Its owner makes and migrates it here, with the other tables;
 * the jobs' role only reads and writes rows. New queues need no owner: a queue without a partition of its own is one row.
 */
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APP_ROLE, JOB_ROLE } from '../db/roles.ts';

export const JOBS_SCHEMA = 'pgboss';

const GRANTS = `
grant usage on schema ${JOBS_SCHEMA} to ${JOB_ROLE}, ${APP_ROLE};
grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${JOB_ROLE};
grant usage, select on all sequences in schema ${JOBS_SCHEMA} to ${JOB_ROLE};
grant execute on all functions in schema ${JOBS_SCHEMA} to ${JOB_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant select, insert, update, delete on tables to ${JOB_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant usage, select on sequences to ${JOB_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} grant execute on functions to ${JOB_ROLE};
-- A use-case puts a job in and does nothing else with it; earlier versions let requests do it all.
alter default privileges in schema ${JOBS_SCHEMA} revoke all on tables from ${APP_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} revoke all on sequences from ${APP_ROLE};
alter default privileges in schema ${JOBS_SCHEMA} revoke all on functions from ${APP_ROLE};
revoke all on all tables in schema ${JOBS_SCHEMA} from ${APP_ROLE};
revoke all on all sequences in schema ${JOBS_SCHEMA} from ${APP_ROLE};
revoke all on all functions in schema ${JOBS_SCHEMA} from ${APP_ROLE};
grant select, insert on ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common, ${JOBS_SCHEMA}.queue to ${APP_ROLE};
`;

/** Makes or migrates pg-boss's tables as their owner, then lets the jobs' role use them. */
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
