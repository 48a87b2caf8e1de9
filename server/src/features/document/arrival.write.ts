/** A paper has come to the authority: an application that waited for it goes on, its clock runs again, and whoever has the case sees that there is post. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { nextApplicationStatus } from '../application/application.rules.ts';
import { lockApplication, moveApplication } from '../application/application-state.write.ts';
import { nextStatus } from '../case/case.rules.ts';
import { addEvent, type CaseChanges, type LockedCase, lockCase, saveCase } from '../case/case.write.ts';
import { endHold, type HeldCase } from '../case/hold.write.ts';

/** Once per paper, in its transaction, after its rows; not for what still lies at the issuer. */
export async function noteArrival(
  tx: Tx,
  caseId: string,
  { actor, now }: { readonly actor: Principal; readonly now: Date },
): Promise<void> {
  const row = await lockCase(tx, caseId, actor);
  const application = await lockApplication(tx, caseId);
  if (nextApplicationStatus(application.status, 'DOCUMENT_RECEIVED'))
    await moveApplication(tx, application, { trigger: 'DOCUMENT_RECEIVED', at: now });
  const status = nextStatus(row.status, 'DOCUMENT_RECEIVED');
  if (status) await saveCase(tx, row, { ...(await wake(tx, row, { actor, now })), status });
}

/** What somebody has just scanned is no news to her. */
async function wake(
  tx: Tx,
  row: LockedCase,
  { actor, now }: { readonly actor: Principal; readonly now: Date },
): Promise<CaseChanges> {
  const waited = row.status === 'ON_HOLD' ? await endHold(tx, row, osloDate(now)) : {};
  const isOwner = actor.actorId !== null && row.reserved_by === actor.actorId;
  return isOwner ? waited : { ...waited, new_post_at: now };
}

type Unattended = HeldCase & { readonly status: string };
const LOCK = `select id::text, organisation_id, opened_on, due_days, status from desk_case where id = $1 for update`;

/** The same where nobody of ours is at it: what a mailbox or a machine brings. Before the rows of the papers. @returns the case */
export async function noteUnattended(tx: Tx, caseId: string, at: Date): Promise<Unattended> {
  const row = await tx.one<Unattended & Record<string, unknown>>(LOCK, [caseId]);
  if (!row) throw new Error('papers for a case that is not there');
  const application = await lockApplication(tx, caseId);
  const waits = application.status === 'AWAITING_DOCUMENTS';
  if (waits) await moveApplication(tx, application, { trigger: 'DOCUMENT_RECEIVED', at });
  const woken = waits && row.status === 'ON_HOLD';
  const awake = woken ? { ...(await endHold(tx, row, osloDate(at))), status: 'OPEN' as const } : {};
  await saveCase(tx, row, { ...awake, new_post_at: at });
  if (woken) await addEvent(tx, row, { type: 'RESUMED' });
  return row;
}
