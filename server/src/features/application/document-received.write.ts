/** What a paper that comes in does to the case it is for: an application that waited for papers waits no longer, and whoever had the case sees the post. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { addEvent, lockCase, saveCase } from '../case/case.write.ts';
import { statusAfter } from '../case/case-gate.ts';
import { endHold } from '../case/hold.write.ts';
import { FREE } from '../case/reservation.write.ts';
import { lockApplication, moveApplication } from './application-state.write.ts';

/** Nothing more happens when the case is closed or waits for a signature: the proposal falls when it is looked at. */
export async function documentReceived(
  tx: Tx,
  { caseId, actor }: { readonly caseId: string; readonly actor: Principal },
  at: Date,
): Promise<void> {
  const row = await lockCase(tx, caseId, actor);
  const application = await lockApplication(tx, caseId);
  if (row.status === 'CLOSED') return;
  if (row.status !== 'ON_HOLD') return void (await saveCase(tx, row, { new_post_at: at }));
  const woken = await endHold(tx, row, osloDate(at));
  const status = statusAfter(row.status, 'DOCUMENT_RECEIVED');
  await saveCase(tx, row, { ...woken, ...FREE, status, new_post_at: at });
  await addEvent(tx, row, { type: 'RESUMED' });
  if (application.status === 'AWAITING_DOCUMENTS')
    await moveApplication(tx, application, { trigger: 'DOCUMENT_RECEIVED', at });
}
