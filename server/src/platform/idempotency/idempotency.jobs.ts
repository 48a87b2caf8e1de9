/** Kept answers are forgotten on the clock. */
import type { Clock } from '../clock.ts';
import type { JobDefinition } from '../jobs/jobs.ts';
import { forgetAnswers } from './idempotency.ts';

export function idempotencyJobs(clock: Clock): JobDefinition[] {
  return [{ name: 'forget-answers', everySeconds: 900, run: db => forgetAnswers(db, clock.now()) }];
}
