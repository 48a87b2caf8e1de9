/** Runs in a process of its own: puts invoices on paper one after the other. */
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { renderInvoice } from './invoice-pdf.ts';

export interface InvoicePressJob {
  readonly invoice: InvoiceDocument;
}

export interface PrintedInvoice {
  readonly bytes: Uint8Array;
}

process.on('disconnect', () => process.exit());
process.on('message', ({ invoice }: InvoicePressJob) => {
  renderInvoice(invoice).then(
    bytes => process.send?.({ result: { bytes } satisfies PrintedInvoice }),
    // What went wrong may quote the invoice, and is nobody's business.
    () => process.send?.({ result: null }),
  );
});
