/** One process that reads files from the bank, so that fifty thousand lines take no time from the requests of the desk. */
import {
  createKillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { PaymentFileContent } from './payment-file.rules.ts';
import type { PaymentFileJob } from './payment-file-worker.ts';

export interface PaymentFileReader {
  /** Null when it could not be read at all, or not in time. */
  read(bytes: Uint8Array): Promise<PaymentFileContent | null>;
  close(): void;
}

const LIMITS: WorkerLimits = {
  ...{ size: 1, timeout: 60_000, mostWaiting: 10 },
  script: scriptBeside(import.meta.url, 'payment-file-worker'),
};

export function createPaymentFileReader(limits: Partial<WorkerLimits> = {}): PaymentFileReader {
  const workers = createKillableWorkers<PaymentFileJob, PaymentFileContent>({ ...LIMITS, ...limits });
  return { read: bytes => workers.process({ bytes }), close: () => workers.close() };
}
