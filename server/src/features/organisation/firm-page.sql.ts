/** The statement behind the firm page, and the one behind its employees. $1 is always the actor's organisation. */
import { type CaseScope, SCOPE_SQL } from '../case/case.policy.ts';
import { ORDER_SCOPE_SQL, type OrderScope } from '../order/order.policy.ts';

const CAP = 1_001;
const UNIT = (alias: string) =>
  `json_build_object('id', ${alias}.id::text, 'orgNumber', ${alias}.org_number, 'name', ${alias}.name)`;
const count = (rows: string) => `(select count(*)::int from (select 1 ${rows} limit ${CAP}) x)`;
/** Of the main unit everything in the firm, of a sub-unit its own. */
const HERE = (alias: string) => `(${alias}.main_unit_id = f.id or ${alias}.unit_id = f.id)`;
const ALL_UNITS = `select k.id from organisation k where k.id = f.main_id or k.parent_id = f.main_id`;

const UNITS = `(select json_agg(json_build_object('id', k.id::text, 'orgNumber', k.org_number, 'name', k.name, 'status', k.status,
  'city', k.city) order by k.name) from (select * from organisation k where k.parent_id = f.main_id order by k.name limit 200) k)`;

/** A protected person's name is not told, here neither. */
const ROLES = `(select json_agg(json_build_object('id', r.id::text, 'code', r.code, 'personId', p.id::text,
  'holderName', case when p.id is not null or r.person_id is null or not is_protected(r.person_id) then r.holder_name end) order by r.id)
  from (select * from firm_role r where r.firm_id in (${ALL_UNITS}) order by r.id limit 100) r left join person p on p.id = r.person_id)`;

const DELEGATIONS = `(select json_agg(json_build_object('id', d.id::text, 'unit', ${UNIT('k')}, 'personId', p.id::text, 'personName', p.name,
  'grantedByName', coalesce(g.name, (select r.holder_name from firm_role r where r.person_id = d.granted_by_id
    and not is_protected(r.person_id) limit 1)), 'grantedById', g.id::text, 'fromOn', d.from_on, 'toOn', d.to_on, 'revoked', d.revoked_at is not null,
  'organisationId', d.organisation_id, 'version', d.version) order by d.revoked_at nulls first, d.id desc)
  from (select * from delegation d where d.firm_id in (${ALL_UNITS}) order by d.revoked_at nulls first, d.id desc limit 100) d
  join organisation k on k.id = d.firm_id join person p on p.id = d.person_id left join person g on g.id = d.granted_by_id)`;

const OSLO_DAY = (column: string) => `(${column} at time zone 'Europe/Oslo')::date`;
/** The newest first, and those before it: what it is now has no end. */
const APPROVALS = `(select json_agg(json_build_object('register', a.register, 'status', a.status, 'fromOn', ${OSLO_DAY('a.from_at')},
  'toOn', ${OSLO_DAY('a.to_at')}, 'validTo', a.valid_to) order by a.register, a.from_at desc)
  from (select * from firm_approval h where h.firm_id = f.main_id order by h.from_at desc limit 60) a)`;

const openCases = (scope: CaseScope) =>
  `from desk_case c where c.subject_organisation_id in (select k.id from organisation k where k.id = f.id or k.parent_id = f.id)
    and c.closed_at is null and ${SCOPE_SQL[scope]}`;
const cases = (
  scope: CaseScope,
) => `(select json_agg(json_build_object('id', c.id::text, 'number', c.number, 'kind', c.kind, 'status', c.status,
  'openedOn', c.opened_on, 'personId', p.id::text, 'personName', p.name) order by c.id desc)
  from (select c.* ${openCases(scope)} order by c.id desc limit 20) c left join person p on p.id = c.person_id)`;

export interface FirmScopes {
  readonly cases: CaseScope;
  readonly orders: OrderScope;
}

/** $2: organisation number, $3: today. */
export const firmPageSql = (
  scope: FirmScopes,
) => `select f.id, f.org_number as "orgNumber", f.name, f.form, f.status,
  f.registered_on as "registeredOn", f.in_company_register as "inCompanyRegister", f.in_vat_register as "inVatRegister",
  f.sector_code as "sectorCode", f.employees, f.street, f.postcode, f.city, f.refreshed_at as "refreshedAt",
  case when m.id is not null then ${UNIT('m')} end as "mainUnit", ${UNITS} as units,
  ${count('from organisation k where k.parent_id = f.main_id')} as unit_count, ${ROLES} as roles, ${DELEGATIONS} as delegations,
  ${APPROVALS} as approvals, card_coverage_of_firm(f.main_id, $3::date) as coverage, ${cases(scope.cases)} as cases, ${count(openCases(scope.cases))} as open_cases,
  ${count(`from card c where ${HERE('c')}`)} as cards,
  ${count(`from order_item i where ${HERE('i')} and ${ORDER_SCOPE_SQL[scope.orders]}
    and i.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')`)} as under_way
from (select o.*, coalesce(o.parent_id, o.id) as main_id from organisation o where o.org_number = $2) f
left join organisation m on m.id = f.parent_id`;

const WORKS = `from organisation f join employment e on ${HERE('e')} join person p on p.id = e.person_id
  where f.org_number = $1 and (e.end_on is null or e.end_on >= $2::date)`;
const CARD = `(select json_build_object('id', c.id::text, 'number', c.number, 'status', c.status, 'expiresOn', c.expires_on)
  from card c where c.person_id = e.person_id and c.main_unit_id = e.main_unit_id and c.status in ('VALID', 'INVALID'))`;

/** $1: organisation number, $2: today, $3 and $4: name and id to go on from. Whoever has left is not there. */
export const employeesSql = ({
  up,
  size,
}: {
  up: boolean;
  size: number;
}) => `select e.id, e.person_id as "personId", e.person_name as "personName",
  ${UNIT('u')} as unit, e.source, e.kind, e.start_on as "startOn", e.end_on as "endOn", ${CARD} as card
from (select e.*, p.name as person_name ${WORKS} and (p.name, e.id) ${up ? '>' : '<'} ($3::text, $4::bigint)
  order by p.name ${up ? '' : 'desc'}, e.id ${up ? '' : 'desc'} limit ${size + 1}) e
join organisation u on u.id = e.unit_id order by e.person_name ${up ? '' : 'desc'}, e.id ${up ? '' : 'desc'}`;
export const EMPLOYEE_COUNT = `select count(*)::int as n from (select 1 ${WORKS} limit ${CAP}) x`;
