/** Who has a case: taking it, keeping it, giving it back, passing it over, handing it on. For everyone who works cases. */
import type { Db } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { bar } from './barring.write.ts';
import type { CaseVersionInput, HandOverCaseInput, ReleaseCaseInput, SkipCaseInput } from './case.input.ts';
import { findsRestricted, PERMISSION_OF } from './case.policy.ts';
import { isReservationLive, reservationUntil } from './case.rules.ts';
import { addEvent, factsOf, type LockedCase, saveCase } from './case.write.ts';
import { type CaseParts, openCase, type Writer } from './case-gate.ts';
import { FREE, noteExpired, noteSkip, reservedFor } from './reservation.write.ts';

const EXTEND = 'update desk_case set reserved_until = $2 where id = $1';
const COLLEAGUE = `select u.id, u.name, u.roles, u.organisation_id,
  exists (select 1 from case_barred b where b.case_id = $2 and b.staff_user_id = u.id) as barred
from staff_user u where u.id = $1 and u.active`;

interface Colleague extends Record<string, unknown> {
  id: string;
  name: string;
  roles: string[];
  organisation_id: number;
  barred: boolean;
}

export class ReservationService {
  constructor(private readonly parts: CaseParts) {}

  /** @throws AppError RESERVED_BY_OTHER while a colleague has it; a reservation that has run out is taken over */
  async takeCase(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    const actor = db.principal;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'TAKE' } as const;
      const { row, now } = await openCase(this.parts, { tx, actor }, ask);
      const until = reservationUntil(now, this.parts.reservationMinutes);
      if (isReservationLive(row.reserved_until, now)) {
        await tx.query(EXTEND, [row.id, until]);
        return;
      }
      await noteExpired(tx, row);
      await saveCase(tx, row, reservedFor(actor.actorId, until));
      await addEvent(tx, row, { type: 'RESERVED' });
    });
  }

  /** No new version: what the user is writing stays based on what he or she sees. @returns when it ends now */
  async extendReservation(db: Db, caseId: string): Promise<Date> {
    return db.transaction(async tx => {
      const opened = await openCase(this.parts, { tx, actor: db.principal }, { caseId, action: 'EXTEND' });
      const until = reservationUntil(opened.now, this.parts.reservationMinutes);
      await tx.query(EXTEND, [caseId, until]);
      await addEvent(tx, opened.row, { type: 'RESERVATION_EXTENDED', newValue: until.toISOString() });
      return until;
    });
  }

  async releaseCase(db: Db, { caseId, expectedVersion, reason, comment }: ReleaseCaseInput): Promise<void> {
    const writer = { actor: db.principal };
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'RELEASE' } as const;
      const { row } = await openCase(this.parts, { ...writer, tx }, ask);
      await saveCase(tx, row, { ...FREE, last_worker_id: null });
      await addEvent(tx, row, { type: 'RELEASED', newValue: reason, note: comment });
      if (reason === 'BARRED') await this.#barMyself({ ...writer, tx }, row, comment);
    });
  }

  /** Back to the queue, and not to me again today. */
  async skipCase(db: Db, { caseId, expectedVersion, reason, comment }: SkipCaseInput): Promise<void> {
    const writer = { actor: db.principal };
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'SKIP' } as const;
      const { row, today } = await openCase(this.parts, { ...writer, tx }, ask);
      await saveCase(tx, row, { ...FREE, last_worker_id: null });
      await noteSkip(tx, row, { on: today, reason });
      await addEvent(tx, row, { type: 'SKIPPED', newValue: reason, note: comment });
      if (reason === 'BARRED') await this.#barMyself({ ...writer, tx }, row, comment);
    });
  }

  /** The colleague gets a full reservation at once. The reason is kept in the audit log; the timeline names both. */
  async handOverCase(db: Db, input: HandOverCaseInput): Promise<void> {
    const actor = db.principal;
    await db.transaction(async tx => {
      const { caseId, expectedVersion, toStaffId, reason, comment } = input;
      const opened = await openCase(
        this.parts,
        { tx, actor },
        { caseId, expectedVersion, action: 'HAND_OVER' },
      );
      const colleague = await this.#receiver({ tx, actor }, opened.row, toStaffId);
      await tx.query(`select set_config('app.reason', $1, true)`, [reason]);
      const until = reservationUntil(opened.now, this.parts.reservationMinutes);
      await saveCase(tx, opened.row, reservedFor(colleague.id, until));
      await addEvent(tx, opened.row, {
        type: 'HANDED_OVER',
        oldValue: actor.name,
        newValue: colleague.name,
        note: comment,
      });
    });
  }

  /** @throws AppError VALIDATION_FAILED unless an active colleague may work on this case */
  async #receiver({ tx, actor }: Writer, row: LockedCase, staffId: string): Promise<Colleague> {
    const colleague = await tx.one<Colleague>(COLLEAGUE, [staffId, row.id]);
    if (!colleague || staffId === actor.actorId || colleague.organisation_id !== row.organisation_id)
      throw invalid({ toStaffId: 'COLLEAGUE_UNKNOWN' });
    if (colleague.barred) throw invalid({ toStaffId: 'COLLEAGUE_BARRED' });
    const { roles, organisation_id: organisationId } = colleague;
    const receiver: Principal = { ...actor, actorId: staffId, name: colleague.name, roles, organisationId };
    const facts = { ...factsOf(row), barred: false, reservedBy: staffId };
    const asked = row.kind === 'IMAGE_REVIEW' ? PERMISSION_OF.APPROVE_IMAGES : PERMISSION_OF.TAKE;
    const sees = row.queue !== 'PROTECTED' || findsRestricted(this.parts.access, receiver);
    if (!sees || !this.parts.access.may(receiver, asked, facts))
      throw invalid({ toStaffId: 'COLLEAGUE_NO_RIGHT' });
    return colleague;
  }

  async #barMyself({ tx, actor }: Writer, row: LockedCase, comment?: string | null): Promise<void> {
    if (!actor.actorId) throw new AppError('UNAUTHENTICATED');
    await bar(tx, row, { staffId: actor.actorId, reason: 'OTHER', comment: comment ?? null });
  }
}
