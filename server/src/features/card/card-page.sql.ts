/** The one statement behind the card page: the card, whose it is, where it came from, and everything about it as JSON. */
import type { OrderScope } from '../order/order.policy.ts';
import { CHECK_FACTS_OF_ITEM, CHECKS_OF_ITEM } from '../register-check/check-row.readmodel.ts';

const FIRM = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'orgNumber', ${alias}.org_number, 'name', ${alias}.name) end`;
const PERSON = `(select json_build_object('id', p.id::text, 'name', p.name, 'birthDate', p.birth_date,
  'maskedNationalId', p.national_id_masked, 'dNumber', p.d_number, 'restricted', p.restricted) from person p where p.id = c.person_id)`;
const EVENTS = `(select json_agg(json_build_object('id', e.id::text, 'source', 'ORDER', 'at', e.at, 'type', e.type, 'oldValue', e.old_value,
  'newValue', e.new_value, 'register', e.register, 'note', e.note,
  'actor', case when a.id is not null then json_build_object('id', a.id::text, 'name', a.name) end) order by e.id desc)
  from (select * from order_event e where e.card_id = c.id order by e.id desc limit 100) e left join staff_user a on a.id = e.actor_id)`;
const REF = `json_build_object('id', d.id::text, 'number', d.number, 'status', d.status, 'expiresOn', d.expires_on)`;
const LINE = `json_build_object('itemId', i.id::text, 'number', i.order_number, 'line', i.line, 'orderedOn', i.ordered_on, 'version', i.version)`;
const UNDER_WAY = `(select ${LINE} from order_item i where i.person_id = c.person_id and i.main_unit_id = c.main_unit_id
  and i.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION') order by i.id desc limit 1)`;

/** Conditions on card c for a scope; $1 is always the actor's organisation. */
export const CARD_SCOPE_SQL: Readonly<Record<OrderScope, string>> = {
  any: '($1::smallint is null or true)',
  organisation: 'c.organisation_id = $1::smallint',
  none: '($1::smallint is null and false)',
};

/** $2: number or id, $3: the actor. */
export const cardPageSql = (
  scope: OrderScope,
  by: 'number' | 'id',
) => `select c.id, c.organisation_id, c.number, c.status,
  c.status_reason as "statusReason", c.status_at as "statusAt", c.earlier_issuer as "earlierIssuer", c.scheme, c.valid_from as "validFrom",
  c.expires_on as "expiresOn", c.shredded_on as "shreddedOn", c.seized_on as "seizedOn", c.seized_by as "seizedBy", c.version,
  ${FIRM('u')} as unit, ${FIRM('m')} as "mainUnit", ${PERSON} as person, ${CHECKS_OF_ITEM('ci')} as checks,
  case when ci.id is not null then ${CHECK_FACTS_OF_ITEM('ci')} end as "checkFacts",
  (select a.preferences ->> 'language' from staff_user a where a.id = $3) as reader_language, ${EVENTS} as events, ${UNDER_WAY} as "underWay",
  (select ${LINE} from order_item i where i.id = c.order_item_id) as "order",
  (select ${REF} from card d where d.replaced_by_id = c.id order by d.id desc limit 1) as replaces,
  (select ${REF} from card d where d.id = c.replaced_by_id) as "replacedBy"
from (select * from card c where c.${by} = $2 and ${CARD_SCOPE_SQL[scope]}) c
left join order_item ci on ci.id = c.order_item_id left join organisation u on u.id = c.unit_id join organisation m on m.id = c.main_unit_id`;
