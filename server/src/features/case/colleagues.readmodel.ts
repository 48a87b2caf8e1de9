/** Colleagues a case can be handed to, or be barred from. */
import type { Db } from '../../platform/db/db.ts';
import type { StaffRefType } from '../staff/me.type.ts';
import { toStaffRef } from './case-submission.map.ts';

const COLLEAGUES = `select id, name from staff_user where organisation_id = $1 and active and id <> $2 order by name, id limit 100`;

/** Everyone active in my own organisation but me. */
export async function colleagues(db: Db): Promise<StaffRefType[]> {
  const { organisationId, actorId } = db.principal;
  const rows = await db.read<{ id: string; name: string }>(COLLEAGUES, [organisationId, actorId]);
  return rows.map(toStaffRef);
}
