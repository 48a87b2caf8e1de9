/** Keeps invoices and credit notes as they are issued, and says what their vouchers say: for whatever issues or credits. */
import type { Tx } from '../../platform/db/db.ts';
import type { StoredInvoice } from './invoice.readmodel.ts';
import type { InvoiceDocument } from './invoice-document.rules.ts';

export interface Issued {
  /** invoice.id */
  readonly id: string;
  readonly document: InvoiceDocument;
}

export interface NewDocument
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

/** Rows of invoices and credit notes that have their numbers, with their lines; in the order given. */
export async function addDocuments(tx: Tx, added: readonly NewDocument[]): Promise<Issued[]> {
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
export function voucherOf(
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
