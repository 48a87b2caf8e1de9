/** The statements behind Min dag and the menu: every count is bounded, and nothing is recounted that a trigger keeps. */
import { COUNT_CAP } from '../../platform/graphql/page.ts';
import { EARLY_WARNING_DAYS } from '../exception/entry.rules.ts';
import { ORDER_SCOPE_SQL, type OrderScope } from '../order/order.policy.ts';
import { type CaseScope, SCOPE_SQL } from './case.policy.ts';
import { selectRows } from './case-row.readmodel.ts';
import { MINE_SQL } from './case-where.ts';

const LIMIT = COUNT_CAP + 1;
const mine = (scope: CaseScope) => `${SCOPE_SQL[scope]} and ${MINE_SQL}`;

/** $1 organisation, $2 actor, $3 now, $4 last day: my cases that are late or due by then. */
export const dueSoonSql = (scope: CaseScope) =>
  selectRows(
    `select c.* from desk_case c where ${mine(scope)} and c.due_on <= $4::date order by c.due_on, c.id limit 50`,
    'c.due_on, c.id',
  );

/** $1 organisation, $2 actor, $3 now, $4 today. */
export const myCountsSql = (scope: CaseScope) => `select count(*)::int as mine,
  count(*) filter (where x.status = 'ON_HOLD')::int as "onHold", count(*) filter (where x.due_on < $4::date)::int as overdue,
  count(*) filter (where x.due_on = $4::date)::int as "dueToday", count(*) filter (where x.new_post_at is not null)::int as "withNewPost"
from (select c.status, c.due_on, c.new_post_at from desk_case c where ${mine(scope)} limit ${LIMIT}) x`;

/** $1 organisation, $2 queues, $3 today. */
export const queuesSql = (scope: CaseScope) => `select q.queue,
  (select count(*)::int from (select 1 from desk_case c where ${SCOPE_SQL[scope]} and c.queue = q.queue and c.status = 'OPEN' limit ${LIMIT}) x) as open,
  (select count(*)::int from (select 1 from desk_case c where ${SCOPE_SQL[scope]} and c.queue = q.queue and c.status = 'OPEN'
    and c.due_on < $3::date limit ${COUNT_CAP}) x) as overdue,
  (select c.opened_on from desk_case c where ${SCOPE_SQL[scope]} and c.queue = q.queue and c.status = 'OPEN' order by c.opened_on limit 1) as oldest
from unnest($2::text[]) q (queue)`;

/** $1 organisation, $2 queues, $3 first day shown: everything before it is one sum. */
export const historySql = (
  scope: CaseScope,
) => `select c.queue, greatest(c.day, $3::date) as day, sum(c.opened)::int as opened, sum(c.closed)::int as closed
from queue_day c where ${scope === 'any' ? SCOPE_SQL.any : SCOPE_SQL.organisation} and c.queue = any ($2::text[]) group by 1, 2`;

/** $1 organisation, $2 actor, $3 now: decisions of mine that can still be taken back. */
export const sendingSoonSql = (
  scope: CaseScope,
) => `select x.id as "decisionId", c.id as "caseId", c.number as "caseNumber", x.outcome,
  x.undo_until as until, c.version, (select count(*)::int from image_decision_reason r where r.decision_id = x.id) as reasons
from image_decision x join desk_case c on c.id = x.case_id
where x.decided_by = $2::bigint and x.decided_at > $3::timestamptz - interval '1 hour' and x.undone_at is null and x.undo_until > $3 and ${SCOPE_SQL[scope]}
  and not exists (select 1 from image_submission s join image_submission t on t.id = x.submission_id
    where s.order_item_id = t.order_item_id and s.attempt > t.attempt)
  and not exists (select 1 from outbox_mail o where o.case_id = x.case_id and o.subject_id = x.id
    and o.template in ('IMAGES_REJECTED', 'IMAGES_STOPPED') and o.status not in ('QUEUED', 'CANCELLED'))
order by x.undo_until limit 20`;

