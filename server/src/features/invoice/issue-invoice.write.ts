/**
 * Issues invoices and credit notes, inside the transaction of the job or use-case that decides to: number, KID, lines and voucher
 * come together or not at all.
 */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { postCredit, postIssue } from '../ledger/ledger.write.ts';
import { lockBooks, nextNumbers, yearlyNumber } from '../ledger/number-series.write.ts';
import type { Payment } from '../order/order.enums.ts';
import { readInvoice, type StoredInvoice } from './invoice.readmodel.ts';
import { type Credited, creditTotals, totals } from './invoice-amount.rules.ts';
import type { InvoiceDocument, InvoiceLine } from './invoice-document.rules.ts';
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

export interface Issued {
  /** invoice.id */
  readonly id: string;
  readonly document: InvoiceDocument;
}

/** In the order given; all issued on the same day. */
export async function issueInvoices(tx: Tx, drafts: readonly InvoiceDraft[]): Promise<Issued[]> {
  const [draft] = drafts;
  if (!draft) return [];
  const year = draft.issuedOn.slice(0, 4);
  const first = await nextNumbers(tx, `invoice ${year}`, drafts.length);
  const firstInternal = await nextNumbers(tx, 'invoice order', drafts.length);
  const documents = drafts.map((one, n) => ({
    ...one,
    creditsId: null,
    document: documentOf(one, {
      number: yearlyNumber(year, first + n),
      internalOrderNumber: one.internalOrderNumber ?? String(firstInternal + n),
    }),
  }));
  const issued = await addDocuments(tx, documents);
  await postIssue(
    tx,
    issued.map(({ id, document }, n) => ({
      ...voucherOf(documents[n] as NewDocument, document),
      invoiceId: id,
    })),
  );
  return issued;
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

const CREDITED = `select coalesce(sum(net_ore), 0)::text as net, coalesce(sum(vat_ore), 0)::text as vat from invoice where credits_id = $1`;

/**
 * A credit note over the whole invoice or some of its lines. The database refuses one that takes back more than was billed.
 * @returns null when there is no such invoice to see
 */
export async function creditInvoice(tx: Tx, crediting: Crediting): Promise<Issued | null> {
  await lockBooks(tx);
  const invoice = await readInvoice(tx, crediting.invoiceId);
  if (invoice?.document.kind !== 'INVOICE') return null;
  const before = await tx.one<{ net: string; vat: string }>(CREDITED, [invoice.id]);
  const year = crediting.issuedOn.slice(0, 4);
  const number = `K${yearlyNumber(year, await nextNumbers(tx, `credit note ${year}`, 1))}`;
  const taken = { netOre: Number(before?.net), vatOre: Number(before?.vat) };
  const document = creditNote(invoice.document, { ...crediting, number, taken });
  const { id: creditsId, organisationId, orderId, firmId, personId, payment } = invoice;
  const about = { organisationId, orderId, firmId, personId, payment, creditsId, replacesId: null };
  const [issued] = await addDocuments(tx, [{ ...about, document, at: crediting.at }]);
  if (!issued) return null;
  const voucher = voucherOf({ organisationId, at: crediting.at }, document);
  await postCredit(tx, [{ ...voucher, invoiceId: issued.id, creditsId }]);
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

interface NewDocument
  extends Pick<
    StoredInvoice,
    'organisationId' | 'orderId' | 'firmId' | 'personId' | 'payment' | 'creditsId' | 'replacesId'
  > {
  readonly document: InvoiceDocument;
  readonly at: Date;
}

const ADD = `insert into invoice (organisation_id, kind, number, order_id, order_number, internal_order_number, payment, issued_on, issued_at, due_on, firm_id,
  person_id, buyer_name, buyer_org_number, buyer_street, buyer_postcode, buyer_city, seller, customer_reference, kid, vat_percent, net_ore, vat_ore,
  gross_ore, language, credits_id, replaces_id, issued_by)
select n."organisationId", d.kind, d.number, n."orderId", d."orderNumber", d."internalOrderNumber", n.payment, d."issuedOn", n.at, d."dueOn", n."firmId",
  n."personId", d.buyer ->> 'name', d.buyer ->> 'orgNumber', d.buyer ->> 'street', d.buyer ->> 'postcode', d.buyer ->> 'city', d.seller,
  d."customerReference", d.kid, d."vatPercent", d."netOre", d."vatOre", d."grossOre", d.language, n."creditsId", n."replacesId", app_actor()
from jsonb_to_recordset($1) as n ("organisationId" smallint, "orderId" bigint, payment text, at timestamptz, "firmId" bigint, "personId" bigint,
  "creditsId" bigint, "replacesId" bigint, document jsonb)
cross join lateral jsonb_to_record(n.document) as d (kind text, number text, "issuedOn" date, "dueOn" date, seller jsonb, buyer jsonb,
  "customerReference" text, "orderNumber" text, "internalOrderNumber" text, kid text, "vatPercent" smallint, "netOre" bigint, "vatOre" bigint,
  "grossOre" bigint, language text)
order by d.number returning id::text, number`;
const ADD_LINES = `insert into invoice_line (invoice_id, line, organisation_id, scheme, unit_org_number, unit_name, quantity, unit_price_ore, net_ore)
select l."invoiceId", l.line, l."organisationId", l.scheme, l."unitOrgNumber", l."unitName", l.quantity, l."unitPriceOre", l."netOre"
from jsonb_to_recordset($1) as l ("invoiceId" bigint, line smallint, "organisationId" smallint, scheme text, "unitOrgNumber" text, "unitName" text,
  quantity int, "unitPriceOre" bigint, "netOre" bigint)`;

async function addDocuments(tx: Tx, added: readonly NewDocument[]): Promise<Issued[]> {
  const rows = await tx.query<{ id: string; number: string }>(ADD, [JSON.stringify(added)]);
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  const issued = added.map(({ document }) => ({ id: ids.get(document.number) ?? '', document }));
  const lines = issued.flatMap(({ id, document }, n) =>
    document.lines.map((line, at) => ({
      ...line,
      invoiceId: id,
      line: at + 1,
      organisationId: added[n]?.organisationId,
    })),
  );
  await tx.query(ADD_LINES, [JSON.stringify(lines)]);
  return issued;
}

const WORDS = { INVOICE: 'Faktura', CREDIT_NOTE: 'Kreditnota' } as const;

/** The books are kept in Norwegian, whatever language the buyer has. */
function voucherOf(
  { organisationId, at }: { readonly organisationId: number; readonly at: Date },
  { kind, number, issuedOn, netOre, vatOre, grossOre }: InvoiceDocument,
) {
  return {
    organisationId,
    at,
    bookedOn: issuedOn,
    text: `${WORDS[kind]} ${number}`,
    netOre,
    vatOre,
    grossOre,
  };
}
