import { request } from '../../graphql/client.ts';
import { type InvoicesAsk, invoiceQuery, invoicesQuery } from './invoice.documents.ts';

export async function listInvoices(ask: InvoicesAsk, signal: AbortSignal) {
  return (await request(invoicesQuery, ask, { signal })).invoices;
}

export async function getInvoice(id: string, signal: AbortSignal) {
  return (await request(invoiceQuery, { id }, { signal })).invoice;
}
