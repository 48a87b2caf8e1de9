/** The pages of the exception registers: who has an exception from which register, until when, and what soon ends. */
import type { Access } from '../../platform/access/access.ts';
import { foundByName, listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import {
  addDays,
  daysBetween,
  isLocalDate,
  type LocalDate,
  osloDate,
} from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import {
  COUNT_CAP,
  cappedCount,
  decodeCursor,
  FIRST_PAGE,
  type Keyset,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import { findsRestricted } from '../case/case.policy.ts';
import { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import { EntrySort, EntryState } from './entry.enums.ts';
import type { EntryFilter } from './entry.input.ts';
import { EARLY_WARNING_DAYS } from './entry.rules.ts';
import type {
  ExceptionEntryFacetsType,
  ExceptionEntryPageType,
  ExceptionEntryRowType,
} from './entry.type.ts';
import {
  asksForName,
  type EntryAsk,
  type EntryDimension,
  entryWhere,
  STATE,
  type Where,
} from './entry-where.ts';
import { ExceptionCode } from './exception.enums.ts';

export interface EntryListAsk {
  readonly filter?: EntryFilter | null;
  readonly sort?: EntrySort | null;
  readonly page?: PageAsk | null;
}

export interface EntryListRow extends Omit<ExceptionEntryRowType, 'firm' | 'daysLeft'> {
  person_id: string | null;
  soonest: string;
  firmId: string;
  orgNumber: string;
  firmName: string;
}

/** Columns of exception_entry e on the day of $2, its application a, firm f and person p. */
export const ENTRY_COLUMNS = `e.id::text, e.case_id::text as "caseId", a.number as "caseNumber", e.code, e.register, p.id::text as person_id,
  p.name as "personName", f.id::text as "firmId", f.org_number as "orgNumber", f.name as "firmName", ${STATE} as state, e.from_on::text as "fromOn",
  e.to_on::text as "toOn", e.while_role as "whileRole", e.ended_on::text as "endedOn", e.end_reason as "endReason",
  coalesce(e.to_on, 'infinity'::date)::text as soonest`;
export const ENTRY_TABLES = `join exception_application a on a.id = e.application_id join organisation f on f.id = e.firm_id left join person p on p.id = e.person_id`;

const MOST_ID = '9223372036854775807';
const SORTS = {
  NEWEST: {
    ...{ columns: ['e.id'], types: ['bigint'], ascending: false, first: ['0'], last: [MOST_ID] },
    keyset: (row: EntryListRow): Keyset => [row.id],
  },
  SOONEST: {
    columns: [`(coalesce(e.to_on, 'infinity'::date))`, 'e.id'],
    ...{ types: ['date', 'bigint'], ascending: true, first: ['-infinity', '0'], last: ['infinity', MOST_ID] },
    keyset: (row: EntryListRow): Keyset => [row.soonest, row.id],
  },
} as const satisfies Record<EntrySort, object>;
/** One statement text per size; a page between two sizes takes the larger and is cut. */
const PAGE_SIZES = [25, 50, 100];

/** Exported so that its plan can be looked at. */
export function entryListStatement(where: Where, by: EntrySort, page: PageAsk): readonly [string, Values] {
  const sort = SORTS[by];
  const up = sort.ascending !== Boolean(page.before);
  const first = where.values.length + 1;
  const parameters = sort.types.map((type, index) => `$${first + index}::${type}`).join(', ');
  const order = sort.columns.map(column => (up ? column : `${column} desc`)).join(', ');
  const size = PAGE_SIZES.find(most => page.first <= most) ?? COUNT_CAP;
  const sql = `select ${ENTRY_COLUMNS} from (select e.* from exception_entry e where ${where.sql}
  and (${sort.columns.join(', ')}) ${up ? '>' : '<'} (${parameters}) order by ${order} limit ${size + 1}) e ${ENTRY_TABLES} order by ${order}`;
  return [sql, [...where.values, ...keysetOf(by, page, up)]];
}

/** @throws AppError VALIDATION_FAILED when the cursor is not one of this order */
function keysetOf(by: EntrySort, { after, before }: PageAsk, up: boolean): Keyset {
  const sort = SORTS[by];
  const cursor = before ?? after;
  if (!cursor) return up ? sort.first : sort.last;
  const keyset = decodeCursor(cursor, sort.columns.length, ROW_ID);
  const [day = ''] = keyset;
  if (keyset.length === 1 || day === 'infinity' || isLocalDate(day)) return keyset;
  throw new AppError('VALIDATION_FAILED', { what: 'CURSOR' });
}

const FACETS: readonly (readonly [EntryDimension, readonly string[], (value: string) => string])[] = [
  ['register', Object.values(BypassedRegister), value => `e.register = '${value}'`],
  ['code', Object.values(ExceptionCode), value => `e.code = '${value}'`],
  ['state', Object.values(EntryState), value => `${STATE} = '${value}'`],
];
/** One statement: each count stops by itself, and leaves out its own filter. What was typed is looked up once. */
function facetStatement(ask: EntryAsk, filter: EntryFilter): readonly [string, Values] {
  const { filters: all, text, values } = entryWhere(ask, filter);
  const table = text ? 'found' : 'exception_entry';
  const counted = (sql: string) =>
    `(select count(*)::int from (select 1 from ${table} e where ${sql} limit ${COUNT_CAP + 1}) x)`;
  const counts = FACETS.flatMap(([facet, names, of]) => {
    const { filters } = entryWhere(ask, filter, facet);
    return names.map(
      name => `select '${facet}' as facet, '${name}' as value, ${counted(`${filters} and ${of(name)}`)} as n`,
    );
  });
  const { filters: but } = entryWhere(ask, filter, 'soon');
  const soon = `${but} and ${STATE} = 'ACTIVE' and e.to_on <= $2::date + ${EARLY_WARNING_DAYS}`;
  const more = [`select 'soon', 'SOON', ${counted(soon)}`, `select 'all', 'ALL', ${counted(all)}`];
  const found = text ? `with found as materialized (select e.* from exception_entry e where ${text})\n` : '';
  return [`${found}${[...counts, ...more].join('\nunion all ')}`, values];
}

interface FacetCount {
  facet: EntryDimension | 'all';
  value: string;
  n: number;
}

export class EntryReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** A search for a name is on record whoever it finds. */
  async entries(db: Db, { filter: given, sort, page: asked }: EntryListAsk): Promise<ExceptionEntryPageType> {
    const filter = given ?? {};
    const ask = entryAsk(this.parts, db);
    const page = asked ?? FIRST_PAGE;
    const by = sort ?? (filter.expiresWithinDays ? EntrySort.SOONEST : EntrySort.NEWEST);
    const { keyset } = SORTS[by];
    const statements = [entryListStatement(entryWhere(ask, filter), by, page), facetStatement(ask, filter)];
    const named = asksForName(filter);
    const [rows = [], counts = []] = await readShown<object>(db, statements, ([found = []]) => {
      const persons = personsOf(pageOf(found as EntryListRow[], page, keyset).rows);
      return named ? foundByName(persons) : listOf(persons);
    });
    const { rows: kept, pageInfo } = pageOf(rows as EntryListRow[], page, keyset);
    const facets = counts as FacetCount[];
    const count = cappedCount(facets.find(({ facet }) => facet === 'all')?.n ?? 0);
    return { rows: kept.map(row => toEntryRow(row, ask.today)), pageInfo, count, facets: toFacets(facets) };
  }
}

export function entryAsk(
  { access, clock }: { readonly access: Access; readonly clock: Clock },
  db: Db,
): EntryAsk {
  const any = access.scopes(db.principal, 'entry', 'read').has('any');
  return {
    organisationId: any ? null : db.principal.organisationId,
    restricted: findsRestricted(access, db.principal),
    today: osloDate(clock.now()),
  };
}

export function toEntryRow(row: EntryListRow, today: LocalDate): ExceptionEntryRowType {
  const { person_id: _, soonest: _s, firmId, orgNumber, firmName, ...kept } = row;
  const ends =
    row.endedOn !== null && (row.toOn === null || row.endedOn <= row.toOn)
      ? addDays(row.endedOn, -1)
      : row.toOn;
  const daysLeft = row.state === 'ACTIVE' && ends !== null ? daysBetween(today, ends) : null;
  return { ...kept, firm: { id: firmId, orgNumber, name: firmName }, daysLeft };
}

function toFacets(counts: readonly FacetCount[]): ExceptionEntryFacetsType {
  const of = (facet: FacetCount['facet']) =>
    counts.filter(one => one.facet === facet).map(({ value, n }) => ({ value, count: cappedCount(n) }));
  return {
    ...{ register: of('register'), code: of('code'), state: of('state') },
    soon: of('soon')[0]?.count ?? cappedCount(0),
  };
}
