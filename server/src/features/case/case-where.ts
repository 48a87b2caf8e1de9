/**
 * Where-clauses for lists of cases. The number of texts is bounded, as each becomes a prepared statement: the plain
 * list (queue and state, the hot one) and the filtered list, where every further condition is present and may be open.
 */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import type { CaseStatus, OwnerFilter } from './case.enums.ts';
import type { CaseFilter } from './case.input.ts';
import { type CaseScope, SCOPE_SQL } from './case.policy.ts';
import { recogniseText, type TypedText } from './case-text.rules.ts';

export interface Where {
  readonly sql: string;
  readonly values: Values;
}

export interface CaseAsk {
  readonly scope: CaseScope;
  /** Whether a name may lead to a person with address protection. */
  readonly restricted: boolean;
  readonly organisationId: number | null;
  readonly actorId: string | null;
  readonly now: Date;
  readonly today: LocalDate;
}

const OPEN = `c.status = 'OPEN'`;
const NOT_CLOSED = 'c.closed_at is null';
const CLOSED = 'c.closed_at is not null';

/** Whose reservation a case has. $2 is the actor, $3 now. */
export const OWNER_SQL = {
  MINE: '(c.reserved_by = $2::bigint and c.reserved_until > $3::timestamptz)',
  FREE: '(c.reserved_until is null or c.reserved_until <= $3::timestamptz)',
  COLLEAGUES: '(c.reserved_by <> $2::bigint and c.reserved_until > $3::timestamptz)',
} as const satisfies Record<OwnerFilter, string>;

/** What the actor is working on: reserved now, put on hold, or back with new post after he or she had it. */
export const MINE_SQL = `${NOT_CLOSED} and (${OWNER_SQL.MINE}
  or (c.last_worker_id = $2::bigint and (c.status = 'ON_HOLD' or c.new_post_at is not null)
    and ${OWNER_SQL.FREE}))`;

const mineValues = (ask: CaseAsk): Values => [ask.organisationId, ask.actorId, ask.now];

export function mineWhere(ask: CaseAsk): Where {
  return { sql: `${SCOPE_SQL[ask.scope]} and ${MINE_SQL}`, values: mineValues(ask) };
}

export function caseWhere(ask: CaseAsk, filter: CaseFilter): Where {
  if (isFiltered(filter)) {
    const { sql, text, values } = filteredWhere(ask, filter);
    return { sql: join([sql, text]), values };
  }
  const parts = [SCOPE_SQL[ask.scope], stateSql(filter)];
  if (!filter.queue) return { sql: join(parts), values: [ask.organisationId] };
  return { sql: join([...parts, 'c.queue = $2']), values: [ask.organisationId, filter.queue] };
}

/** Every filter but queue and state. */
function isFiltered(filter: CaseFilter): boolean {
  const { scheme, owner, overdue, dueFrom, dueTo, attemptFrom, text } = filter;
  const given = [
    listed(scheme),
    listed(owner),
    listedStatus(filter),
    overdue,
    dueFrom,
    dueTo,
    attemptFrom,
    text,
  ];
  return given.some(value => value !== null && value !== undefined);
}

const join = (parts: readonly string[]) => parts.filter(part => part !== '').join('\n  and ');

/** As literals, so that the partial indexes fit. A list of statuses says more than `closed`, and wins over it. */
function stateSql({ status, closed }: CaseFilter): string {
  if (status && status.length > 0) return statusSql(status);
  if (closed === null || closed === undefined) return '';
  return closed ? CLOSED : NOT_CLOSED;
}

function statusSql(status: readonly CaseStatus[]): string {
  if (status.every(one => one === 'OPEN')) return OPEN;
  if (status.every(one => one === 'CLOSED')) return CLOSED;
  return status.includes('CLOSED') ? '' : NOT_CLOSED;
}

/** Statuses that the state condition does not already say. */
function listedStatus(filter: CaseFilter): readonly string[] | null {
  return [OPEN, CLOSED].includes(stateSql(filter)) ? null : listed(filter.status);
}

/**
 * Counts that stop early read the cases in the order of the partial indexes: PostgreSQL would rather read the whole table,
 * in which open cases lie at the end.
 */
export const INDEX_ORDER = 'order by c.organisation_id, c.queue, c.due_on, c.id';

const listed = <T>(values: readonly T[] | null | undefined) => (values && values.length > 0 ? values : null);

export type Dimension = 'status' | 'scheme' | 'owner' | 'due' | 'attempt';

