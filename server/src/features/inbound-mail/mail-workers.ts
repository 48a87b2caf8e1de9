/** One process at a time that takes mails apart, killed when one takes too long: a mail made to stall its reader stalls nothing. */
import {
  createKillableWorkers,
  type KillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { ReadMail } from './mail-reading.ts';
import type { MailJob } from './mail-worker.ts';

export type MailWorkers = KillableWorkers<MailJob, ReadMail>;

/** Every caller waits with up to 25 MB in memory. */
const LIMITS: WorkerLimits = {
  ...{ size: 1, timeout: 20_000, mostWaiting: 5 },
  script: scriptBeside(import.meta.url, 'mail-worker'),
};

export const createMailWorkers = (limits: Partial<WorkerLimits> = {}): MailWorkers =>
  createKillableWorkers<MailJob, ReadMail>({ ...LIMITS, ...limits });
