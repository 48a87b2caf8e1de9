/** One process that prints invoices, so that a page takes no time from the requests of the desk. */
import {
  createKillableWorkers,
  scriptBeside,
  type WorkerLimits,
} from '../../platform/workers/killable-workers.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import type { InvoicePressJob, PrintedInvoice } from './invoice-press-worker.ts';

export interface InvoicePress {
  /** The same bytes for the same invoice. @throws InvoiceNotPrinted when it cannot be printed, or not in time */
  print(invoice: InvoiceDocument): Promise<Buffer>;
  close(): void;
}

export class InvoiceNotPrinted extends Error {}

const LIMITS: WorkerLimits = {
  ...{ size: 1, timeout: 30_000, mostWaiting: 50 },
  script: scriptBeside(import.meta.url, 'invoice-press-worker'),
};

export function createInvoicePress(limits: Partial<WorkerLimits> = {}): InvoicePress {
  const workers = createKillableWorkers<InvoicePressJob, PrintedInvoice>({ ...LIMITS, ...limits });
  return {
    async print(invoice) {
      const printed = await workers.process({ invoice });
      if (!printed) throw new InvoiceNotPrinted('the invoice could not be printed');
      return Buffer.from(printed.bytes);
    },
    close: () => workers.close(),
  };
}