/** Every other condition of the filtered list, each open when its parameter is null; text, if any, comes as $11. */
const FILTER_SQL: Readonly<Record<Dimension, string>> = {
  status: '($5::text[] is null or c.status = any ($5))',
  scheme: '($6::text[] is null or c.scheme = any ($6))',
  owner: `($7::text[] is null or ('MINE' = any ($7) and ${OWNER_SQL.MINE}) or ('FREE' = any ($7) and ${OWNER_SQL.FREE})
    or ('COLLEAGUES' = any ($7) and ${OWNER_SQL.COLLEAGUES}))`,
  due: '(c.due_on >= $8::date and c.due_on <= $9::date)',
  attempt: 'c.attempt >= $10::int',
};

/** Without text the queue's condition is there or not, so that the indexes that begin with it fit; text has indexes of its own. */
function queueSql({ queue }: CaseFilter, text: string): string {
  if (text !== '') return '($4::text is null or c.queue = $4)';
  return queue ? 'c.queue = $4::text' : '$4::text is null';
}

/** The text's condition stands apart, so that facets look it up once for all their counts. */
export interface FilteredWhere extends Where {
  readonly scope: string;
  /** Empty without text. */
  readonly text: string;
}

/** The filtered list, but for the conditions of one dimension. */
export function filteredWhere(ask: CaseAsk, filter: CaseFilter, except?: Dimension): FilteredWhere {
  const [dueFrom, dueTo] = dueRange(filter, ask.today);
  const text = textWhere(filter.text, ask.restricted);
  const state = except === 'status' ? '' : stateSql(filter);
  const filters = Object.entries(FILTER_SQL).filter(([dimension]) => dimension !== except);
  const values = [
    ask.organisationId,
    ask.actorId,
    ask.now,
    filter.queue ?? null,
    listedStatus(filter),
    listed(filter.scheme),
    listed(filter.owner),
    dueFrom,
    dueTo,
    filter.attemptFrom ?? 0,
  ];
  const scope = SCOPE_SQL[ask.scope];
  return {
    sql: join([scope, state, queueSql(filter, text.sql), ...filters.map(([, sql]) => sql)]),
    values: [...values, ...text.values],
    scope,
    text: text.sql,
  };
}

function dueRange(filter: CaseFilter, today: LocalDate): [string, string] {
  const from = filter.dueFrom ?? '-infinity';
  const to = filter.dueTo ?? 'infinity';
  if (filter.overdue === true) return [from, min(to, addDays(today, -1))];
  if (filter.overdue === false) return [max(from, today), to];
  return [from, to];
}

const min = (a: string, b: string) => (a === 'infinity' || b < a ? b : a);
const max = (a: string, b: string) => (a === '-infinity' || b > a ? b : a);

type Condition = { sql: string; values: Values };

const FIRM_BY_NUMBER = `c.subject_organisation_id in (select o.id from organisation o where o.org_number = $11
    union all select k.id from organisation k join organisation m on m.id = k.parent_id where m.org_number = $11)`;
const byName = (restricted: boolean) => `(c.person_id in (select persons_named($11, ${restricted}))
    or c.subject_organisation_id in (select o.id from organisation o where fold(o.name) like fold($11)))`;
// The parameter has to appear, or PostgreSQL does not know its type.
const NOTHING = '$11::text is null';

/** Whether the list is a search for a name, which is on record as one. */
export const asksForName = (filter?: CaseFilter | null): boolean =>
  recogniseText(filter?.text ?? '').kind === 'NAME';

function textWhere(text: string | null | undefined, restricted: boolean): Condition {
  if (!text || text.trim() === '') return { sql: '', values: [] };
  return typedWhere(recogniseText(text), restricted);
}

/** National ID numbers are never looked up through a list: only the search asks for the right and leaves a trace. */
function typedWhere(typed: TypedText, restricted: boolean): Condition {
  switch (typed.kind) {
    case 'CASE':
      return { sql: 'c.number between $11 and $12', values: [typed.from, typed.to] };
    case 'ORDER':
      return {
        sql: 'c.order_item_id in (select s.id from order_item s where s.order_number = $11)',
        values: [typed.number],
      };
    case 'CARD':
      return {
        sql: 'c.order_item_id in (select d.order_item_id from card d where d.number = $11)',
        values: [typed.number],
      };
    case 'ORG_NUMBER':
      return { sql: FIRM_BY_NUMBER, values: [typed.number] };
    case 'NAME':
      return { sql: byName(restricted), values: [likeAnywhere(typed.name)] };
    case 'NATIONAL_ID':
    case 'TOO_SHORT':
      return { sql: NOTHING, values: ['refused'] };
  }
}
