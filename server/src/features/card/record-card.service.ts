/** Records that a card was shredded or seized (R16): events, not states; but what is shredded can never be valid again. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid, stale } from '../../platform/errors.ts';
import { addOrderEvent } from '../order/item-state.write.ts';
import type { CardParts } from './block-card.service.ts';
import { CARD_PERMISSION } from './card.policy.ts';
import { isLive } from './card.rules.ts';
import { type LockedCard, lockCard, moveCard } from './card-state.write.ts';

export interface RecordCard {
  readonly cardId: string;
  readonly expectedVersion: number;
  readonly what: 'SHREDDED' | 'SEIZED';
  /** The day it happened. */
  readonly on: LocalDate;
  /** Who seized it: Arbeidstilsynet, Statens vegvesen, the police ... */
  readonly by: string | null;
}

export class RecordCardService {
  constructor(private readonly parts: Pick<CardParts, 'access' | 'clock'>) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, STALE, VALIDATION_FAILED for a day to come or a seizure by nobody */
  async recordCard(db: Db, input: RecordCard): Promise<void> {
    await db.transaction(async tx => {
      const card = await lockCard(tx, input.cardId);
      const facts = { organisationId: card.organisation_id };
      this.parts.access.require(db.principal, CARD_PERMISSION.RECORD_SHREDDED, facts);
      if (card.version !== input.expectedVersion) throw stale(card.version);
      await recordLocked(tx, card, { ...input, at: this.parts.clock.now() });
    });
  }
}

const SHREDDED =
  'update card set shredded_on = coalesce(shredded_on, $2), version = version + 1 where id = $1';
const SEIZED = 'update card set seized_on = $2, seized_by = $3, version = version + 1 where id = $1';

/** Whoever calls has asked for the right. @throws AppError VALIDATION_FAILED */
export async function recordLocked(
  tx: Tx,
  card: LockedCard,
  { what, on, by, at }: Pick<RecordCard, 'what' | 'on' | 'by'> & { at: Date },
): Promise<void> {
  const who = by?.trim() || null;
  if (on > osloDate(at)) throw invalid({ on: 'IN_THE_FUTURE' });
  if (what === 'SEIZED' && who === null) throw invalid({ by: 'REQUIRED' });
  if (what === 'SHREDDED') await tx.query(SHREDDED, [card.id, on]);
  else await tx.query(SEIZED, [card.id, on, who]);
  await addOrderEvent(tx, card, { type: what, at, cardId: card.id, newValue: on, note: who });
  if (what === 'SHREDDED' && isLive(card.status))
    await moveCard(tx, card, { trigger: 'SHREDDED', at, reason: 'SHREDDED' });
}
