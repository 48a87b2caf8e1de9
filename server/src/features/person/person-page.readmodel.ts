/** What the desk knows about a person, masked, and who has looked, for those who may know. */
import type { Access } from '../../platform/access/access.ts';
import { readShown } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { CallerReadModel } from '../caller/caller.readmodel.ts';
import { type CaseScope, caseScope, SCOPE_SQL } from '../case/case.policy.ts';
import type { PersonDetailType } from './person-page.type.ts';

const UNIT = (alias: string) =>
  `json_build_object('id', ${alias}.id::text, 'orgNumber', ${alias}.org_number, 'name', ${alias}.name)`;

const EMPLOYMENTS = `(select json_agg(json_build_object('id', e.id::text, 'unit', ${UNIT('u')}, 'mainUnit', ${UNIT('m')}, 'source', e.source,
  'kind', e.kind, 'startOn', e.start_on, 'endOn', e.end_on) order by e.start_on desc, e.id desc)
  from (select * from employment e where e.person_id = p.id order by e.start_on desc, e.id desc limit 50) e
  join organisation u on u.id = e.unit_id join organisation m on m.id = e.main_unit_id)`;
const CARDS = `(select json_agg(json_build_object('id', c.id::text, 'number', c.number, 'status', c.status, 'statusReason', c.status_reason,
  'scheme', c.scheme, 'personName', p.name, 'mainUnit', ${UNIT('m')}, 'validFrom', c.valid_from, 'expiresOn', c.expires_on,
  'earlierIssuer', c.earlier_issuer) order by c.id desc)
  from (select * from card c where c.person_id = p.id order by c.id desc limit 50) c join organisation m on m.id = c.main_unit_id)`;
const ORDERS = `(select json_agg(json_build_object('id', i.id::text, 'number', i.order_number, 'line', i.line::text, 'status', i.status,
  'scheme', i.scheme, 'orderedOn', i.ordered_on, 'unit', ${UNIT('u')}) order by i.id desc)
  from (select * from order_item i where i.person_id = p.id order by i.id desc limit 50) i join organisation u on u.id = i.unit_id)`;
const cases = (
  scope: CaseScope,
) => `(select json_agg(json_build_object('id', c.id::text, 'number', c.number, 'kind', c.kind, 'status', c.status,
  'openedOn', c.opened_on) order by c.id desc)
  from (select * from desk_case c where c.person_id = p.id and ${SCOPE_SQL[scope]} order by c.id desc limit 50) c)`;
/** Found past row security, read behind it (decision 0010). */
const LOOKUPS = `(select json_agg(json_build_object('id', a.id::text, 'at', a.at, 'who', u.name, 'operation', coalesce(a.operation, ''),
  'reason', a.reason) order by a.id desc) from (select * from audit_log a where a.id in (select log_about(p.id)) and a.kind = 'READ'
  order by a.id desc limit 20) a left join staff_user u on u.id = a.actor_id)`;

/** $1 organisation of the actor, $2 the person, $3 whether who has looked is told. */
const pageSql = (
  scope: CaseScope,
) => `select json_build_object('id', p.id::text, 'name', p.name, 'birthDate', p.birth_date,
  'maskedNationalId', p.national_id_masked, 'dNumber', p.d_number, 'restricted', p.restricted) as person,
  p.register_status as "registerStatus", p.refreshed_at as "refreshedAt", ${EMPLOYMENTS} as employments, ${CARDS} as cards,
  ${ORDERS} as orders, ${cases(scope)} as cases, case when $3::boolean then ${LOOKUPS} end as lookups
from person p where p.id = $2`;

type Lists = 'employments' | 'cards' | 'orders' | 'cases';
type Row = Pick<PersonDetailType, 'person' | 'registerStatus' | 'refreshedAt'> & {
  [K in Lists]: PersonDetailType[K] | null;
} & { lookups: (Omit<NonNullable<PersonDetailType['lookups']>[number], 'at'> & { at: string })[] | null };

export interface PersonReadParts {
  readonly access: Access;
  readonly calls: CallerReadModel;
}

export class PersonPageReadModel {
  constructor(private readonly parts: PersonReadParts) {}

  /** @throws AppError NOT_FOUND, also for a person the actor may not know of */
  async person(db: Db, id: string): Promise<PersonDetailType> {
    const { access, calls } = this.parts;
    const { principal: actor } = db;
    const reviews = access.mayEver(actor, 'access-review', 'read');
    const statement = [pageSql(caseScope(access, actor)), [actor.organisationId, id, reviews]] as const;
    const [[row] = []] = await readShown<Row>(db, [statement], ([found]) =>
      found?.[0] ? { view: 'person', table: 'person', rowId: id, personIds: [id], fields: ['person'] } : null,
    );
    if (!row) throw notFound();
    const cases = row.cases ?? [];
    return {
      ...row,
      employments: row.employments ?? [],
      cards: row.cards ?? [],
      orders: row.orders ?? [],
      cases,
      revealCaseId: cases[0]?.id ?? null,
      calls: await calls.ofPerson(db, id),
      lookups: reviews ? (row.lookups ?? []).map(one => ({ ...one, at: new Date(one.at) })) : null,
    };
  }
}
