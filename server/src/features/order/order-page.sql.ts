/** The one statement behind the order page: the order, the line that is looked at, and everything about both as JSON. */
import { type CaseScope, SCOPE_SQL } from '../case/case.policy.ts';
import { MAIL_COLUMNS, MAIL_TABLES } from '../correspondence/mail.row.ts';
import { CHECK_FACTS_OF_ITEM, CHECKS_OF_ITEM } from '../register-check/check-row.readmodel.ts';
import { ORDER_SCOPE_SQL, type OrderScope } from './order.policy.ts';

const FIRM = (alias: string) =>
  `json_build_object('id', ${alias}.id::text, 'orgNumber', ${alias}.org_number, 'name', ${alias}.name)`;
const ACTOR = `case when a.id is not null then json_build_object('id', a.id::text, 'name', a.name) end`;
const WAITING = `i.status in ('PENDING', 'IMAGE_REJECTED')`;

/** The line that was asked for ($4), else the first that waits for somebody, else the first. */
const LINE = `select i.* from order_item i where i.order_id = o.id
  order by (i.line = $4::int) desc nulls last, (${WAITING}) desc, i.line limit 1`;

const PERSON = `(select json_build_object('id', p.id::text, 'name', p.name, 'birthDate', p.birth_date,
  'maskedNationalId', p.national_id_masked, 'dNumber', p.d_number, 'restricted', p.restricted) from person p where p.id = l.person_id)`;

const LINES = `(select json_agg(json_build_object('id', i.id::text, 'line', i.line, 'status', i.status, 'personId', i.person_id::text,
  'personName', p.name) order by i.line)
  from (select * from order_item i where i.order_id = o.id order by (i.id = l.id) desc, i.line limit 100) i left join person p on p.id = i.person_id)`;

const CARD = `json_build_object('id', d.id::text, 'number', d.number, 'status', d.status, 'expiresOn', d.expires_on)`;
const OWN_CARD = `(select ${CARD} from card d where d.order_item_id = l.id)`;
const RENEWED_CARD = `(select ${CARD} from card d where d.id = l.renews_card_id)`;

const DRAFTS = `(select json_agg(json_build_object('action', r.action, 'body', r.body, 'version', r.version, 'updatedAt', r.updated_at))
  from order_draft r where r.order_item_id = l.id and r.staff_user_id = $3)`;

const OTHER_ORDERS = `(select json_agg(json_build_object('id', x.id::text, 'number', x.number, 'orderedOn', x.ordered_on, 'lines', n.lines,
  'waiting', n.waiting) order by x.id desc)
  from (select i.* from card_order i where i.main_unit_id = o.main_unit_id and i.id <> o.id and i.organisation_id = o.organisation_id
    order by i.id desc limit 10) x
  cross join lateral (select count(*)::int as lines, count(*) filter (where ${WAITING})::int as waiting
    from (select i.status from order_item i where i.order_id = x.id limit 1000) i) n)`;

const imageCase = (
  scope: CaseScope,
) => `(select json_build_object('id', c.id::text, 'number', c.number) from desk_case c
  where c.order_item_id = l.id and c.kind = 'IMAGE_REVIEW' and ${SCOPE_SQL[scope]} order by c.id desc limit 1)`;

const cases = (
  scope: CaseScope,
) => `(select json_agg(json_build_object('id', c.id::text, 'number', c.number, 'kind', c.kind, 'status', c.status,
  'personId', c.person_id::text, 'personName', p.name, 'ofLine', c.of_line) order by c.of_line desc, c.id desc)
  from ((select c.*, true as of_line from desk_case c where c.order_item_id = l.id and ${SCOPE_SQL[scope]} order by c.id desc limit 10)
    union all (select c.*, false from desk_case c where c.subject_organisation_id = o.unit_id and c.closed_at is null
      and c.order_item_id is distinct from l.id and ${SCOPE_SQL[scope]} order by c.id desc limit 10)) c
  left join person p on p.id = c.person_id)`;

