/** The image case of an order line, begun when the line is ordered and closed when it ends some other way than by its images. */
import { addWorkingDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import { revokeUploadLinks } from '../upload/upload-link.ts';
import type { CaseChannel, CaseStatus } from './case.enums.ts';
import { nextStatus } from './case.rules.ts';
import { addEvent, saveCase } from './case.write.ts';
import { nextCaseNumber } from './case-number.write.ts';
import { endHold, type HeldCase } from './hold.write.ts';
import { FREE } from './reservation.write.ts';

export interface NewImageCase {
  readonly organisationId: number;
  readonly itemId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly channel: CaseChannel;
  readonly language: Language;
  readonly openedOn: LocalDate;
  /** Working days, as R2 gives the order. */
  readonly dueDays: number;
}

const OPEN = `insert into desk_case (organisation_id, number, kind, queue, status, channel, language, person_id, subject_organisation_id, order_item_id,
  opened_on, due_days, due_on)
values ($1, $2, 'IMAGE_REVIEW', 'IMAGE_REVIEW', 'AWAITING_UPLOAD', $3, $4, $5, $6, $7, $8, $9, $10) returning id`;

/** @returns id of the case, which waits for the upload */
export async function openImageCase(tx: Tx, given: NewImageCase): Promise<string> {
  const { organisationId, channel, language, personId, unitId, itemId, openedOn, dueDays } = given;
  const number = await nextCaseNumber(tx, Number(openedOn.slice(0, 4)));
  const subjects = [personId, unitId, itemId];
  const dates = [openedOn, dueDays, addWorkingDays(openedOn, dueDays)];
  const row = await tx.one<{ id: string }>(OPEN, [
    organisationId,
    number,
    channel,
    language,
    ...subjects,
    ...dates,
  ]);
  const id = row?.id ?? '';
  await addEvent(tx, { id, organisation_id: organisationId }, { type: 'CASE_OPENED', newValue: channel });
  return id;
}

const OF_ITEM = `select id, organisation_id, opened_on, due_days, status from desk_case
where order_item_id = $1 and kind = 'IMAGE_REVIEW' for update`;

/** The line has ended: nobody reviews its images any more, and no upload link works. Nothing happens when the case is closed already. */
export async function closeImageCase(tx: Tx, itemId: string, at: Date): Promise<void> {
  const row = await tx.one<HeldCase & { status: CaseStatus } & Record<string, unknown>>(OF_ITEM, [itemId]);
  const status = row && nextStatus(row.status, 'ORDER_ENDED');
  if (!row || !status) return;
  const held = row.status === 'ON_HOLD' ? await endHold(tx, row, osloDate(at)) : {};
  await revokeUploadLinks(tx, row, at);
  await saveCase(tx, row, { ...held, ...FREE, status, closed_at: at, new_post_at: null });
  await addEvent(tx, row, { type: 'CLOSED', newValue: 'ORDER_ENDED' });
}
