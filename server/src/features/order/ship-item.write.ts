/** A card has left for its holder: the line is SHIPPED, the card is VALID from today, and the one it renews ends (R4, R5, R11, R14). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { expiresOn } from '../card/card.rules.ts';
import { moveCard, settleCard } from '../card/card-state.write.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { type LockedOrderItem, moveItem } from './item-state.write.ts';

const LIVE = `select id, status from card where person_id = $1 and main_unit_id = $2 and status in ('VALID', 'INVALID') for update`;
const ADD = `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on, chip_code_hash)
values ($1, $2, $3, $4, $5, $6, $7, 'VALID', $8, $9, $10, $11) returning id`;
const REPLACED = 'update card set replaced_by_id = $2 where id = $1';

export interface Shipping {
  readonly at: Date;
  /** SHA-256 of the secret in chip and QR code (card/chip-code.ts). */
  readonly chipCodeHash: Buffer;
}

/**
 * The line must be locked. A check that failed while the card was made leaves it INVALID at once.
 * @returns the new card
 * @throws AppError ACTION_NOT_AVAILABLE unless it is in production and has its card number
 */
export async function shipItem(
  tx: Tx,
  item: LockedOrderItem,
  { at, chipCodeHash }: Shipping,
): Promise<{ cardId: string; status: CardStatus; reason: string | null }> {
  if (!item.card_number) throw new AppError('ACTION_NOT_AVAILABLE');
  await moveItem(tx, item, { trigger: 'SHIPPED', at });
  const live = await tx.one<{ id: string; status: CardStatus }>(LIVE, [item.person_id, item.main_unit_id]);
  if (live) await moveCard(tx, live, { trigger: 'REPLACED', at, reason: 'REPLACED' });
  const cardId = await addCard(tx, item, { at, chipCodeHash });
  if (live) await tx.query(REPLACED, [live.id, cardId]);
  const settled = await settleCard(tx, cardId, at);
  return { cardId, status: settled?.to ?? 'VALID', reason: settled?.reason ?? null };
}

/** Two years and the expiry day count from the day the card becomes VALID, by the rules of that day (R4). */
async function addCard(tx: Tx, item: LockedOrderItem, { at, chipCodeHash }: Shipping): Promise<string> {
  const today = osloDate(at);
  const { validityYears } = await settingsOn(tx, today, item.scheme);
  const { organisation_id, card_number, person_id, unit_id, main_unit_id, scheme, id } = item;
  const where = [organisation_id, card_number, person_id, unit_id, main_unit_id, scheme, id];
  const row = await tx.one<{ id: string }>(ADD, [
    ...where,
    at,
    today,
    expiresOn(today, validityYears),
    chipCodeHash,
  ]);
  return row?.id ?? '';
}
