/** The list of order lines: those that stand still, the ones soonest cancelled first, and all of them by number. */
import type { Access } from '../../platform/access/access.ts';
import { listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import {
  isLocalDate,
  type LocalDate,
  osloDate,
  workingDaysBetween,
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
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import type { CheckOutcome, Register } from '../register-check/register-check.enums.ts';
import type { OrderItemStatus, Scheme } from './order.enums.ts';
import type { OrderFilter } from './order.input.ts';
import { orderScope } from './order.policy.ts';
import { isWaiting } from './order-item.rules.ts';
import type { OrderPageType, OrderRowType } from './order-list.type.ts';
import type { OrderSort } from './order-page.enums.ts';
import { orderWhere, type Where } from './order-where.ts';

export interface OrderListAsk {
  readonly filter?: OrderFilter | null;
  readonly sort?: OrderSort | null;
  readonly page?: PageAsk | null;
  readonly withCount?: boolean | null;
}

interface ListRow {
  id: string;
  order_id: string;
  order_number: string;
  line: number;
  scheme: Scheme;
  status: OrderItemStatus;
  image_requirement: ImageRequirement;
  ordered_on: LocalDate;
  cancel_on: LocalDate | null;
  soonest: string;
  person_id: string | null;
  person_name: string | null;
  unit_id: string;
  org_number: string;
  unit_name: string;
  unmet: { register: Register; outcome: CheckOutcome }[] | null;
  n?: number;
}

interface SortRule {
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly ascending: boolean;
  /** Before every row, so that the first page is the same statement as the next. */
  readonly first: Keyset;
  readonly last: Keyset;
  readonly keyset: (row: ListRow) => Keyset;
}

const MOST_ID = '9223372036854775807';
const SORTS: Readonly<Record<OrderSort, SortRule>> = {
  SOONEST: {
    columns: [`(coalesce(i.cancel_on, 'infinity'::date))`, 'i.id'],
    types: ['date', 'bigint'],
    ascending: true,
    first: ['-infinity', '0'],
    last: ['infinity', MOST_ID],
    keyset: row => [row.soonest, row.id],
  },
  NEWEST: {
    columns: ['i.id'],
    types: ['bigint'],
    ascending: false,
    first: ['0'],
    last: [MOST_ID],
    keyset: row => [row.id],
  },
};
/** One statement text per size; a page between two sizes takes the larger and is cut. */
const PAGE_SIZES = [25, 50, 100];

const selectRows = (
  items: string,
  order: string,
) => `select i.id, i.order_id, i.order_number, i.line, i.scheme, i.status,
  i.image_requirement, i.ordered_on, i.cancel_on, coalesce(i.cancel_on, 'infinity'::date)::text as soonest,
  p.id as person_id, p.name as person_name, u.id as unit_id, u.org_number, u.name as unit_name,
  (select json_agg(json_build_object('register', k.register, 'outcome', k.outcome) order by k.id) from register_check k
    where k.order_item_id = i.id and k.outcome in ('REJECTED', 'PENDING', 'UNAVAILABLE')) as unmet
from (${items}) i left join person p on p.id = i.person_id join organisation u on u.id = i.unit_id order by ${order}`;

/** Exported so that its plan can be looked at. */
export function listStatement(where: Where, by: OrderSort, page: PageAsk): readonly [string, Values] {
  const sort = SORTS[by];
  const up = sort.ascending !== Boolean(page.before);
  const first = where.values.length + 1;
  const parameters = sort.types.map((type, index) => `$${first + index}::${type}`).join(', ');
  const orderBy = sort.columns.map(column => (up ? column : `${column} desc`)).join(', ');
  const size = PAGE_SIZES.find(most => page.first <= most) ?? COUNT_CAP;
  const items = `select i.* from order_item i where ${where.sql}
  and (${sort.columns.join(', ')}) ${up ? '>' : '<'} (${parameters}) order by ${orderBy} limit ${size + 1}`;
  return [selectRows(items, orderBy), [...where.values, ...keysetOf(sort, page, up)]];
}

/** @throws AppError VALIDATION_FAILED when the cursor is not one of this order */
function keysetOf(sort: SortRule, { after, before }: PageAsk, up: boolean): Keyset {
  const cursor = before ?? after;
  if (!cursor) return up ? sort.first : sort.last;
  const keyset = decodeCursor(cursor, sort.columns.length, ROW_ID);
  const [day = ''] = keyset;
  const valid = keyset.length === 1 || day === 'infinity' || isLocalDate(day);
  if (!valid) throw new AppError('VALIDATION_FAILED', { what: 'CURSOR' });
  return keyset;
}

const countStatement = ({ sql, values }: Where): readonly [string, Values] => [
  `select count(*)::int as n from (select 1 from order_item i where ${sql} limit ${COUNT_CAP + 1}) x`,
  values,
];

export class OrderListReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  async orders(db: Db, ask: OrderListAsk): Promise<OrderPageType> {
    const scope = orderScope(this.parts.access, db.principal);
    const where = orderWhere({ scope, organisationId: db.principal.organisationId }, ask.filter ?? {});
    const page = ask.page ?? FIRST_PAGE;
    const by = ask.sort ?? 'SOONEST';
    const { keyset } = SORTS[by];
    const statements = [listStatement(where, by, page), ...(ask.withCount ? [countStatement(where)] : [])];
    const [rows = [], counted] = await readShown<ListRow>(db, statements, ([found = []]) =>
      listOf(personsOf(pageOf(found, page, keyset).rows)),
    );
    const { rows: kept, pageInfo } = pageOf(rows, page, keyset);
    const today = osloDate(this.parts.clock.now());
    return {
      rows: kept.map(row => toRow(row, today)),
      pageInfo,
      count: counted ? cappedCount(Number(counted[0]?.n)) : null,
    };
  }
}

function toRow(row: ListRow, today: LocalDate): OrderRowType {
  const waits = isWaiting(row.status);
  return {
    id: row.id,
    orderId: row.order_id,
    number: row.order_number,
    line: row.line,
    scheme: row.scheme,
    status: row.status,
    personName: row.person_name,
    unit: { id: row.unit_id, orgNumber: row.org_number, name: row.unit_name },
    orderedOn: row.ordered_on,
    cancelOn: waits ? row.cancel_on : null,
    daysLeft: waits && row.cancel_on ? Math.max(workingDaysBetween(today, row.cancel_on), 0) : null,
    clockStands: waits && row.cancel_on === null,
    imageRequirement: row.image_requirement,
    unmet: row.unmet ?? [],
  };
}
