/** VAT self-approval as the authority sees it: which firms wait for a batch, every batch and its firms, and firms to look into. */
import { personsOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import { addMonthsClamped, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf } from '../../platform/graphql/page.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { StaffRefType } from '../staff/me.type.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import {
  BATCHES_AFTER,
  BATCHES_BEFORE,
  DECLARED_AGAIN,
  FIRMS_AFTER,
  FIRMS_BEFORE,
  ONE_BATCH,
  REGISTERED_SINCE,
  WAITING_FIRMS,
} from './vat-batch.sql.ts';
import type {
  VatBatchDetailType,
  VatBatchesType,
  VatBatchType,
  VatFirmType,
  VatFollowUpFirmType,
  VatFollowUpType,
} from './vat-batch.type.ts';

/** Firms that are in no batch yet; for the menu too. */
export const WAITING_COUNT =
  'select count(*)::int as n from (select 1 from vat_firm where batch_id is null limit 1001) x';
/** A year as they count it. */
const MONTHS = 12;
/** Number of a batch, or line in one. */
const WHOLE = /^[1-9][0-9]{0,8}$/;

type By = 'madeBy' | 'sentBy' | 'receiptBy';
type BatchRow = Omit<VatBatchType, By> & Record<`${By}${'Id' | 'Name'}`, string | null>;
type FirmRow = VatFirmType & { person_id: string | null };

export class VatBatchReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  async page(db: Db, ask: PageAsk): Promise<VatBatchesType> {
    const [count = [], waiting = [], batches = []] = await readShown<object>(
      db,
      [
        [WAITING_COUNT, []],
        [WAITING_FIRMS, []],
        [ask.before ? BATCHES_BEFORE : BATCHES_AFTER, [from(ask)]],
      ],
      ([, firms = []]) => declarersOf(firms as FirmRow[]),
    );
    const found = pageOf(batches as BatchRow[], ask, ({ number }) => [String(number)]);
    return {
      waitingCount: cappedCount((count[0] as { n: number }).n),
      waiting: (waiting as FirmRow[]).map(row => ({ ...row, line: null })),
      batches: { ...found, rows: found.rows.map(batchOf) },
    };
  }

  /** @throws AppError NOT_FOUND */
  async batch(db: Db, id: string, ask: PageAsk): Promise<VatBatchDetailType> {
    const statements: [string, Values][] = [
      [ONE_BATCH, [id]],
      [ask.before ? FIRMS_BEFORE : FIRMS_AFTER, [id, from(ask)]],
    ];
    const [[batch] = [], firms = []] = await readShown<object>(db, statements, ([, rows = []]) =>
      declarersOf(rows.slice(0, ask.first) as FirmRow[]),
    );
    if (!batch) throw notFound();
    return {
      batch: batchOf(batch as BatchRow),
      firms: pageOf(firms as FirmRow[], ask, ({ line }) => [String(line)]),
    };
  }

  async followUp(db: Db): Promise<VatFollowUpType> {
    const today = osloDate(this.parts.clock.now());
    const { vatDeclarationsAgain: times } = await settingsOn(db, today);
    const since = `${addMonthsClamped(today, -MONTHS)}T00:00:00Z`;
    const [registered = [], again = []] = await db.readAll<VatFollowUpFirmType & Record<string, unknown>>([
      [REGISTERED_SINCE, []],
      [DECLARED_AGAIN, [times, since]],
    ]);
    return { times, months: MONTHS, registered, again };
  }
}

function from(ask: PageAsk): string | null {
  const cursor = ask.before ?? ask.after;
  return cursor ? (decodeCursor(cursor, 1, WHOLE)[0] ?? null) : null;
}

function declarersOf(firms: readonly FirmRow[]): Shown | null {
  const personIds = personsOf(firms);
  if (personIds.length === 0) return null;
  return { view: 'list', table: 'vat_declaration', fields: ['declarer_name'], personIds };
}

function batchOf(row: BatchRow): VatBatchType {
  const { madeById, madeByName, sentById, sentByName, receiptById, receiptByName, ...batch } = row;
  return {
    ...batch,
    madeBy: staffOf(madeById, madeByName),
    sentBy: staffOf(sentById, sentByName),
    receiptBy: staffOf(receiptById, receiptByName),
  };
}

const staffOf = (id: string | null, name: string | null): StaffRefType | null =>
  id && name ? { id, name, initials: initialsOf(name) } : null;
