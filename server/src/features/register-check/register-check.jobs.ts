/** The job that asks the registers. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { CheckRun } from './check-run.service.ts';

/** For whoever places an order: enqueue it in the same transaction, or leave it to the clock. */
export const CHECK_REGISTERS = 'check-registers';

export const checkJobs = (checks: CheckRun): JobDefinition[] => [
  { name: CHECK_REGISTERS, everySeconds: 5, run: (db, stopping) => checks.run(db, stopping) },
];
