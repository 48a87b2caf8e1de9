/** Putting a case on hold until a day, and taking it up again; the deadline's clock pauses in between. */
import { addMonthsClamped, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { CaseVersionInput, HoldCaseInput } from './case.input.ts';
import { addEvent, saveCase } from './case.write.ts';
import { type CaseParts, openCase, statusAfter } from './case-gate.ts';
import { beginHold, endHold } from './hold.write.ts';
import { FREE } from './reservation.write.ts';

const MOST_MONTHS = 12;

export class HoldService {
  constructor(private readonly parts: CaseParts) {}

  /** The case leaves the desk of whoever had it, and stays in his or her list of cases on hold. */
  async holdCase(db: Db, { caseId, expectedVersion, reason, until, comment }: HoldCaseInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'HOLD' } as const;
      const { row, today } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      requireHoldDay(until, today);
      const note = comment ?? null;
      const changes = await beginHold(tx, row, { reason, until, note, today });
      const status = statusAfter(row.status, 'HOLD');
      await saveCase(tx, row, { ...changes, ...FREE, status, last_worker_id: db.principal.actorId });
      await addEvent(tx, row, { type: 'HELD', oldValue: until, newValue: reason, note });
    });
  }

  async resumeCase(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'RESUME' } as const;
      const { row, today, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const status = statusAfter(row.status, 'RESUME');
      await saveCase(tx, row, { ...(await endHold(tx, row, today)), ...kept, status });
      await addEvent(tx, row, { type: 'RESUMED' });
    });
  }
}

function requireHoldDay(until: LocalDate, today: LocalDate): void {
  if (until <= today) throw invalid({ until: 'DATE_NOT_LATER' });
  if (until > addMonthsClamped(today, MOST_MONTHS)) throw invalid({ until: 'DATE_TOO_FAR' });
}
