/** Writes down that a person is barred (inhabil) from a case; used when barring and when skipping or releasing for that reason. */
import type { Tx } from '../../platform/db/db.ts';
import type { BarReason } from './case.enums.ts';
import { addEvent, type LockedCase } from './case.write.ts';

export interface NewBar {
  readonly staffId: string;
  readonly reason: BarReason;
  readonly comment: string | null;
}

const BAR = `insert into case_barred (case_id, staff_user_id, organisation_id, reason, comment, created_by)
  select $1, u.id, $2, $4, $5, app_actor() from staff_user u where u.id = $3 and u.organisation_id = $2
  on conflict (case_id, staff_user_id) do nothing returning (select name from staff_user where id = $3) as name`;

/** @returns false when the person is unknown in the organisation or barred already */
export async function bar(
  tx: Tx,
  row: Pick<LockedCase, 'id' | 'organisation_id'>,
  { staffId, reason, comment }: NewBar,
): Promise<boolean> {
  const done = await tx.one<{ name: string }>(BAR, [row.id, row.organisation_id, staffId, reason, comment]);
  if (done) await addEvent(tx, row, { type: 'BARRED', oldValue: done.name, newValue: reason, note: comment });
  return done !== null;
}
