/** Notes, priority, promise and the end of an inquiry, for whoever works a case. */
import type { Db } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { AddNoteInput, CloseCaseInput, SetPriorityInput, SetPromiseInput } from './case.input.ts';
import { CLOSE_REASONS, reservationUntil } from './case.rules.ts';
import { addEvent, saveCase } from './case.write.ts';
import { type CaseParts, openCase, statusAfter } from './case-gate.ts';
import { endHold } from './hold.write.ts';
import { extendIfMine, FREE } from './reservation.write.ts';

const LOWEST_PRIORITY = -1;
const HIGHEST_PRIORITY = 2;

export class CaseService {
  constructor(private readonly parts: CaseParts) {}

  /** Nothing can be overwritten by a note, so it asks for no version and makes no new one. */
  async addNote(db: Db, { caseId, note }: AddNoteInput): Promise<void> {
    if (note.trim() === '') throw invalid({ note: 'REQUIRED' });
    const actor = db.principal;
    await db.transaction(async tx => {
      const { row, now } = await openCase(this.parts, { tx, actor }, { caseId, action: 'NOTE' });
      await addEvent(tx, row, { type: 'NOTE_ADDED', note });
      const until = reservationUntil(now, this.parts.reservationMinutes);
      await extendIfMine(tx, { caseId, staffId: actor.actorId, until, now });
    });
  }

  async setPriority(db: Db, { caseId, expectedVersion, priority }: SetPriorityInput): Promise<void> {
    if (priority < LOWEST_PRIORITY || priority > HIGHEST_PRIORITY)
      throw invalid({ priority: 'OUT_OF_RANGE' });
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'SET_PRIORITY' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      await saveCase(tx, row, { priority, ...kept });
      const values = { oldValue: String(row.priority), newValue: String(priority) };
      await addEvent(tx, row, { type: 'PRIORITY_CHANGED', ...values });
    });
  }

  /** What was promised to the customer; the due date stays what it is. Null takes the promise back. */
  async setPromise(db: Db, { caseId, expectedVersion, promisedOn = null }: SetPromiseInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'SET_PROMISE' } as const;
      const { row, today, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      if (promisedOn !== null && promisedOn < today) throw invalid({ promisedOn: 'DATE_IN_PAST' });
      await saveCase(tx, row, { promised_on: promisedOn, ...kept });
      await addEvent(tx, row, {
        type: 'PROMISE_CHANGED',
        oldValue: row.promised_on,
        newValue: promisedOn,
      });
    });
  }

  async closeCase(db: Db, { caseId, expectedVersion, reason, comment }: CloseCaseInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'CLOSE' } as const;
      const { row, now, today } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      if (!CLOSE_REASONS[row.kind].includes(reason)) throw invalid({ reason: 'NOT_OF_KIND' });
      const status = statusAfter(row.status, 'CLOSED');
      const woken = row.status === 'ON_HOLD' ? await endHold(tx, row, today) : {};
      await saveCase(tx, row, { ...woken, ...FREE, status, closed_at: now });
      await addEvent(tx, row, { type: 'CLOSED', newValue: reason, note: comment });
    });
  }
}
