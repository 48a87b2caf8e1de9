/** Giving a case to someone and taking it away again: the columns and the timeline entries that belong together. */
import type { Tx } from '../../platform/db/db.ts';
import type { CaseChanges, LockedCase } from './case.write.ts';

/** The case goes back to its queue, or wherever its status keeps it. */
export const FREE = { reserved_by: null, reserved_until: null } as const satisfies CaseChanges;

/** Post that has come in is seen by whoever takes the case. */
export function reservedFor(staffId: string | null, until: Date): CaseChanges {
  return { reserved_by: staffId, reserved_until: until, last_worker_id: staffId, new_post_at: null };
}

const EXPIRED = `insert into case_event (organisation_id, case_id, type, old_value)
  select $1, $2, 'RESERVATION_EXPIRED', u.name from staff_user u where u.id = $3`;

/** Time ran out for whoever had it; nobody did that, so the system says it. */
export async function noteExpired(
  tx: Tx,
  row: Pick<LockedCase, 'id' | 'organisation_id' | 'reserved_by'>,
): Promise<void> {
  if (row.reserved_by) await tx.query(EXPIRED, [row.organisation_id, row.id, row.reserved_by]);
}

const EXTEND = `update desk_case set reserved_until = $3
  where id = $1 and reserved_by = $2 and reserved_until > $4 and reserved_until < $3::timestamptz - interval '1 minute'`;

export interface Extension {
  readonly caseId: string;
  readonly staffId: string | null;
  readonly until: Date;
  readonly now: Date;
}

/** For writes that change nothing else on the case: no new version, and at most one change a minute. */
export async function extendIfMine(tx: Tx, { caseId, staffId, until, now }: Extension): Promise<void> {
  await tx.query(EXTEND, [caseId, staffId, until, now]);
}

const SKIP = `insert into case_skip (case_id, staff_user_id, organisation_id, skipped_on, reason) values ($1, app_actor(), $2, $3, $4)
  on conflict (case_id, staff_user_id) do update set skipped_on = excluded.skipped_on, reason = excluded.reason`;

/** Take-next does not give the actor this case again on that day. */
export async function noteSkip(
  tx: Tx,
  row: Pick<LockedCase, 'id' | 'organisation_id'>,
  skip: { on: string; reason: string },
): Promise<void> {
  await tx.query(SKIP, [row.id, row.organisation_id, skip.on, skip.reason]);
}
