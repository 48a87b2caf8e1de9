/** At most two processes that decode images, for whoever takes pictures from strangers. */
import {
  createKillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { ProcessedImage } from './image-processing.ts';
import type { ImageJob } from './image-worker.ts';

export interface ImageWorkers {
  /** Null when the file cannot be decoded, or not in time. @throws TooManyWaiting */
  process(bytes: Buffer, part: 'photo' | 'id'): Promise<ProcessedImage | null>;
  close(): void;
}

/** Every caller waits with up to 10 MB in memory. */
const LIMITS: WorkerLimits = {
  ...{ size: 2, timeout: 10_000, mostWaiting: 20 },
  script: scriptBeside(import.meta.url, 'image-worker'),
};

export function createImageWorkers(limits: Partial<WorkerLimits> = {}): ImageWorkers {
  const workers = createKillableWorkers<ImageJob, ProcessedImage>({ ...LIMITS, ...limits });
  return {
    process: (bytes, part) => workers.process({ bytes, part }),
    close: () => workers.close(),
  };
}
