/** Cancels an order line by hand, with a reason that staff may have (R6 binds the orderer only). */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, stale } from '../../platform/errors.ts';
import { closeImageCase } from '../case/image-case.write.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import { addOrderEvent, lockOrderItem, moveItem } from './item-state.write.ts';
import type { CancelReason } from './order.enums.ts';
import { ORDER_ITEM_PERMISSION } from './order.policy.ts';
import { orderItemActions } from './order-item.rules.ts';

export interface CancelItem {
  readonly orderItemId: string;
  readonly expectedVersion: number;
  readonly reason: CancelReason;
  readonly comment: string | null;
}

export interface CancelParts {
  readonly access: Access;
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
  /** The letter waits this long before it leaves. */
  readonly undoSeconds: number;
}

export class CancelItemService {
  constructor(private readonly parts: CancelParts) {}

  /** The line, its image case, the comment and the letter, all or nothing. @throws AppError NOT_FOUND, FORBIDDEN, ACTION_NOT_AVAILABLE, STALE */
  async cancelItem(db: Db, { orderItemId, expectedVersion, reason, comment }: CancelItem): Promise<void> {
    await db.transaction(async tx => {
      const item = await lockOrderItem(tx, orderItemId);
      const facts = { organisationId: item.organisation_id };
      this.parts.access.require(db.principal, ORDER_ITEM_PERMISSION.CANCEL, facts);
      await requireUntied(tx, { persons: [item.person_id], firms: [item.main_unit_id] });
      if (!orderItemActions(item.status).includes('CANCEL')) throw new AppError('ACTION_NOT_AVAILABLE');
      if (item.version !== expectedVersion) throw stale(item.version);
      const at = this.parts.clock.now();
      await moveItem(tx, item, { trigger: 'CANCELLED', at, reason });
      const note = comment?.trim() || null;
      if (note) await addOrderEvent(tx, item, { type: 'NOTE', at, itemId: item.id, note });
      await closeImageCase(tx, item.id, at);
      const sendAfter = new Date(at.getTime() + this.parts.undoSeconds * 1000);
      const mail = { template: 'ORDER_CANCELLED', itemId: item.id, dedupe: `cancelled:${item.id}` } as const;
      await queueOrderMail(tx, { ...mail, reason, at, sendAfter }, this.parts.mailDomain);
    });
  }
}
