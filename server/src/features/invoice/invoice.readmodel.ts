/** Invoices as every form of them is made from: the document that was issued, and what the books say of it now. */
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Payment } from '../order/order.enums.ts';
import { STORED } from './invoice.sql.ts';
import type { InvoiceDocument } from './invoice-document.rules.ts';
import type { InvoiceBooks } from './invoice-state.rules.ts';

export interface StoredInvoice {
  /** invoice.id */
  readonly id: string;
  readonly organisationId: number;
  readonly orderId: string;
  /** organisation.id: the order's main unit. */
  readonly firmId: string;
  /** The orderer, when she is billed herself. */
  readonly personId: string | null;
  /** Only INVOICE has EHF. */
  readonly payment: Payment;
  readonly creditsId: string | null;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly document: InvoiceDocument;
  /** Null for a credit note. */
  readonly books: InvoiceBooks | null;
}

type Row = StoredInvoice & Record<string, unknown>;

/** Of those that may be seen; in the order they were issued. */
export const readInvoices = (reader: Db | Tx, ids: readonly string[]): Promise<StoredInvoice[]> =>
  'read' in reader ? reader.read<Row>(STORED, [ids]) : reader.query<Row>(STORED, [ids]);

export async function readInvoice(reader: Db | Tx, id: string): Promise<StoredInvoice | null> {
  return (await readInvoices(reader, [id]))[0] ?? null;
}
