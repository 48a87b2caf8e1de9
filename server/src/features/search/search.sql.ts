/** The statements behind the search: firms and persons are found through the cases the actor may see. $1 is the organisation. */
import { type CaseScope, SCOPE_SQL } from '../case/case.policy.ts';
import { ORDER_SCOPE_SQL, type OrderScope } from '../order/order.policy.ts';

const MOST_HITS = 8;
/** Names are put in order after this many, so that a common word costs no more than a rare one. */
const MOST_MATCHES = 50;

const OF_CASE = `concat_ws(' · ', c.title, p.name, f.name)`;
const CASE_JOINS = `left join person p on p.id = c.person_id left join organisation f on f.id = c.subject_organisation_id`;

const newestCaseOfPerson = (
  scope: CaseScope,
) => `cross join lateral (select c.id, c.number, c.status, c.subject_organisation_id
  from desk_case c where c.person_id = p.id and ${SCOPE_SQL[scope]} order by c.id desc limit 1) c`;

/** $2 and $3: first and last case number. */
export const casesSql = (
  scope: CaseScope,
) => `select 'CASE' as "group", c.person_id as "personId", c.id, c.id as "caseId", c.number as title, ${OF_CASE} as subtitle, c.status
from (select * from desk_case c where ${SCOPE_SQL[scope]} and c.number between $2 and $3 order by c.number desc limit ${MOST_HITS}) c
${CASE_JOINS} order by c.number desc`;

/** $2: card number. For those who see cards; row security says which. */
export const cardsSql = (
  scope: OrderScope,
) => `select 'CARD' as "group", d.person_id as "personId", d.id, null::bigint as "caseId",
  d.number as title, concat_ws(' · ', p.name, f.name) as subtitle, null as status, null as "orgNumber"
from card d left join person p on p.id = d.person_id join organisation f on f.id = d.main_unit_id
where d.number = $2 and ${CARD_SCOPE[scope]}`;
const CARD_SCOPE: Readonly<Record<OrderScope, string>> = {
  any: '($1::smallint is null or true)',
  organisation: 'd.organisation_id = $1::smallint',
  none: '($1::smallint is null and false)',
};

/** $2: order number, $3: line or null. For those who see orders, with the newest case about each line; row security says which. */
export const ordersSql = (scope: OrderScope) => `select 'ORDER' as "group", i.person_id as "personId", i.id, 
  (select c.id from desk_case c where c.order_item_id = i.id order by c.id desc limit 1) as "caseId", i.order_number || '-' || i.line as title,
  concat_ws(' · ', p.name, f.name) as subtitle, null as status,
  json_build_object('number', i.order_number, 'line', i.line, 'status', i.status) as "order"
from order_item i join card_order o on o.id = i.order_id left join person p on p.id = i.person_id join organisation f on f.id = i.unit_id
where i.order_number = $2 and ($3::int is null or i.line = $3) and ${ORDER_SCOPE_SQL[scope]} order by i.line limit ${MOST_HITS}`;

/** $2: order number, $3: line or null. For those who see cases only. */
export const ordersOfCasesSql = (
  scope: CaseScope,
) => `select 'ORDER' as "group", c.person_id as "personId", i.id, c.id as "caseId", i.order_number || '-' || i.line as title,
  ${OF_CASE} as subtitle, c.status
from order_item i join desk_case c on c.order_item_id = i.id ${CASE_JOINS}
where i.order_number = $2 and ($3::int is null or i.line = $3) and ${SCOPE_SQL[scope]} order by i.line limit ${MOST_HITS}`;

const firmHit = `'FIRM' as "group", null::bigint as "personId", o.id, c.id as "caseId", o.name as title,
  concat_ws(' · ', concat_ws(' ', left(o.org_number, 3), substr(o.org_number, 4, 3), right(o.org_number, 3)), c.number) as subtitle, c.status,
  o.org_number as "orgNumber"`;

/** A main unit is found through the cases of its sub-units too: the newest of each unit by index, then the newest of those. */
const newestCaseOfFirm = (scope: CaseScope) => `cross join lateral (select newest.id
  from (select o.id union all select k.id from organisation k where k.parent_id = o.id) unit
  cross join lateral (select c.id from desk_case c
    where c.subject_organisation_id = unit.id and ${SCOPE_SQL[scope]} order by c.id desc limit 1) newest
  order by newest.id desc limit 1) n join desk_case c on c.id = n.id`;

/** $2: organisation number; main unit and sub-units, with their newest case when they have one. */
export const firmByNumberSql = (scope: CaseScope) => `select ${firmHit}
from (select * from organisation where org_number = $2
  union all select k.* from organisation k join organisation m on m.id = k.parent_id where m.org_number = $2) o
left join lateral (select c.id, c.number, c.status from (select o.id union all select k.id from organisation k where k.parent_id = o.id) unit
  cross join lateral (select c.id, c.number, c.status from desk_case c
    where c.subject_organisation_id = unit.id and ${SCOPE_SQL[scope]} order by c.id desc limit 1) c order by c.id desc limit 1) c on true
order by o.parent_id nulls first, o.name limit ${MOST_HITS}`;

/** $2: pattern; $3: whether persons with address protection are found too. Persons are looked up past row security (decision 0010). */
export const namesSql = (
  scope: CaseScope,
) => `(select * from (select ${firmHit} from organisation o ${newestCaseOfFirm(scope)}
  where fold(o.name) like fold($2) limit ${MOST_MATCHES}) x order by x.title, x.id limit ${MOST_HITS})
union all
(select * from (select ${personHit} from find_persons($2, $3, ${MOST_MATCHES}) n join person p on p.id = n.person_id
  join desk_case c on c.id = n.case_id left join organisation f on f.id = c.subject_organisation_id) x order by x.title, x.id limit ${MOST_HITS})`;

const personHit = `'PERSON' as "group", p.id as "personId", p.id, c.id as "caseId", p.name as title, concat_ws(' · ', f.name, c.number) as subtitle, c.status, null as "orgNumber"`;

/** $2: keyed hashes of the number, one per key; $3 as above. */
export const personByNumberSql = (
  scope: CaseScope,
) => `select ${personHit} from person p ${newestCaseOfPerson(scope)}
left join organisation f on f.id = c.subject_organisation_id where p.national_id_idx = any ($2::bytea[]) and ($3 or not p.restricted)`;
