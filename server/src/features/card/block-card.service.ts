/** Blocks a card for good (R15): for staff on a verified request, for a firm's own machine, and for what the authority has decided. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, stale } from '../../platform/errors.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import { addOrderEvent } from '../order/item-state.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { BlockReason } from './card.enums.ts';
import { CARD_PERMISSION } from './card.policy.ts';
import { cardActions } from './card.rules.ts';
import { type LockedCard, lockCard, moveCard } from './card-state.write.ts';

export interface BlockCard {
  readonly cardId: string;
  readonly expectedVersion: number;
  readonly reason: BlockReason;
  readonly comment: string | null;
}

export interface CardParts {
  readonly access: Access;
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

export class BlockCardService {
  constructor(private readonly parts: CardParts) {}

  /** Final: there is no undo, so the letter leaves at once. @throws AppError NOT_FOUND, FORBIDDEN, ACTION_NOT_AVAILABLE, STALE */
  async blockCard(db: Db, { cardId, expectedVersion, reason, comment }: BlockCard): Promise<void> {
    await db.transaction(async tx => {
      const card = await lockCard(tx, cardId);
      const facts = { organisationId: card.organisation_id };
      this.parts.access.require(db.principal, CARD_PERMISSION.BLOCK, facts);
      await requireUntied(tx, { persons: [card.person_id], firms: [card.main_unit_id] });
      if (card.version !== expectedVersion) throw stale(card.version);
      const at = this.parts.clock.now();
      await blockLocked(tx, card, { reason, at, comment, mailDomain: this.parts.mailDomain });
    });
  }
}

export interface Blocking {
  readonly reason: BlockReason;
  readonly at: Date;
  readonly comment: string | null;
  readonly mailDomain: string;
}

/** Whoever calls has asked for the right. @throws AppError ACTION_NOT_AVAILABLE when the card is blocked or expired already */
export async function blockLocked(tx: Tx, card: LockedCard, blocking: Blocking): Promise<void> {
  const { reason, at, comment, mailDomain } = blocking;
  if (!cardActions(card.status).includes('BLOCK')) throw new AppError('ACTION_NOT_AVAILABLE');
  await moveCard(tx, card, { trigger: 'BLOCKED', at, reason });
  const note = comment?.trim() || null;
  if (note) await addOrderEvent(tx, card, { type: 'NOTE', at, cardId: card.id, note });
  // Nobody is written to about a card of an earlier issuer: its order is not here.
  if (!card.order_item_id) return;
  const mail = { template: 'CARD_BLOCKED', itemId: card.order_item_id, cardId: card.id } as const;
  await queueOrderMail(tx, { ...mail, dedupe: `blocked:${card.id}`, reason, at, sendAfter: at }, mailDomain);
}
