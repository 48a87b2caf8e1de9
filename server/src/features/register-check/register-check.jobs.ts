/** The jobs that ask the registers. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { CheckRun } from './check-run.service.ts';
import type { StaffLists } from './staff-list.service.ts';

/** For whoever places an order: enqueue it in the same transaction, or leave it to the clock. */
export const CHECK_REGISTERS = 'check-registers';

export const checkJobs = (checks: CheckRun, lists: StaffLists): JobDefinition[] => [
  { name: CHECK_REGISTERS, everySeconds: 5, run: (db, stopping) => checks.run(db, stopping) },
  { name: 'read-staff-lists', everySeconds: 300, run: (db, stopping) => lists.run(db, stopping) },
];
