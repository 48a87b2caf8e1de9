/** What the clock does with letters. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { SendLetterService } from './send-letter.service.ts';

export const SEND_LETTERS = 'send-letters';

export const letterJobs = (sending: SendLetterService): JobDefinition[] => [
  { name: SEND_LETTERS, everySeconds: 15, run: (db, stopping) => sending.sendDue(db, stopping) },
  { name: 'reconcile-letters', everySeconds: 60, run: db => sending.reconcile(db) },
];
