/** One process at a time that looks into PDFs, for whoever takes documents in. */
import {
  createKillableWorkers,
  type KillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { PdfJob, PdfLook } from './pdf-worker.ts';

export type PdfWorkers = KillableWorkers<PdfJob, PdfLook>;

/** Every caller waits with up to 20 MB in memory. */
const LIMITS: WorkerLimits = {
  ...{ size: 1, timeout: 15_000, mostWaiting: 10 },
  script: scriptBeside(import.meta.url, 'pdf-worker'),
};

export const createPdfWorkers = (limits: Partial<WorkerLimits> = {}): PdfWorkers =>
  createKillableWorkers<PdfJob, PdfLook>({ ...LIMITS, ...limits });
