/** Statements of the payment pages. */
const ROW = `p.id::text, p.booked_on::text as "bookedOn", p.status, p.amount_ore::float8 as "amountOre", p.open_ore::float8 as "openOre", p.kid,
  p.payer_name as "payerName", p.message, p.version`;
const MATCHES = `($1::text is null or p.status = $1)`;

/** $1 status or null, $2 the last id seen. */
export const PAYMENTS_AFTER = `select ${ROW} from payment p where ${MATCHES} and ($2::bigint is null or p.id < $2) order by p.id desc limit 101`;
export const PAYMENTS_BEFORE = `select ${ROW} from payment p where ${MATCHES} and p.id > $2::bigint order by p.id limit 101`;
export const OPEN_COUNT = `select count(*)::int as n from (select 1 from payment where status = 'OPEN' limit 1001) x`;
export const OPEN_SUM = `select coalesce(sum(open_ore), 0)::float8 as ore from payment where status = 'OPEN'`;

export const ONE_PAYMENT = `select ${ROW}, p.payer_account as "payerAccount", p.archive_reference as "archiveReference", p.line from payment p where p.id = $1`;
export const PLACINGS = `select l.id::text, i.number as "invoiceNumber", l.amount_ore::float8 as "amountOre", l.reason, l.placed_at as "placedAt",
  s.id::text as "staffId", s.name as "staffName"
from payment_placing l left join invoice i on i.id = l.invoice_id left join staff_user s on s.id = l.placed_by where l.payment_id = $1 order by l.id limit 50`;

const OPEN_INVOICE = `i.id::text as "invoiceId", i.number, i.kid, i.order_number as "orderNumber", i.buyer_name as "buyerName",
  i.buyer_org_number as "buyerOrgNumber", b.balance_ore::float8 as "openOre"`;
/** $1 KIDs like the one given, $2 numbers that were typed, $3 the amount. Each branch goes by an index. */
export const CANDIDATES = `with found as (
  (select i.id from unnest($1::text[]) k (v) join invoice i on i.kid = k.v and i.kind = 'INVOICE')
  union (select i.id from unnest($2::text[]) n (v) join invoice i on i.number = n.v)
  union (select i.id from unnest($2::text[]) n (v) join invoice i on i.kid = n.v and i.kind = 'INVOICE')
  union (select i.id from unnest($2::text[]) n (v) join invoice i on i.order_number = n.v)
  union (select invoice_id from invoice_balance where balance_ore > 0 and balance_ore = $3 order by invoice_id desc limit 200))
select ${OPEN_INVOICE} from found f join invoice i on i.id = f.id join invoice_balance b on b.invoice_id = i.id where b.balance_ore > 0 limit 300`;

export const FILES = `select f.id::text, f.name, f.format, f.payments, f.total_ore::float8 as "totalOre", f.faults, f.imported_at as "importedAt",
  (select count(*)::int from (select 1 from payment p where p.file_id = f.id and p.status = 'NEW' limit 1001) x) as waiting,
  s.id::text as "staffId", s.name as "staffName"
from payment_file f left join staff_user s on s.id = f.imported_by order by f.id desc limit 20`;
