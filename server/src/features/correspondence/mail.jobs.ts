/** The mail jobs on the clock. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { SendMailService } from './send-mail.service.ts';

export const SEND_MAIL = 'send-mail';

export function mailJobs(sending: SendMailService): JobDefinition[] {
  return [
    { name: SEND_MAIL, everySeconds: 5, run: (db, stopping) => sending.sendDue(db, stopping) },
    { name: 'reconcile-sending', everySeconds: 30, run: db => sending.reconcile(db) },
  ];
}
