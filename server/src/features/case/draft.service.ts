/** Text a person has begun on a case and not sent: kept per person, case and action, whoever has the case meanwhile. */
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { SaveDraftInput } from './case.input.ts';
import { PERMISSION_OF } from './case.policy.ts';
import { reservationUntil } from './case.rules.ts';
import { factsOf, type LockedCase } from './case.write.ts';
import type { CaseParts } from './case-gate.ts';
import { DRAFT_ACTION, DraftStore, type SavedDraft } from './draft.store.ts';
import { extendIfMine } from './reservation.write.ts';

/** Not locked: a colleague who decides on the case must not wait for somebody's typing. */
const CASE = `select c.id, c.organisation_id, c.kind, c.reserved_by,
  exists (select 1 from case_barred b where b.case_id = c.id and b.staff_user_id = $2) as barred
from desk_case c where c.id = $1`;

export class DraftService {
  readonly #drafts = new DraftStore('case');

  constructor(private readonly parts: CaseParts) {}

  /** @throws AppError STALE when another tab or device has saved since; nothing is overwritten */
  async saveDraft(db: Db, { caseId, action, body, expectedVersion }: SaveDraftInput): Promise<SavedDraft> {
    if (!DRAFT_ACTION.test(action)) throw invalid({ action: 'UNKNOWN' });
    return db.transaction(async tx => {
      const row = await this.#mayWriteOn(tx, caseId, db.principal);
      const now = this.parts.clock.now();
      const about = { of: caseId, organisationId: row.organisation_id };
      const saved = await this.#drafts.save(tx, { ...about, action, body, expectedVersion, now });
      const until = reservationUntil(now, this.parts.reservationMinutes);
      await extendIfMine(tx, { caseId, staffId: db.principal.actorId, until, now });
      return saved;
    });
  }

  /** Only one's own. @returns false when there was none */
  async discardDraft(db: Db, caseId: string, action: string): Promise<boolean> {
    return db.transaction(tx => this.#drafts.discard(tx, caseId, action));
  }

  async #mayWriteOn(tx: Tx, caseId: string, actor: Principal): Promise<LockedCase> {
    const row = await tx.one<LockedCase & Record<string, unknown>>(CASE, [caseId, actor.actorId]);
    if (!row) throw notFound();
    this.parts.access.require(actor, PERMISSION_OF.NOTE, factsOf(row));
    return row;
  }
}
