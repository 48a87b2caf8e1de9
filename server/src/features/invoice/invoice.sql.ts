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

/** $1 id: all invoices and credit notes of its order. */
export const CHAIN = `select c.id::text, c.kind, c.number, c.issued_on::text as "issuedOn", c.gross_ore::text as "grossOre"
from invoice i join invoice c on c.order_id = i.order_id where i.id = $1 order by c.id limit 50`;

/** $1 id: every entry of the vouchers that touch what it is owed, or that it was booked by. */
export const ENTRIES = `select e.id::text, v.number as voucher, v.kind, v.booked_on::text as "bookedOn", v.text, e.account, a.name as "accountName",
  e.amount_ore::text as "amountOre"
from voucher v join ledger_entry e on e.voucher_id = v.id join ledger_account a on a.number = e.account
where v.id in (select t.voucher_id from ledger_entry t where t.invoice_id = $1 union select b.id from voucher b where b.invoice_id = $1)
order by v.id, e.line limit 200`;

/** $1 the order, by id or by number. */
export const ofOrder = (
  by: 'id' | 'number',
) => `select s.id::text, s.number, json_build_object('grossOre', s.gross_ore, 'creditedOre', s.credited_ore,
  'writtenOffOre', s.written_off_ore, 'balanceOre', s.balance_ore, 'dueOn', s.due_on) as books
from card_order o cross join lateral order_invoice_books(o.id) s where o.${by} = $1`;
