import { download, request } from '../../graphql/client.ts';
import { saveFile } from '../../shared/save-file.ts';
import { type Invoice, type InvoicesAsk, invoiceQuery, invoicesQuery } from './invoice.documents.ts';

export async function listInvoices(ask: InvoicesAsk, signal: AbortSignal) {
  return (await request(invoicesQuery, ask, { signal })).invoices;
}

export async function getInvoice(id: string, signal: AbortSignal) {
  return (await request(invoiceQuery, { id }, { signal })).invoice;
}

const FILE_WORDS = { INVOICE: 'faktura', CREDIT_NOTE: 'kreditnota' } as const;

/** The same name as the server gives it. */
export async function saveInvoice({ invoice, format }: { invoice: Invoice; format: 'pdf' | 'xml' }) {
  const { id, kind, number } = invoice;
  saveFile(await download(`/files/invoices/${id}/${format}`), `${FILE_WORDS[kind]}-${number}.${format}`);
}
