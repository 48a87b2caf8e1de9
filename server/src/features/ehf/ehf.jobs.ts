/** What the clock does with EHF. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { SendEhfService } from './send-ehf.service.ts';

export const ehfJobs = (sending: SendEhfService): JobDefinition[] => [
  { name: 'send-ehf', everySeconds: 15, run: (db, stopping) => sending.sendDue(db, stopping) },
  { name: 'ask-ehf-receipts', everySeconds: 60, run: (db, stopping) => sending.askReceipts(db, stopping) },
  { name: 'reconcile-ehf', everySeconds: 60, run: db => sending.reconcile(db) },
];
