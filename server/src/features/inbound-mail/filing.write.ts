/** Puts a mail on the application it is about: the case wakes, shows that it has new post, and its timeline and journal tell of it. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lockApplication, moveApplication } from '../application/application-state.write.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { endHold, type HeldCase } from '../case/hold.write.ts';

type FiledCase = HeldCase & { readonly status: string };

const LOCK = `select id::text, organisation_id, opened_on, due_days, status from desk_case where id = $1 for update`;

export interface MailToFile {
  readonly mailId: string;
  readonly caseId: string;
  readonly at: Date;
}

/** The application waits no longer for what may be in the mail; whether it is, a person says. */
export async function fileMail(tx: Tx, { caseId, at }: MailToFile): Promise<void> {
  const row = await tx.one<FiledCase & Record<string, unknown>>(LOCK, [caseId]);
  if (!row) throw new Error('a mail names a case that is not there');
  const application = await lockApplication(tx, caseId);
  const waits = application.status === 'AWAITING_DOCUMENTS';
  if (waits) await moveApplication(tx, application, { trigger: 'DOCUMENT_RECEIVED', at });
  const woken = waits && row.status === 'ON_HOLD';
  const awake = woken ? { ...(await endHold(tx, row, osloDate(at))), status: 'OPEN' as const } : {};
  await saveCase(tx, row, { ...awake, new_post_at: at });
  if (woken) await addEvent(tx, row, { type: 'RESUMED' });
  await addEvent(tx, row, { type: 'MAIL_RECEIVED' });
}
