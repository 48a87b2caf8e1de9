/** Opens a closed case again; a closed image case takes its decision back with it, as long as the order item allows. */
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { ImageRequirement, ImageSubmissionStatus } from '../image-review/image-review.enums.ts';
import { nextImageRequirement, nextSubmissionStatus } from '../image-review/image-review.rules.ts';
import { moveItem } from '../order/item-state.write.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import { nextOrderItemStatus } from '../order/order-item.rules.ts';
import type { ReopenCaseInput } from './case.input.ts';
import { addEvent, type LockedCase, saveCase } from './case.write.ts';
import { type CaseParts, openCase, statusAfter } from './case-gate.ts';

interface StandingDecision extends Record<string, unknown> {
  id: string;
  outcome: string;
  submission_id: string;
  submission_status: ImageSubmissionStatus;
  item_id: string;
  item_status: OrderItemStatus;
  image_requirement: ImageRequirement;
}

const STANDING = `select d.id, d.outcome, d.submission_id, s.status as submission_status, i.id as item_id, i.status as item_status, i.image_requirement
from image_submission s join image_decision d on d.submission_id = s.id and d.undone_at is null join order_item i on i.id = s.order_item_id
where s.case_id = $1 order by s.attempt desc limit 1 for update of s, d, i`;
const UNDO = 'update image_decision set undone_at = $2, undone_by = app_actor() where id = $1';
const SUBMISSION = 'update image_submission set status = $2, version = version + 1 where id = $1';
/** A letter that has not begun to leave would tell of a decision that no longer stands. */
const RECALL = `update outbox_mail set status = 'CANCELLED', version = version + 1
  where case_id = $1 and subject_id = $2 and template in ('IMAGES_REJECTED', 'IMAGES_STOPPED') and status = 'QUEUED' returning id`;

export class ReopenService {
  constructor(private readonly parts: CaseParts) {}

  /** @throws AppError REOPEN_REFUSED when the order item is past the point where its images matter */
  async reopenCase(db: Db, { caseId, expectedVersion, reason, comment }: ReopenCaseInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'REOPEN' } as const;
      const { row, now } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      if (row.kind === 'IMAGE_REVIEW') await takeDecisionBack(tx, row, now);
      await saveCase(tx, row, { status: statusAfter(row.status, 'REOPENED'), closed_at: null });
      await addEvent(tx, row, { type: 'REOPENED', newValue: reason, note: comment });
    });
  }
}

async function takeDecisionBack(tx: Tx, row: LockedCase, now: Date): Promise<void> {
  const standing = await tx.one<StandingDecision>(STANDING, [row.id]);
  if (!standing) return;
  const trigger = 'DECISION_UNDONE';
  const submission = nextSubmissionStatus(standing.submission_status, trigger);
  const requirement = nextImageRequirement(standing.image_requirement, trigger);
  const item = {
    id: standing.item_id,
    status: standing.item_status,
    image_requirement: standing.image_requirement,
  };
  if (!submission || !requirement || !nextOrderItemStatus(item.status, trigger))
    throw new AppError('REOPEN_REFUSED');
  await tx.query(UNDO, [standing.id, now]);
  await tx.query(SUBMISSION, [standing.submission_id, submission]);
  await moveItem(tx, item, { trigger, requirement, at: now });
  await addEvent(tx, row, { type: 'DECISION_UNDONE', oldValue: standing.outcome });
  const recalled = await tx.query(RECALL, [row.id, standing.id]);
  if (recalled.length > 0) await addEvent(tx, row, { type: 'MAIL_CANCELLED' });
}
