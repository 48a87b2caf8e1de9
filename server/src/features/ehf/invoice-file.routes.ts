/** Serves invoices and credit notes as PDF and as EHF to staff who may see them. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { READ_INVOICE } from '../invoice/invoice.policy.ts';
import { INVOICE_FORMATS, type InvoiceFileService } from './invoice-file.service.ts';

export const INVOICE_FILE_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/invoices/:id/:format', rule: READ_INVOICE },
];

export interface InvoiceFileRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly files: InvoiceFileService;
}

export function invoiceFileRoutes({ contexts, files }: InvoiceFileRoutesParts): Router {
  return Router().get(
    '/invoices/:id/:format',
    handOut({
      contexts,
      operation: 'openInvoice',
      find: async (db, id, params) => {
        const format = INVOICE_FORMATS.find(one => one === params.format);
        return format ? files.file(db, id, format) : null;
      },
    }),
  );
}
