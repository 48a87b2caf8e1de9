/** Notes on an order line, and what somebody has begun to write about one: for whoever works with orders, whoever does so next. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { DRAFT_ACTION, DraftStore, type SavedDraft } from '../case/draft.store.ts';
import { addOrderEvent } from './item-state.write.ts';
import { NOTE_ON_ORDER } from './order.policy.ts';
import type { AddOrderNoteInput, SaveOrderDraftInput } from './order-note.input.ts';

export interface OrderNoteParts {
  readonly access: Access;
  readonly clock: Clock;
}

interface NotedItem extends Record<string, unknown> {
  id: string;
  organisation_id: number;
  order_id: string;
}

/** Not locked: nothing of the line changes. */
const ITEM = `select i.id, i.organisation_id, i.order_id from order_item i join card_order o on o.id = i.order_id where i.id = $1`;

export class OrderNoteService {
  readonly #drafts = new DraftStore('orderItem');

  constructor(private readonly parts: OrderNoteParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, VALIDATION_FAILED (note) */
  async addOrderNote(db: Db, { orderItemId, note, phoned }: AddOrderNoteInput): Promise<void> {
    if (note.trim() === '') throw invalid({ note: 'REQUIRED' });
    await db.transaction(async tx => {
      const item = await this.#itemFor(db, tx, orderItemId);
      const event = { type: 'NOTE', at: this.parts.clock.now(), itemId: item.id };
      await addOrderEvent(tx, item, { ...event, newValue: phoned ? 'PHONE' : null, note });
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, STALE when another tab or device has saved since; nothing is overwritten */
  async saveOrderDraft(db: Db, input: SaveOrderDraftInput): Promise<SavedDraft> {
    const { orderItemId, action, body, expectedVersion } = input;
    if (!DRAFT_ACTION.test(action)) throw invalid({ action: 'UNKNOWN' });
    return db.transaction(async tx => {
      const item = await this.#itemFor(db, tx, orderItemId);
      const about = { of: item.id, organisationId: item.organisation_id };
      return this.#drafts.save(tx, { ...about, action, body, expectedVersion, now: this.parts.clock.now() });
    });
  }

  /** Only one's own. @returns false when there was none */
  discardOrderDraft(db: Db, orderItemId: string, action: string): Promise<boolean> {
    return db.transaction(tx => this.#drafts.discard(tx, orderItemId, action));
  }

  async #itemFor(db: Db, tx: Tx, id: string): Promise<NotedItem> {
    const item = await tx.one<NotedItem>(ITEM, [id]);
    if (!item) throw notFound();
    this.parts.access.require(db.principal, NOTE_ON_ORDER, { organisationId: item.organisation_id });
    return item;
  }
}
