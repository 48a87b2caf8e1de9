/** How long the oldest run of a job that should have happened has been waiting, whichever server was to do it. */
import type { Db } from '../db/db.ts';
import { JOBS_SCHEMA } from './jobs.schema.ts';

const LAG = `select coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as lag from ${JOBS_SCHEMA}.job
where state in ('created', 'retry', 'active') and start_after <= now()`;

/** Seconds; a run that is going on counts from when it was due. */
export async function jobLag(db: Db): Promise<number> {
  const [row] = await db.read<{ lag: number }>(LAG);
  return Math.max(0, Math.round(row?.lag ?? 0));
}
