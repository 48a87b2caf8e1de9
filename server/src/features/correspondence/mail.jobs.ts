/** The mail jobs on the clock. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { SendMailService } from './send-mail.service.ts';
import type { StaffNoticeService } from './staff-notice.service.ts';

export const SEND_MAIL = 'send-mail';

export function mailJobs(sending: SendMailService, notices: StaffNoticeService): JobDefinition[] {
  return [
    { name: SEND_MAIL, everySeconds: 5, run: (db, stopping) => sending.sendDue(db, stopping) },
    { name: 'reconcile-sending', everySeconds: 30, run: db => sending.reconcile(db) },
    { name: 'send-staff-notices', everySeconds: 10, run: (db, stopping) => notices.sendDue(db, stopping) },
  ];
}
