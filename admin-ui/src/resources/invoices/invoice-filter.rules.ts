/** What the list of invoices is narrowed to, in the words of its address: for the filters and the query. */
import type { InvoiceState, InvoicesAsk } from './invoice.documents.ts';

export const invoiceStates: readonly InvoiceState[] = [
  'ISSUED',
  'PARTLY_PAID',
  'OVERDUE',
  'PAID',
  'OVERPAID',
  'CREDITED',
  'WRITTEN_OFF',
];

export interface InvoiceWords {
  state: string;
  text: string;
}

export const NO_WORDS: InvoiceWords = { state: '', text: '' };

export const readWords = (params: URLSearchParams): InvoiceWords => ({
  state: params.get('state') ?? '',
  text: params.get('text') ?? '',
});

/** A narrower list begins at its first page. */
export function writeWords(current: URLSearchParams, part: Partial<InvoiceWords>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const name of ['after', 'page']) next.delete(name);
  for (const [name, value] of Object.entries(part)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** A word the server does not know asks for nothing. */
export const toFilter = ({ state, text }: InvoiceWords): InvoicesAsk['filter'] => ({
  state: invoiceStates.find(known => known === state) ?? null,
  text: text.slice(0, 200) || null,
});
