/** Wires what asks the registers. Without GraphQL, so that a process can do only this. */
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { Registers } from '../../registers/registers.ts';
import { CheckRun } from './check-run.service.ts';
import { checkJobs } from './register-check.jobs.ts';
import { StaffLists } from './staff-list.service.ts';

export interface CheckRunWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
  readonly registers: Registers;
}

export function checkRunOf({ clock, config, keys, log, registers }: CheckRunWiring): CheckRun {
  const mailDomain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
  return new CheckRun({ clock, keys, log, registers, mailDomain });
}

export const checkJobsOf = (wiring: CheckRunWiring): JobDefinition[] =>
  checkJobs(checkRunOf(wiring), new StaffLists(wiring));
