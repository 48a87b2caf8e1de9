/** The list of cards, newest first, or those that end soonest. */
import { listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import { addDays, isLocalDate, osloDate } from '../../platform/calendar/calendar.ts';
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
import type { CardFilter } from './card.input.ts';
import { type CardReadParts, cardScope } from './card-page.readmodel.ts';
import { CARD_SCOPE_SQL } from './card-page.sql.ts';
import type { CardPageType, CardRowType } from './card-page.type.ts';

export interface CardListAsk {
  readonly filter?: CardFilter | null;
  readonly page?: PageAsk | null;
  readonly withCount?: boolean | null;
}

type ListRow = CardRowType & { person_id: string | null; n?: number };
interface Where {
  readonly sql: string;
  readonly values: Values;
}

const MOST_ID = '9223372036854775807';
const MOST_DAYS = 3_660;
const PAGE_SIZES = [25, 50, 100];
const BY_NUMBER = {
  columns: 'c.id',
  types: ['bigint'],
  ascending: false,
  first: ['0'],
  last: [MOST_ID],
} as const;
const BY_END = {
  columns: 'c.expires_on, c.id',
  types: ['date', 'bigint'],
  ascending: true,
  first: ['-infinity', '0'],
  last: ['infinity', MOST_ID],
} as const;
type Sort = typeof BY_NUMBER | typeof BY_END;

const rowsOf = (
  cards: string,
  order: string,
) => `select c.id, c.number, c.status, c.status_reason as "statusReason", c.scheme,
  p.id as person_id, p.name as "personName", json_build_object('id', m.id::text, 'orgNumber', m.org_number, 'name', m.name) as "mainUnit",
  c.valid_from as "validFrom", c.expires_on as "expiresOn", c.earlier_issuer as "earlierIssuer"
from (${cards}) c left join person p on p.id = c.person_id join organisation m on m.id = c.main_unit_id order by ${order}`;

const STATUS = '($2::text[] is null or c.status = any ($2))';
const FIRM = `(c.main_unit_id in (select o.id from organisation o where o.org_number = $3)
    or c.unit_id in (select o.id from organisation o where o.org_number = $3))`;
const ANY_FIRM = '$3::text is null';
/** As literals, so that the partial index fits. */
const ENDING = `c.status in ('VALID', 'INVALID') and c.expires_on between $4::date and $5::date`;

export class CardListReadModel {
  constructor(private readonly parts: CardReadParts) {}

  async cards(db: Db, { filter, page: asked, withCount }: CardListAsk): Promise<CardPageType> {
    const page = asked ?? FIRST_PAGE;
    const ending = filter?.expiringWithin ?? null;
    const sort = ending === null ? BY_NUMBER : BY_END;
    const where = this.#where(db, filter ?? {});
    const statements = [listStatement(where, sort, page), ...(withCount ? [countStatement(where)] : [])];
    const keyset = (row: ListRow) => (sort === BY_END ? [row.expiresOn ?? '', row.id] : [row.id]);
    const [rows = [], counted] = await readShown<ListRow>(db, statements, ([found = []]) =>
      listOf(personsOf(pageOf(found, page, keyset).rows)),
    );
    const count = counted ? cappedCount(Number(counted[0]?.n)) : null;
    return { ...pageOf(rows, page, keyset), count };
  }

  /** @throws AppError VALIDATION_FAILED */
  #where(db: Db, { status, firm, expiringWithin }: CardFilter): Where {
    const scope = CARD_SCOPE_SQL[cardScope(this.parts.access, db.principal)];
    const number = firm?.replaceAll(' ', '') || null;
    const values = [db.principal.organisationId, status?.length ? status : null, number];
    const sql = `${scope} and ${STATUS} and ${number ? FIRM : ANY_FIRM}`;
    if (expiringWithin === null || expiringWithin === undefined) return { sql, values };
    if (expiringWithin < 0 || expiringWithin > MOST_DAYS)
      throw new AppError('VALIDATION_FAILED', { what: 'OUT_OF_RANGE' });
    const today = osloDate(this.parts.clock.now());
    return { sql: `${sql} and ${ENDING}`, values: [...values, today, addDays(today, expiringWithin)] };
  }
}

function listStatement(where: Where, sort: Sort, page: PageAsk): readonly [string, Values] {
  const up = sort.ascending !== Boolean(page.before);
  const at = where.values.length + 1;
  const parameters = sort.types.map((type, index) => `$${at + index}::${type}`).join(', ');
  const order = sort.columns
    .split(', ')
    .map(column => (up ? column : `${column} desc`))
    .join(', ');
  const size = PAGE_SIZES.find(most => page.first <= most) ?? COUNT_CAP;
  const cards = `select c.* from card c where ${where.sql} and (${sort.columns}) ${up ? '>' : '<'} (${parameters}) order by ${order} limit ${size + 1}`;
  return [rowsOf(cards, order), [...where.values, ...keysetOf(sort, page, up)]];
}

/** @throws AppError VALIDATION_FAILED when the cursor is not one of this order */
function keysetOf(sort: Sort, { after, before }: PageAsk, up: boolean): Keyset {
  const cursor = before ?? after;
  if (!cursor) return up ? sort.first : sort.last;
  const keyset = decodeCursor(cursor, sort.types.length, ROW_ID);
  if (keyset.length === 2 && !isLocalDate(keyset[0] ?? ''))
    throw new AppError('VALIDATION_FAILED', { what: 'CURSOR' });
  return keyset;
}

const countStatement = ({ sql, values }: Where): readonly [string, Values] => [
  `select count(*)::int as n from (select 1 from card c where ${sql} limit ${COUNT_CAP + 1}) x`,
  values,
];
