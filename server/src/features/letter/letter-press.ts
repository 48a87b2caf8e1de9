/** One process that prints letters, so that a page takes no time from the requests of the desk. */
import {
  createKillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { LetterContent } from './letter-content.rules.ts';
import type { PressJob, PrintedLetter } from './letter-press-worker.ts';

export interface LetterPress {
  /** The same bytes for the same letters, one after the other. @throws LetterNotPrinted when it cannot be printed, or not in time */
  print(letters: readonly LetterContent[]): Promise<Buffer>;
  close(): void;
}

export class LetterNotPrinted extends Error {}

const LIMITS: WorkerLimits = {
  ...{ size: 1, timeout: 30_000, mostWaiting: 50 },
  script: scriptBeside(import.meta.url, 'letter-press-worker'),
};

export function createLetterPress(limits: Partial<WorkerLimits> = {}): LetterPress {
  const workers = createKillableWorkers<PressJob, PrintedLetter>({ ...LIMITS, ...limits });
  return {
    async print(letters) {
      const printed = await workers.process({ letters });
      if (!printed) throw new LetterNotPrinted('the letter could not be printed');
      return Buffer.from(printed.bytes);
    },
    close: () => workers.close(),
  };
}
