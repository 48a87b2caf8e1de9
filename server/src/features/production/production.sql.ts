/** The production page in one statement. */
const STATUS_COUNT = (status: string) =>
  `(select count(*)::int from production_line l where l.batch_id = b.id and l.status = '${status}')`;

export const BATCH_COLUMNS = `b.id::text, b.number, b.made_at as "madeAt", b.due_on::text as "dueOn", b.lines, b.delivered_at as "deliveredAt",
  b.fetched_at as "fetchedAt", b.done_at as "doneAt", encode(b.sha256, 'hex') as sha256,
  ${STATUS_COUNT('SENT')} as sent, ${STATUS_COUNT('ACKNOWLEDGED')} as acknowledged, ${STATUS_COUNT('REFUSED')} as refused, ${STATUS_COUNT('SHIPPED')} as shipped`;

const LINE_COLUMNS = `l.id::text, l.line, l.order_item_id::text as "orderItemId", i.order_number as "orderNumber", i.line as "orderLine",
  l.card_number as "cardNumber", u.name as "firmName", l.status, l.status_at as "statusAt", l.reason, l.note, l.shipped_on::text as "shippedOn",
  l.released_at as "releasedAt", l.released_reason as "releasedReason", l.version, l.organisation_id as "organisationId",
  b.number as "batchNumber", b.due_on::text as "dueOn",
  case when r.id is not null then json_build_object('id', r.id::text, 'name', r.name) end as "releasedBy"`;
const OF_LINE = `from production_line l left join production_batch b on b.id = l.batch_id join order_item i on i.id = l.order_item_id
join organisation u on u.id = i.unit_id left join staff_user r on r.id = l.released_by`;

/** $1 organisation or null for all. */
const own = (alias: string) => `($1::smallint is null or ${alias}.organisation_id = $1)`;

export const WAITING_LINES = `select ${LINE_COLUMNS} ${OF_LINE} where ${own('l')} and l.status in ('REFUSED', 'HELD') and l.released_at is null
order by l.id limit 200`;
/** In production past its last day ($2 is today). */
export const LATE_LINES = `select ${LINE_COLUMNS} ${OF_LINE} where ${own('l')} and l.status in ('SENT', 'ACKNOWLEDGED') and b.done_at is null and b.due_on < $2::date
order by b.due_on, l.id limit 200`;
export const READY_COUNT = `select count(*)::int as n from (select 1 from order_item i where ${own('i')} and i.status = 'READY' limit 1001) x`;

/** Newest first, from the id in $2; fetched backwards by BATCHES_BEFORE. */
export const BATCHES_AFTER = `select ${BATCH_COLUMNS} from production_batch b where ${own('b')} and ($2::bigint is null or b.id < $2) order by b.id desc limit 101`;
export const BATCHES_BEFORE = `select ${BATCH_COLUMNS} from production_batch b where ${own('b')} and b.id > $2 order by b.id limit 101`;

export const ONE_BATCH = `select ${BATCH_COLUMNS} from production_batch b where ${own('b')} and b.id = $2`;
export const LINES_OF_BATCH = `select ${LINE_COLUMNS} ${OF_LINE} where ${own('l')} and l.batch_id = $2 order by l.line limit 200`;
export const ONE_LINE = `select ${LINE_COLUMNS} ${OF_LINE} where ${own('l')} and l.id = $2`;

export const LOCK_LINE = `select id, organisation_id, status, released_at is not null as released, version from production_line where id = $1 for update`;
export const RELEASE = `update production_line set released_at = $2, released_by = app_actor(), released_reason = $3, version = version + 1 where id = $1`;
