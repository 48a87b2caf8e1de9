/** What an invoice or a credit note says, as one value of InvoiceDocument, and what the books say of it. */

/** Of invoice i. Amounts are whole numbers in JSON, and so in TypeScript. */
export const DOCUMENT = `json_build_object('kind', i.kind, 'number', i.number, 'issuedOn', i.issued_on, 'dueOn', i.due_on, 'seller', i.seller,
  'buyer', json_build_object('name', i.buyer_name, 'orgNumber', i.buyer_org_number, 'street', i.buyer_street, 'postcode', i.buyer_postcode, 'city', i.buyer_city),
  'customerReference', i.customer_reference, 'orderNumber', i.order_number, 'internalOrderNumber', i.internal_order_number, 'kid', i.kid,
  'credits', (select json_build_object('number', c.number, 'issuedOn', c.issued_on) from invoice c where c.id = i.credits_id),
  'lines', (select json_agg(json_build_object('scheme', l.scheme, 'unitOrgNumber', l.unit_org_number, 'unitName', l.unit_name, 'quantity', l.quantity,
    'unitPriceOre', l.unit_price_ore, 'netOre', l.net_ore) order by l.line) from invoice_line l where l.invoice_id = i.id),
  'vatPercent', i.vat_percent, 'netOre', i.net_ore, 'vatOre', i.vat_ore, 'grossOre', i.gross_ore, 'language', i.language)`;

/** Of invoice_balance b; null for a credit note. */
export const BOOKS = `case when b.invoice_id is not null then json_build_object('grossOre', b.gross_ore, 'creditedOre', b.credited_ore,
  'writtenOffOre', b.written_off_ore, 'balanceOre', b.balance_ore, 'dueOn', b.due_on) end`;

/** $1 ids. */
export const STORED = `select i.id::text, i.organisation_id as "organisationId", i.order_id::text as "orderId", i.firm_id::text as "firmId",
  i.person_id::text as "personId", i.payment, i.credits_id::text as "creditsId", i.replaces_id::text as "replacesId",
  (select r.id::text from invoice r where r.replaces_id = i.id) as "replacedById", ${DOCUMENT} as document, ${BOOKS} as books
from invoice i left join invoice_balance b on b.invoice_id = i.id where i.id = any ($1::bigint[]) order by i.id`;
