/** Cards in production as the desk sees them: what waits for a person, what is late, every batch and its lines. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { canRelease, isLate } from './production.rules.ts';
import {
  BATCHES_AFTER,
  BATCHES_BEFORE,
  LATE_LINES,
  LINES_OF_BATCH,
  ONE_BATCH,
  ONE_LINE,
  READY_COUNT,
  WAITING_LINES,
} from './production.sql.ts';
import type {
  ProductionBatchDetailType,
  ProductionBatchType,
  ProductionLineType,
  ProductionPageType,
} from './production.type.ts';

/** Waits for a person, or is late; for the menu. $1 organisation or null for all, $2 today. */
export const PRODUCTION_ATTENTION = `select count(*)::int as n from (
  select 1 from production_line l where ($1::smallint is null or l.organisation_id = $1) and l.status in ('REFUSED', 'HELD') and l.released_at is null
  union all select 1 from production_batch b join production_line l on l.batch_id = b.id and l.status in ('SENT', 'ACKNOWLEDGED')
    where ($1::smallint is null or b.organisation_id = $1) and b.done_at is null and b.due_on < $2::date limit 1000) x`;

export interface ProductionPageParts {
  readonly access: Access;
  readonly clock: Clock;
}

type BatchRow = Omit<ProductionBatchType, 'late'> & Record<string, unknown>;
type LineRow = Omit<ProductionLineType, 'late' | 'canRelease' | 'releasedBy'> & {
  organisationId: number;
  releasedBy: { id: string; name: string } | null;
} & Record<string, unknown>;

export class ProductionReadModel {
  constructor(private readonly parts: ProductionPageParts) {}

  async page(db: Db, ask: PageAsk): Promise<ProductionPageType> {
    const own = this.#organisation(db);
    const today = this.#today();
    const cursor = ask.before ?? ask.after;
    const [from = null] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [];
    const [ready = [], waiting = [], late = [], batches = []] = await db.readAll<Record<string, unknown>>([
      [READY_COUNT, [own]],
      [WAITING_LINES, [own]],
      [LATE_LINES, [own, today]],
      [ask.before ? BATCHES_BEFORE : BATCHES_AFTER, [own, from]],
    ]);
    const found = pageOf(batches as BatchRow[], ask, ({ id }) => [id]);
    return {
      ready: cappedCount(Number(ready[0]?.n ?? 0)),
      waiting: (waiting as LineRow[]).map(row => this.#line(db, row)),
      late: (late as LineRow[]).map(row => this.#line(db, row)),
      batches: { ...found, rows: found.rows.map(row => batchOf(row, today)) },
    };
  }

  /** @throws AppError NOT_FOUND */
  async batch(db: Db, id: string): Promise<ProductionBatchDetailType> {
    const ask = [this.#organisation(db), id];
    const [[batch] = [], lines = []] = await db.readAll<Record<string, unknown>>([
      [ONE_BATCH, ask],
      [LINES_OF_BATCH, ask],
    ]);
    if (!batch) throw notFound();
    return {
      batch: batchOf(batch as BatchRow, this.#today()),
      lines: (lines as LineRow[]).map(row => this.#line(db, row)),
    };
  }

  /** @throws AppError NOT_FOUND */
  async line(db: Db, id: string): Promise<ProductionLineType> {
    const [row] = await db.read<LineRow>(ONE_LINE, [this.#organisation(db), id]);
    if (!row) throw notFound();
    return this.#line(db, row);
  }

  #line({ principal }: Db, { releasedBy, organisationId, ...row }: LineRow): ProductionLineType {
    const may = this.parts.access.may(
      principal,
      { resource: 'production', action: 'release' },
      { organisationId },
    );
    const by = releasedBy && { ...releasedBy, initials: initialsOf(releasedBy.name) };
    const state = { status: row.status, released: row.releasedAt !== null };
    return { ...row, releasedBy: by, late: isLate(row, this.#today()), canRelease: may && canRelease(state) };
  }

  #today(): LocalDate {
    return osloDate(this.parts.clock.now());
  }

  #organisation({ principal }: Db): number | null {
    const everywhere = this.parts.access.scopes(principal, 'production', 'read').has('any');
    return everywhere ? null : principal.organisationId;
  }
}

const batchOf = (row: BatchRow, today: LocalDate): ProductionBatchType => ({
  ...row,
  late: row.doneAt === null && today > row.dueOn,
});
