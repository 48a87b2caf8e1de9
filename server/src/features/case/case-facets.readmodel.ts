/** How many cases each value of each filter would leave, so that nobody clicks into an empty list. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { addDays, osloDate, weekdayOf } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { COUNT_CAP, cappedCount } from '../../platform/graphql/page.ts';
import { Scheme } from '../order/order.enums.ts';
import { CaseStatus, OwnerFilter } from './case.enums.ts';
import type { CaseFilter } from './case.input.ts';
import { caseScope, findsRestricted } from './case.policy.ts';
import type { CaseFacetsType } from './case.type.ts';
import {
  asksForName,
  type CaseAsk,
  filteredWhere,
  INDEX_ORDER,
  OWNER_SQL,
  type Where,
} from './case-where.ts';

type Facet = keyof CaseFacetsType;

/** A value counts the cases that the other filters leave and that have it; `attempt` n means n or more, as its filter does. */
const VALUES: Readonly<Record<Facet, readonly string[]>> = {
  scheme: Object.values(Scheme),
  status: Object.values(CaseStatus),
  owner: Object.values(OwnerFilter),
  attempt: ['1', '2', '3'],
  due: ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER'],
};

/** What the filters ask about. */
const COLUMNS =
  'c.organisation_id, c.kind, c.queue, c.status, c.closed_at, c.scheme, c.reserved_by, c.reserved_until, c.due_on, c.attempt';
const FACETS = Object.keys(VALUES) as Facet[];

/** Numbers of a name tell whether somebody has a case: on record, though nobody is shown. */
const COUNTED_BY_NAME: Shown = {
  ...{ view: 'facets', table: 'person', fields: ['name'], personIds: [], operation: 'countName' },
};

export class CaseFacetsReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  async caseFacets(db: Db, filter: CaseFilter): Promise<CaseFacetsType> {
    const now = this.parts.clock.now();
    const { organisationId, actorId } = db.principal;
    const scope = caseScope(this.parts.access, db.principal);
    const restricted = findsRestricted(this.parts.access, db.principal);
    const ask: CaseAsk = { scope, restricted, organisationId, actorId, now, today: osloDate(now) };
    const { sql, values } = facetStatement(ask, filter);
    const [counts = []] = await readShown<{ facet: Facet; value: string; n: number }>(
      db,
      [[sql, values]],
      () => (asksForName(filter) ? COUNTED_BY_NAME : null),
    );
    const of = (facet: Facet) =>
      counts.filter(c => c.facet === facet).map(({ value, n }) => ({ value, count: cappedCount(n) }));
    return {
      scheme: of('scheme'),
      status: of('status'),
      owner: of('owner'),
      attempt: of('attempt'),
      due: of('due'),
    };
  }
}

interface Days {
  /** Parameters of today and of the week's Sunday. */
  readonly today: string;
  readonly sunday: string;
}

/** What a case must be to count for a value. */
function valueSql(facet: Facet, value: string, { today, sunday }: Days): string {
  const due: Readonly<Record<string, string>> = {
    OVERDUE: `c.due_on < ${today}::date`,
    TODAY: `c.due_on = ${today}::date`,
    THIS_WEEK: `c.due_on > ${today}::date and c.due_on <= ${sunday}::date`,
    LATER: `c.due_on > ${sunday}::date`,
  };
  const conditions: Readonly<Record<Facet, string | undefined>> = {
    scheme: `c.scheme = '${value}'`,
    // Said twice, so that the partial indexes fit.
    status: `c.status = '${value}' and c.closed_at is ${value === 'CLOSED' ? 'not null' : 'null'}`,
    owner: OWNER_SQL[value as OwnerFilter],
    attempt: `c.attempt >= ${value}`,
    due: due[value],
  };
  return conditions[facet] ?? 'false';
}

/** One statement: all counts share the filter's parameters, and each stops by itself. */
function facetStatement(ask: CaseAsk, filter: CaseFilter): Where {
  const { values, scope, text } = filteredWhere(ask, filter);
  const [table, order] = text === '' ? ['desk_case', INDEX_ORDER] : ['found', ''];
  const days = { today: `$${values.length + 1}`, sunday: `$${values.length + 2}` };
  const counts = FACETS.flatMap(facet => {
    const { sql } = filteredWhere(ask, filter, facet);
    return VALUES[facet].map(
      value => `select '${facet}' as facet, '${value}' as value, (select count(*)::int from (select 1 from ${table} c
  where ${sql} and ${valueSql(facet, value, days)} ${order} limit ${COUNT_CAP + 1}) x) as n`,
    );
  });
  const sunday = addDays(ask.today, 7 - weekdayOf(ask.today));
  // Looked up once, whatever the number of counts.
  const found =
    text === ''
      ? ''
      : `with found as materialized (select ${COLUMNS} from desk_case c where ${scope} and ${text})\n`;
  return { sql: `${found}${counts.join('\nunion all ')}`, values: [...values, ask.today, sunday] };
}
