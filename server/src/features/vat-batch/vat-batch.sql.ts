/** The statements behind the page of VAT batches; who declared comes through vat_declarer (migration 20261124000180) alone. */
const BATCH_COLUMNS = `b.id::text, b.number, b.made_at as "madeAt", b.from_at as "fromAt", b.to_at as "toAt", b.firms,
  encode(b.csv_sha256, 'hex') as "csvSha256", encode(b.json_sha256, 'hex') as "jsonSha256", b.times_sent as "timesSent", b.sent_at as "sentAt",
  b.receipt, b.received_on::text as "receivedOn", b.receipt_at as "receiptAt", b.version, m.id::text as "madeById", m.name as "madeByName",
  s.id::text as "sentById", s.name as "sentByName", r.id::text as "receiptById", r.name as "receiptByName"`;
const BATCHES = `select ${BATCH_COLUMNS} from vat_batch b left join staff_user m on m.id = b.made_by left join staff_user s on s.id = b.sent_by
  left join staff_user r on r.id = b.receipt_by`;

/** Newest first, from the number in $1; fetched backwards by BATCHES_BEFORE. */
export const BATCHES_AFTER = `${BATCHES} where $1::int is null or b.number < $1 order by b.number desc limit 101`;
export const BATCHES_BEFORE = `${BATCHES} where b.number > $1::int order by b.number limit 101`;
export const ONE_BATCH = `${BATCHES} where b.id = $1`;

const FIRM_COLUMNS = `f.org_number as "orgNumber", f.firm_name as name, f.first_declared_at as "firstDeclaredAt", f.last_declared_at as "lastDeclaredAt",
  f.declarations, f.declarer_role as "declarerRole"`;
const WITH_DECLARER = 'left join lateral vat_declarer(f.declaration_id) d on true';

/** Who has waited longest first. */
export const WAITING_FIRMS = `select ${FIRM_COLUMNS}, d.name as "declarerName", d.person_id::text
from (select * from vat_firm where batch_id is null order by first_declared_at, firm_id limit 50) f ${WITH_DECLARER} order by f.first_declared_at, f.firm_id`;

/** $1 batch, $2 after which line; fetched backwards by FIRMS_BEFORE. */
export const FIRMS_AFTER = `select ${FIRM_COLUMNS}, f.line, d.name as "declarerName", d.person_id::text
from (select * from vat_firm where batch_id = $1 and line > coalesce($2::int, 0) order by line limit 101) f ${WITH_DECLARER} order by f.line`;
export const FIRMS_BEFORE = `select ${FIRM_COLUMNS}, f.line, d.name as "declarerName", d.person_id::text
from (select * from vat_firm where batch_id = $1 and line < $2::int order by line desc limit 101) f ${WITH_DECLARER} order by f.line desc`;

const FOLLOW_UP = `${FIRM_COLUMNS}, o.in_vat_register_since::text as "inVatRegisterSince", b.number as "batchNumber"`;

/** Registered now, and not before the first declaration as far as the desk knows; the newest first. */
export const REGISTERED_SINCE = `select ${FOLLOW_UP}, null::int as lately from vat_firm f join organisation o on o.id = f.firm_id
left join vat_batch b on b.id = f.batch_id
where o.in_vat_register and (o.in_vat_register_since is null or o.in_vat_register_since >= (f.first_declared_at at time zone 'Europe/Oslo')::date)
order by o.in_vat_register_since desc nulls last, f.last_declared_at desc, f.firm_id limit 100`;
/** $1 how often, $2 since when. */
export const DECLARED_AGAIN = `select ${FOLLOW_UP}, a.lately from vat_declared_again($1, $2, 100) a join vat_firm f on f.firm_id = a.firm_id
join organisation o on o.id = f.firm_id left join vat_batch b on b.id = f.batch_id order by a.lately desc, f.last_declared_at desc, f.firm_id`;

/** Locked until the transaction ends: two makers come one after the other, and a number that is rolled back is given again. */
export const NEXT_NUMBER = `update number_series set last = last + 1 where name = 'vat-batch' returning last::int as number`;
/** $1 how many. */
export const TAKE_WAITING = `select f.firm_id::text as "firmId", ${FIRM_COLUMNS}, f.declaration_id::text as reference from vat_firm f
where f.batch_id is null order by f.first_declared_at, f.firm_id limit $1 for update`;
export const ADD_BATCH = `insert into vat_batch (number, made_at, made_by, from_at, to_at, firms, csv, json, csv_sha256, json_sha256)
values ($1, $2, app_actor(), $3, $4, $5, $6, $7, $8, $9) returning id::text`;
export const INTO_BATCH = `update vat_firm f set batch_id = $1, line = t.line from unnest($2::bigint[]) with ordinality t (firm_id, line)
where f.firm_id = t.firm_id`;

export const LOCK_BATCH = `select id::text, times_sent as "timesSent", made_at as "madeAt", version from vat_batch where id = $1 for update`;
export const SENT = `update vat_batch set times_sent = times_sent + 1, sent_at = $2, sent_by = app_actor(), version = version + 1 where id = $1`;
export const RECEIPT = `update vat_batch set receipt = $2, received_on = $3, receipt_by = app_actor(), receipt_at = $4, version = version + 1 where id = $1`;

export const FILE = {
  csv: `select id::text, number, csv as bytes, encode(csv_sha256, 'hex') as sha256 from vat_batch where id = $1`,
  json: `select id::text, number, json as bytes, encode(json_sha256, 'hex') as sha256 from vat_batch where id = $1`,
} as const;