/** $1 organisation, $2 actor, $3 since: what others and the system did to the cases I have or last worked on, the most urgent 200 of each. */
export const newsSql = (
  scope: CaseScope,
) => `select e.id, e.at, e.type, e.actor_id, u.name as actor_name, e.old_value, e.new_value, e.note,
  n.case_id, n.number
from ((select c.id as case_id, c.number from desk_case c where ${SCOPE_SQL[scope]} and c.reserved_by = $2::bigint order by c.due_on limit 200)
  union (select c.id, c.number from desk_case c where ${SCOPE_SQL[scope]} and c.last_worker_id = $2::bigint and c.closed_at is null
    order by c.due_on limit 200)) n
cross join lateral (select * from case_event e where e.case_id = n.case_id and e.at >= $3::timestamptz and e.actor_id is distinct from $2::bigint
  and e.type not in ('RESERVATION_EXTENDED', 'MAIL_QUEUED') order by e.id desc limit 10) e
left join staff_user u on u.id = e.actor_id
order by e.id desc limit 10`;

/** $1 organisation, $2 actor, $3 now, $4 today, $5 queues: open cases of each queue, mails that need somebody, and my own. */
export const menuSql = (scope: CaseScope) => `select m.mine, m."onHold", m.overdue,
  (select json_object_agg(q.queue, (select count(*)::int from (select 1 from desk_case c where ${SCOPE_SQL[scope]} and c.queue = q.queue
    and c.status = 'OPEN' limit ${LIMIT}) x)) from unnest($5::text[]) q (queue)) as open,
  (select count(*)::int from (select 1 from outbox_mail o where o.organisation_id = $1::smallint
    and o.status in ('QUEUED', 'SENDING', 'UNCERTAIN', 'FAILED', 'BOUNCED') limit ${LIMIT}) x) as outbox
from (${myCountsSql(scope)}) m`;

/** Proposed roles that somebody else proposed, for somebody else. */
export const WAITING_GRANTS =
  'select count(*)::int as n from staff_grant where outcome is null and $1 not in (proposed_by, staff_user_id)';

/** Changes of the scheme's rules that somebody else proposed and whose day has not come. $1 actor, $2 today */
export const WAITING_SETTINGS = `select count(*)::int as n from scheme_setting
where approved_at is null and withdrawn_at is null and valid_from > $2::date and proposed_by <> $1`;

/** $1 organisation: letters that wait to be put on paper, in no batch yet. */
export const LETTERS_TO_PRINT = `select count(*)::int as n from (select 1 from letter l where l.organisation_id = $1::smallint
  and l.status = 'TO_PRINT' and l.batch_id is null limit ${LIMIT}) x`;

/** $1 organisation: order lines that stand still. */
export const stalledOrdersSql = (
  scope: OrderScope,
) => `select count(*)::int as n from (select 1 from order_item i where ${ORDER_SCOPE_SQL[scope]}
  and i.status in ('PENDING', 'IMAGE_REJECTED') limit ${LIMIT}) x`;

const counted = (name: string, sql: string) =>
  `(select count(*)::int from (select 1 from ${sql} limit ${LIMIT}) x) as "${name}"`;
const OPEN_APPLICATION = `desk_case c where c.organisation_id = $1::smallint and c.kind = 'EXCEPTION' and c.closed_at is null`;

/** $1 organisation, $2 actor, $3 today, $4 Sunday: what of the exceptions waits; nobody signs what she proposed or is barred from. */
export const EXCEPTIONS_TODAY = `select ${[
  counted(
    'forApproval',
    `decision_proposal p where p.organisation_id = $1::smallint and p.state = 'OPEN' and p.proposed_by <> $2::bigint
    and not exists (select from case_barred b where b.case_id = p.case_id and b.staff_user_id = $2::bigint)`,
  ),
  counted('dueThisWeek', `${OPEN_APPLICATION} and c.due_on <= $4::date`),
  counted('promisedThisWeek', `${OPEN_APPLICATION} and c.promised_on <= $4::date`),
  counted(
    'expiring',
    `exception_entry e where e.organisation_id = $1::smallint and e.ended_on is null and e.from_on <= $3::date
    and e.to_on between $3::date and $3::date + ${EARLY_WARNING_DAYS}`,
  ),
  counted(
    'appeals',
    `appeal l where l.organisation_id = $1::smallint and (l.outcome is null or (l.outcome = 'UPHELD' and l.forwarded_at is null))`,
  ),
].join(',\n  ')}`;
