/** Taking a decision on images back while its mail waits, from any device: what it changed is as it was. */

import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { PERMISSION_OF } from '../case/case.policy.ts';
import { isReservationLive, nextStatus, reservationUntil } from '../case/case.rules.ts';
import { addEvent, factsOf, type LockedCase, lockCase, saveCase } from '../case/case.write.ts';
import { reservedFor } from '../case/reservation.write.ts';
import { cancelMail } from '../correspondence/outbox.write.ts';
import { revokeUploadLinks } from '../upload/upload-link.ts';
import { followImages, type GateParts, lockItem } from './image-gate.ts';
import { canUndo, nextSubmissionStatus } from './image-review.rules.ts';
import { decisionMail } from './image-review.service.ts';
import {
  caseOfDecision,
  lockDecision,
  markPair,
  markUndone,
  type StandingDecision,
} from './image-review.store.ts';

export interface UndoParts extends GateParts {
  readonly reservationMinutes: number;
}

const TRIGGER = 'DECISION_UNDONE';

export class UndoService {
  constructor(private readonly parts: UndoParts) {}

  /**
   * The undoer has the case again, unless a colleague has taken it in between.
   * @returns id of the case
   * @throws AppError NOT_FOUND, FORBIDDEN, BARRED, UNDO_ALREADY, UNDO_NEW_IMAGES, UNDO_TOO_LATE
   */
  async undoDecision(db: Db, decisionId: string): Promise<string> {
    return db.transaction(async tx => {
      const caseId = await caseOfDecision(tx, decisionId);
      if (!caseId) throw notFound();
      // Case before decision, as everyone locks them.
      const row = await lockCase(tx, caseId, db.principal);
      const decision = await lockDecision(tx, decisionId);
      if (!decision) throw notFound();
      this.#requireRight(db, row, decision);
      const now = this.parts.clock.now();
      await this.#recall(tx, { row, decision, now });
      await this.#restore(tx, db, { row, decision, now });
      return caseId;
    });
  }

  #requireRight({ principal }: Db, row: LockedCase, decision: StandingDecision): void {
    const { access } = this.parts;
    const permission = PERMISSION_OF.UNDO_DECISION;
    const facts = { ...factsOf(row), decidedBy: decision.decided_by };
    const barredOnly = row.barred && access.may(principal, permission, { ...facts, barred: false });
    if (barredOnly) throw new AppError('BARRED');
    access.require(principal, permission, facts);
  }

  /** The mail is stopped before anything else: when it cannot be, nothing is undone. */
  async #recall(tx: Tx, { row, decision, now }: Undoing): Promise<void> {
    const { decided_at: decidedAt, undone_at: undoneAt, undo_until, newer } = decision;
    const undoSeconds = (undo_until.getTime() - decidedAt.getTime()) / 1000;
    const facts = { decidedAt, undoneAt, now, undoSeconds, newerSubmission: newer };
    const answer = canUndo({ ...facts, mailLeft: false });
    if (!answer.ok) throw new AppError(answer.code);
    if (decision.outcome === 'APPROVED') return;
    const stopped = await cancelMail(tx, decisionMail(decision.id));
    const late = canUndo({ ...facts, mailLeft: !stopped });
    if (!late.ok) throw new AppError(late.code);
    await addEvent(tx, row, { type: 'MAIL_CANCELLED' });
  }

  async #restore(tx: Tx, { principal }: Db, { row, decision, now }: Undoing): Promise<void> {
    const item = await lockItem(tx, row);
    const pair = nextSubmissionStatus(decision.submission_status, TRIGGER);
    const status = nextStatus(row.status, TRIGGER);
    if (!pair || !status) throw new AppError('ACTION_NOT_AVAILABLE');
    await followImages(tx, item, { trigger: TRIGGER, at: now });
    await markPair(tx, decision.submission_id, pair);
    await markUndone(tx, decision.id, now);
    await revokeUploadLinks(tx, row, now);
    const taken = isReservationLive(row.reserved_until, now) && row.reserved_by !== principal.actorId;
    const until = reservationUntil(now, this.parts.reservationMinutes);
    const mine = taken ? {} : reservedFor(principal.actorId, until);
    await saveCase(tx, row, { ...mine, status, closed_at: null });
    await addEvent(tx, row, { type: 'DECISION_UNDONE', oldValue: decision.outcome });
  }
}

interface Undoing {
  readonly row: LockedCase;
  readonly decision: StandingDecision;
  readonly now: Date;
}
