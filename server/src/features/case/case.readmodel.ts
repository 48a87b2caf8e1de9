/** Lists of cases: the queues, my cases, and single rows for whoever has just taken one. */
import type { Access } from '../../platform/access/access.ts';
import { foundByName, listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import { isLocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { PageInput } from '../../platform/graphql/page.input.ts';
import { COUNT_CAP, cappedCount, decodeCursor, type Keyset, pageOf } from '../../platform/graphql/page.ts';
import type { CaseSort } from './case.enums.ts';
import type { CaseFilter, CaseOrder } from './case.input.ts';
import { caseScope, findsRestricted } from './case.policy.ts';
import type { CasePageType, CaseRowType } from './case.type.ts';
import { type CaseListRow, selectRows, toCaseRow } from './case-row.readmodel.ts';
import { asksForName, type CaseAsk, caseWhere, INDEX_ORDER, mineWhere, type Where } from './case-where.ts';

export interface CaseReadParts {
  readonly access: Access;
  readonly clock: Clock;
}

export interface CaseListAsk {
  readonly filter?: CaseFilter | null;
  readonly order?: CaseOrder | null;
  readonly page?: PageInput | null;
  readonly withCount?: boolean | null;
  readonly countExactly?: boolean | null;
}

interface SortRule {
  /** Columns of the order, also those of the cursor. */
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** Before every row and after every row, so that the first page is the same statement as the next. */
  readonly first: Keyset;
  readonly last: Keyset;
  readonly keyset: (row: CaseListRow) => Keyset;
  readonly valid: (keyset: Keyset) => boolean;
}

const byDay = (column: 'due_on' | 'opened_on'): SortRule => ({
  columns: [column, 'id'],
  types: ['date', 'bigint'],
  first: ['-infinity', '0'],
  last: ['infinity', '9223372036854775807'],
  keyset: row => [row[column], row.id],
  valid: ([day = '', id = '']) => isLocalDate(day) && /^\d{1,18}$/.test(id),
});

const SORTS: Readonly<Record<CaseSort, SortRule>> = {
  DUE_ON: byDay('due_on'),
  OPENED_ON: byDay('opened_on'),
  NUMBER: {
    columns: ['number'],
    types: ['text'],
    first: [''],
    last: ['a'],
    keyset: row => [row.number],
    valid: ([number = '']) => /^\d{4}\/\d{6}$/.test(number),
  },
};

const DEFAULT_ORDER: CaseOrder = { by: 'DUE_ON', direction: 'ASC' };
const DEFAULT_PAGE: PageInput = { first: 25 };
/** One statement text per size; a page between two sizes takes the larger and is cut. */
const PAGE_SIZES = [25, 50, 100];

export class CaseReadModel {
  constructor(private readonly parts: CaseReadParts) {}

  cases(db: Db, ask: CaseListAsk): Promise<CasePageType> {
    return this.#list(db, caseWhere(this.ask(db), ask.filter ?? {}), ask);
  }

  /** Reserved by me, put on hold by me, or back with new post after I had it. */
  myCases(db: Db, page?: PageInput | null): Promise<CasePageType> {
    return this.#list(db, mineWhere(this.ask(db)), { page });
  }

  /** One case as a list shows it, or null when the actor may not see it. */
  async caseRow(db: Db, id: string): Promise<CaseRowType | null> {
    const ask = this.ask(db);
    const { sql, values } = caseWhere(ask, {});
    const text = selectRows(
      `select * from desk_case c where ${sql} and c.id = $${values.length + 1}`,
      'c.id',
    );
    const [[row] = []] = await readShown<CaseListRow>(db, [[text, [...values, id]]], ([rows = []]) =>
      listOf(personsOf(rows)),
    );
    return row ? toCaseRow(row, ask) : null;
  }

  /** Who asks, and when. */
  ask(db: Db): CaseAsk {
    const now = this.parts.clock.now();
    const { organisationId, actorId } = db.principal;
    const scope = caseScope(this.parts.access, db.principal);
    const restricted = findsRestricted(this.parts.access, db.principal);
    return { scope, restricted, organisationId, actorId, now, today: osloDate(now) };
  }

  async #list(db: Db, where: Where, ask: CaseListAsk): Promise<CasePageType> {
    const viewer = this.ask(db);
    const page = ask.page ?? DEFAULT_PAGE;
    const order = ask.order ?? DEFAULT_ORDER;
    const statements = [pageStatement(where, order, page)];
    if (ask.withCount || ask.countExactly) statements.push(countStatement(where, ask.countExactly ?? false));
    const keyset = SORTS[order.by].keyset;
    const shown = asksForName(ask.filter) ? foundByName : listOf;
    const [rows = [], counted] = await readShown<CaseListRow & { n?: number }>(
      db,
      statements,
      ([found = []]) => shown(personsOf(pageOf(found, page, keyset).rows)),
    );
    const { rows: kept, pageInfo } = pageOf(rows, page, keyset);
    return {
      rows: kept.map(row => toCaseRow(row, viewer)),
      pageInfo,
      count: counted ? countOf(Number(counted[0]?.n), ask.countExactly ?? false) : null,
    };
  }
}

const countOf = (n: number, exactly: boolean) => (exactly ? { value: n, exact: true } : cappedCount(n));

/** Exported so that its plan can be looked at. */
export function pageStatement(where: Where, order: CaseOrder, page: PageInput): readonly [string, Values] {
  const sort = SORTS[order.by];
  // A page before a cursor is read the other way and turned round afterwards.
  const up = (order.direction === 'ASC') !== Boolean(page.before);
  const at = keysetOf(sort, page, up);
  const first = where.values.length + 1;
  const parameters = sort.types.map((type, i) => `$${first + i}::${type}`).join(', ');
  const columns = sort.columns.map(column => `c.${column}`);
  const orderBy = columns.map(column => (up ? column : `${column} desc`)).join(', ');
  const size = PAGE_SIZES.find(most => page.first <= most) ?? COUNT_CAP;
  const cases = `select c.* from desk_case c where ${where.sql}
  and (${columns.join(', ')}) ${up ? '>' : '<'} (${parameters}) order by ${orderBy} limit ${size + 1}`;
  return [selectRows(cases, orderBy), [...where.values, ...at]];
}

/** @throws AppError VALIDATION_FAILED when the cursor is not one of this order */
function keysetOf(sort: SortRule, { after, before }: PageInput, up: boolean): Keyset {
  const cursor = before ?? after;
  if (!cursor) return up ? sort.first : sort.last;
  const keyset = decodeCursor(cursor, sort.columns.length);
  if (!sort.valid(keyset)) throw new AppError('VALIDATION_FAILED', { what: 'CURSOR' });
  return keyset;
}

function countStatement({ sql, values }: Where, exactly: boolean): readonly [string, Values] {
  const cap = exactly ? '' : ` ${INDEX_ORDER} limit ${COUNT_CAP + 1}`;
  return [`select count(*)::int as n from (select 1 from desk_case c where ${sql}${cap}) x`, values];
}
