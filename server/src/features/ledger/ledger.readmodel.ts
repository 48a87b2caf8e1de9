/** The books as finance looks after them: what is closed, and what was posted lately. */
import { addDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { CLOSINGS, DAYS } from './ledger.sql.ts';
import type { BooksType, ClosedPeriodType, LedgerDayType } from './ledger.type.ts';

type Day = Omit<LedgerDayType, 'debitOre' | 'creditOre'> & Record<'debitOre' | 'creditOre', string>;

const DAYS_SHOWN = 60;

export class LedgerReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  async books(db: Db): Promise<BooksType> {
    const { organisationId } = db.principal;
    const since = addDays(osloDate(this.parts.clock.now()), -DAYS_SHOWN);
    const [closings = [], days = []] = await db.readAll<Record<string, unknown>>([
      [CLOSINGS, [organisationId]],
      [DAYS, [organisationId, since]],
    ]);
    const closed = (closings as unknown as ClosedPeriodType[]).map(({ closedBy, ...period }) => ({
      ...period,
      closedBy: { ...closedBy, initials: initialsOf(closedBy.name) },
    }));
    return {
      closedThrough: closed[0]?.through ?? null,
      closings: closed,
      days: (days as unknown as Day[]).map(({ debitOre, creditOre, ...day }) => ({
        ...day,
        debitOre: Number(debitOre),
        creditOre: Number(creditOre),
      })),
    };
  }
}
