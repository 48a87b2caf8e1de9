/** Blocks a card on somebody's request: by phone only when the caller has been verified, in a call about this card (domain section 9, R15). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { requireVerifiedCall } from '../caller/caller.write.ts';
import type { BlockCardService } from './block-card.service.ts';
import type { BlockCardInput } from './card.input.ts';

export class CardRequestService {
  constructor(private readonly parts: { readonly clock: Clock; readonly blocks: BlockCardService }) {}

  /** @throws AppError CALL_NOT_VERIFIED, and what blocking throws */
  async blockOnRequest(db: Db, input: BlockCardInput): Promise<void> {
    const { cardId, expectedVersion, reason, comment = null, request, callId = null } = input;
    if (request === 'PHONE') {
      const now = this.parts.clock.now();
      const call = { callId, cardId, purpose: 'CARDS', now, today: osloDate(now) } as const;
      await db.transaction(tx => requireVerifiedCall(tx, call));
    }
    await this.parts.blocks.blockCard(db, { cardId, expectedVersion, reason, comment });
  }
}