const ofLine = `(e.order_item_id is null or e.order_item_id = l.id)`;

/** What happened to the order and the line, and to the cases about the line. */
const events = (
  scope: CaseScope,
) => `(select json_agg(json_build_object('id', e.id, 'source', e.source, 'at', e.at, 'type', e.type, 'oldValue', e.old_value,
  'newValue', e.new_value, 'register', e.register, 'note', e.note, 'actor', ${ACTOR}) order by e.at desc, e.id desc)
  from (select * from ((select 'o' || e.id as id, 'ORDER' as source, e.at, e.type, e.old_value, e.new_value, e.register, e.note, e.actor_id
      from order_event e where e.order_id = o.id and ${ofLine} order by e.id desc limit 200)
    union all (select 'c' || e.id, 'CASE', e.at, e.type, e.old_value, e.new_value, null, e.note, e.actor_id
      from desk_case c join case_event e on e.case_id = c.id where c.order_item_id = l.id and ${SCOPE_SQL[scope]} order by e.id desc limit 200)) e
    order by e.at desc limit 200) e left join staff_user a on a.id = e.actor_id)`;

const MAILS = `(select json_agg(x order by x.id::bigint desc) from (select ${MAIL_COLUMNS} from ${MAIL_TABLES}
  where (m.order_item_id = l.id and m.case_id is null) or m.case_id in (select k.id from desk_case k where k.order_item_id = l.id) order by m.id desc limit 50) x)`;

export interface OrderPageScopes {
  readonly orders: OrderScope;
  readonly cases: CaseScope;
}

/** An order of another organisation opens too where one of its lines has come to the actor's (protected persons). */
const ORDER_OPENS: Readonly<Record<OrderScope, string>> = {
  ...ORDER_SCOPE_SQL,
  organisation: `(${ORDER_SCOPE_SQL.organisation} or exists (select from order_item x where x.order_id = i.id and x.organisation_id = $1::smallint))`,
};

/** $1 organisation of the actor, $2 id or number, $3 the actor, $4 the line. */
export const orderPageSql = (
  scope: OrderPageScopes,
  by: 'id' | 'number',
) => `select o.id, o.organisation_id, o.number, o.scheme,
  o.ordered_on, o.placed_at, o.channel, o.payment, o.customer_reference,
  json_build_object('name', o.delivery_name, 'street', o.delivery_street, 'postcode', o.delivery_postcode, 'city', o.delivery_city) as delivery,
  json_build_object('name', l.orderer_name, 'role', l.orderer_role, 'email', l.orderer_email, 'language', l.orderer_language) as orderer,
  ${FIRM('u')} as unit, ${FIRM('m')} as "mainUnit",
  (select a.preferences ->> 'language' from staff_user a where a.id = $3) as reader_language,
  (select count(*)::int from (select 1 from order_item i where i.order_id = o.id limit 1000) i) as line_count, ${LINES} as lines,
  l.id as item_id, l.line, l.status, l.status_reason, l.status_at, l.version, l.image_requirement, l.headgear_exemption, l.start_on,
  l.posted_worker, coalesce(l.clock_from, l.ordered_on) as clock_from, l.cancel_on,
  ${PERSON} as person, ${CHECKS_OF_ITEM('l')} as checks, ${CHECK_FACTS_OF_ITEM('l')} as "checkFacts", ${OWN_CARD} as card, ${RENEWED_CARD} as renews, ${DRAFTS} as drafts,
  ${imageCase(scope.cases)} as "imageCase", ${OTHER_ORDERS} as "otherOrders", ${cases(scope.cases)} as cases,
  ${events(scope.cases)} as events, ${MAILS} as mails
from (select * from card_order i where i.${by} = $2 and ${ORDER_OPENS[scope.orders]}) o
cross join lateral (${LINE}) l
join organisation u on u.id = o.unit_id
join organisation m on m.id = o.main_unit_id`;
