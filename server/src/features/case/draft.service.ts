/** Text a person has begun on a case and not sent: kept per person, case and action, whoever has the case meanwhile. */
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { invalid, notFound, stale } from '../../platform/errors.ts';
import type { SaveDraftInput } from './case.input.ts';
import { PERMISSION_OF } from './case.policy.ts';
import { reservationUntil } from './case.rules.ts';
import { factsOf, type LockedCase } from './case.write.ts';
import type { CaseParts } from './case-gate.ts';
import { extendIfMine } from './reservation.write.ts';

export interface SavedDraft extends Record<string, unknown> {
  action: string;
  body: unknown;
  version: number;
  updatedAt: Date;
}

/** Not locked: a colleague who decides on the case must not wait for somebody's typing. */
const CASE = `select c.id, c.organisation_id, c.kind, c.reserved_by,
  exists (select 1 from case_barred b where b.case_id = c.id and b.staff_user_id = $2) as barred
from desk_case c where c.id = $1`;
const SAVE = `insert into draft as d (staff_user_id, case_id, action, organisation_id, body, updated_at) values (app_actor(), $1, $2, $3, $4, $5)
  on conflict (staff_user_id, case_id, action) do update set body = excluded.body, version = d.version + 1, updated_at = excluded.updated_at
  where d.version = $6 returning action, body, version, updated_at as "updatedAt"`;
const CURRENT =
  'select version from draft where staff_user_id = app_actor() and case_id = $1 and action = $2';
const DISCARD =
  'delete from draft where staff_user_id = app_actor() and case_id = $1 and action = $2 returning case_id';

/** Names are short codes, so that one person cannot fill the table with them. */
const ACTION = /^[A-Z][A-Z_]{1,39}$/;

export class DraftService {
  constructor(private readonly parts: CaseParts) {}

  /** @throws AppError STALE when another tab or device has saved since; nothing is overwritten */
  async saveDraft(db: Db, { caseId, action, body, expectedVersion }: SaveDraftInput): Promise<SavedDraft> {
    if (!ACTION.test(action)) throw invalid({ action: 'UNKNOWN' });
    return db.transaction(async tx => {
      const row = await this.#mayWriteOn(tx, caseId, db.principal);
      const now = this.parts.clock.now();
      const values = [caseId, action, row.organisation_id, JSON.stringify(body), now, expectedVersion];
      const saved = await tx.one<SavedDraft>(SAVE, values);
      if (!saved) throw stale(await currentVersion(tx, caseId, action));
      const until = reservationUntil(now, this.parts.reservationMinutes);
      await extendIfMine(tx, { caseId, staffId: db.principal.actorId, until, now });
      return saved;
    });
  }

  /** Only one's own. @returns false when there was none */
  async discardDraft(db: Db, caseId: string, action: string): Promise<boolean> {
    return db.transaction(async tx => (await tx.one(DISCARD, [caseId, action])) !== null);
  }

  async #mayWriteOn(tx: Tx, caseId: string, actor: Principal): Promise<LockedCase> {
    const row = await tx.one<LockedCase & Record<string, unknown>>(CASE, [caseId, actor.actorId]);
    if (!row) throw notFound();
    this.parts.access.require(actor, PERMISSION_OF.NOTE, factsOf(row));
    return row;
  }
}

async function currentVersion(tx: Tx, caseId: string, action: string): Promise<number> {
  const row = await tx.one<{ version: number }>(CURRENT, [caseId, action]);
  return row?.version ?? 0;
}
