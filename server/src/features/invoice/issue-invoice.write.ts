/**
 * Issues invoices and credit notes, inside the transaction of the job or use-case that decides to: number, KID, lines and voucher
 * come together or not at all.
 */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { postCredit, postIssue } from '../ledger/ledger.write.ts';
import { lockBooks, nextNumbers, yearlyNumber } from '../ledger/number-series.write.ts';
import type { Payment } from '../order/order.enums.ts';
import { readInvoices, type StoredInvoice } from './invoice.readmodel.ts';
import { type Credited, creditTotals, totals } from './invoice-amount.rules.ts';
import type { InvoiceDocument, InvoiceLine } from './invoice-document.rules.ts';
import { addDocuments, type Issued, type NewDocument, voucherOf } from './issued-document.write.ts';
import { type KidAlgorithm, makeKid } from './kid.rules.ts';

type Given =
  | 'seller'
  | 'buyer'
  | 'customerReference'
  | 'orderNumber'
  | 'vatPercent'
  | 'language'
  | 'issuedOn';

/** What is known before an invoice has its numbers. */
export interface InvoiceDraft extends Pick<InvoiceDocument, Given> {
  readonly organisationId: number;
  readonly orderId: string;
  /** The main unit of the order. */
  readonly firmId: string;
  /** The orderer, when she is billed herself. */
  readonly personId: string | null;
  readonly payment: Payment;
  readonly lines: readonly Omit<InvoiceLine, 'netOre'>[];
  readonly kidAlgorithm: KidAlgorithm;
  readonly dueDays: number;
  /** Of the invoice this one takes the place of, which keeps it; a new one when null. */
  readonly internalOrderNumber: string | null;
  /** invoice.id of an invoice that is credited whole in the same transaction, or was before. */
  readonly replacesId: string | null;
  readonly at: Date;
}

/** In the order given. */
export async function issueInvoices(tx: Tx, drafts: readonly InvoiceDraft[]): Promise<Issued[]> {
  if (drafts.length === 0) return [];
  const numbers = await drawNumbers(tx, 'invoice', drafts);
  const firstInternal = await nextNumbers(tx, 'invoice order', drafts.length);
  const documents = drafts.map((draft, n) => ({
    ...draft,
    creditsId: null,
    document: documentOf(draft, {
      number: numbers[n] ?? '',
      internalOrderNumber: draft.internalOrderNumber ?? String(firstInternal + n),
    }),
  }));
  const issued = await addDocuments(tx, documents);
  const vouchers = issued.map(({ id, document }, n) => ({
    ...voucherOf(documents[n] as NewDocument, document),
    invoiceId: id,
  }));
  await postIssue(tx, vouchers);
  return issued;
}

/** Each year has a series of its own, and each is drawn in the order given. */
async function drawNumbers(
  tx: Tx,
  series: 'invoice' | 'credit note',
  issued: readonly { readonly issuedOn: LocalDate }[],
): Promise<string[]> {
  const years = issued.map(({ issuedOn }) => issuedOn.slice(0, 4));
  const next = new Map<string, number>();
  for (const year of new Set(years)) {
    const count = years.filter(one => one === year).length;
    next.set(year, await nextNumbers(tx, `${series} ${year}`, count));
  }
  return years.map(year => {
    const n = next.get(year) ?? 0;
    next.set(year, n + 1);
    return yearlyNumber(year, n);
  });
}

type Numbers = Pick<InvoiceDocument, 'number' | 'internalOrderNumber'>;

function documentOf(draft: InvoiceDraft, numbers: Numbers): InvoiceDocument {
  const { seller, buyer, customerReference, orderNumber, vatPercent, language, issuedOn } = draft;
  return {
    kind: 'INVOICE',
    ...numbers,
    ...{ seller, buyer, customerReference, orderNumber, vatPercent, language, issuedOn },
    dueOn: addDays(issuedOn, draft.dueDays),
    kid: makeKid(numbers.number, draft.kidAlgorithm),
    credits: null,
    lines: draft.lines.map(withNet),
    ...totals(draft.lines, vatPercent),
  };
}

