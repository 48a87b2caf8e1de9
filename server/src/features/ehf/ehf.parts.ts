/** Wires the sending of EHF, and invoices as files. */
import type { Express } from 'express';
import type { Access } from '../../platform/access/access.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Registers } from '../../registers/registers.ts';
import { ehfJobs } from './ehf.jobs.ts';
import { invoiceFileRoutes } from './invoice-file.routes.ts';
import { InvoiceFileService } from './invoice-file.service.ts';
import { createInvoicePress } from './invoice-press.ts';
import { type SendEhfParts, SendEhfService } from './send-ehf.service.ts';

type SendingWiring = Omit<SendEhfParts, 'accessPoint'> & {
  readonly registers: Pick<Registers, 'accessPoint'>;
};

export const sendEhfService = ({ clock, log, registers }: SendingWiring): SendEhfService =>
  new SendEhfService({ clock, log, accessPoint: registers.accessPoint });

export const ehfJobDefinitions = (wiring: SendingWiring): JobDefinition[] => ehfJobs(sendEhfService(wiring));

/** The process that prints starts with the first invoice, and ends with the server. */
export function mountInvoiceFiles(
  http: Express,
  contexts: ContextMaker,
  { access }: { readonly access: Access },
): void {
  const files = new InvoiceFileService({ access, press: createInvoicePress() });
  http.use('/files', invoiceFileRoutes({ contexts, files }));
}
