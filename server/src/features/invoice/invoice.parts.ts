/** Builds what serves invoices to finance. */
import type { Clock } from '../../platform/clock.ts';
import { InvoiceResolver } from './invoice.resolver.ts';
import { InvoicePageReadModel } from './invoice-page.readmodel.ts';

export const invoiceInstances = (parts: { readonly clock: Clock }): object[] => [
  new InvoiceResolver(new InvoicePageReadModel(parts)),
];