const withNet = (line: Omit<InvoiceLine, 'netOre'>): InvoiceLine => ({
  ...line,
  netOre: line.quantity * line.unitPriceOre,
});

export interface Crediting {
  /** invoice.id of the invoice that is taken back. */
  readonly invoiceId: string;
  /** Some of its lines, each with how many of it; all of it when null. */
  readonly lines: readonly Omit<InvoiceLine, 'netOre'>[] | null;
  readonly issuedOn: LocalDate;
  readonly at: Date;
}

/** Of credit notes that are there already. */
const CREDITED = `select credits_id::text as id, sum(net_ore)::text as net, sum(vat_ore)::text as vat from invoice
where credits_id = any ($1::bigint[]) group by credits_id`;

/**
 * A credit note over the whole invoice or some of its lines. The database refuses one that takes back more than was billed.
 * @returns null when there is no such invoice to see
 */
export async function creditInvoice(tx: Tx, crediting: Crediting): Promise<Issued | null> {
  return (await creditInvoices(tx, [crediting]))[0] ?? null;
}

/** The same for several invoices, each once; in the order given, without those that are not there to see. */
export async function creditInvoices(tx: Tx, creditings: readonly Crediting[]): Promise<Issued[]> {
  await lockBooks(tx);
  const ids = creditings.map(({ invoiceId }) => invoiceId);
  const found = new Map((await readInvoices(tx, ids)).map(invoice => [invoice.id, invoice]));
  const taken = await tx.query<{ id: string; net: string; vat: string }>(CREDITED, [ids]);
  const due = creditings.filter(({ invoiceId }) => found.get(invoiceId)?.document.kind === 'INVOICE');
  if (due.length === 0) return [];
  const numbers = await drawNumbers(tx, 'credit note', due);
  const notes = due.map((crediting, n): NewDocument => {
    const invoice = found.get(crediting.invoiceId) as StoredInvoice;
    const before = taken.find(({ id }) => id === invoice.id);
    const number = `K${numbers[n]}`;
    const credited = { netOre: Number(before?.net ?? 0), vatOre: Number(before?.vat ?? 0) };
    const document = creditNote(invoice.document, { ...crediting, number, taken: credited });
    return { ...invoice, creditsId: invoice.id, replacesId: null, document, at: crediting.at };
  });
  const issued = await addDocuments(tx, notes);
  const vouchers = issued.map(({ id, document }, n) => {
    const note = notes[n] as NewDocument;
    return { ...voucherOf(note, document), invoiceId: id, creditsId: note.creditsId ?? '' };
  });
  await postCredit(tx, vouchers);
  return issued;
}

function creditNote(
  invoice: InvoiceDocument,
  { lines, issuedOn, number, taken }: Crediting & { readonly number: string; readonly taken: Credited },
): InvoiceDocument {
  const credited = (lines ?? invoice.lines).map(withNet);
  return {
    ...invoice,
    ...{ kind: 'CREDIT_NOTE', number, issuedOn, dueOn: null, lines: credited },
    credits: { number: invoice.number, issuedOn: invoice.issuedOn },
    ...creditTotals(credited, invoice, taken),
  };
}

/** The same invoice once more, to be issued in its place with what is changed. */
export function draftAgain(
  invoice: StoredInvoice,
  changed: Pick<InvoiceDraft, 'issuedOn' | 'at' | 'kidAlgorithm' | 'dueDays'> & Partial<InvoiceDraft>,
): InvoiceDraft {
  const { id, organisationId, orderId, firmId, personId, payment, document } = invoice;
  return {
    ...document,
    ...{ organisationId, orderId, firmId, personId, payment, replacesId: id },
    ...changed,
  };
}
