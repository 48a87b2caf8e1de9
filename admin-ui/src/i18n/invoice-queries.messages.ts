import { defineMessages } from './define-messages.ts';
import { invoiceQueriesEn } from './invoice-queries.en.ts';
import { invoiceQueriesNb } from './invoice-queries.nb.ts';
import { invoiceQueriesNn } from './invoice-queries.nn.ts';

/** What firms ask about invoices: the page of an enquiry, and its form. */
export const invoiceQueries = defineMessages(invoiceQueriesNb, invoiceQueriesNn, invoiceQueriesEn);
