/** The only place that changes the state of a card; the database writes the event, keeps one live card per person and firm, and lets nothing leave BLOCKED. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Scheme } from '../order/order.enums.ts';
import type { RegisterCheckState } from '../register-check/outcome.rules.ts';
import type { CardStatus } from './card.enums.ts';
import { type CardTrigger, nextCardStatus, settledCard } from './card.rules.ts';

/** A card held for update. */
export interface LockedCard {
  id: string;
  organisation_id: number;
  number: string;
  earlier_issuer: boolean;
  person_id: string | null;
  unit_id: string | null;
  main_unit_id: string;
  scheme: Scheme | null;
  order_item_id: string | null;
  /** Null for cards of earlier issuers. */
  order_id: string | null;
  status: CardStatus;
  status_reason: string | null;
  valid_from: LocalDate | null;
  expires_on: LocalDate | null;
  shredded_on: LocalDate | null;
  seized_on: LocalDate | null;
  version: number;
}

const LOCK = `select id, organisation_id, number, earlier_issuer, person_id, unit_id, main_unit_id, scheme, order_item_id,
  (select i.order_id from order_item i where i.id = card.order_item_id) as order_id, status, status_reason, valid_from, expires_on, shredded_on, seized_on, version from card where id = $1 for update`;
const MOVE = `update card set status = $2, status_reason = $3, status_at = $4, version = version + 1 where id = $1`;
const CHECKS = `select c.register, c.settled_outcome as "settledOutcome", c.reason from register_check c where c.order_item_id = $1 order by c.register`;

/** @throws AppError NOT_FOUND */
export async function lockCard(tx: Tx, id: string): Promise<LockedCard> {
  const row = await tx.one<LockedCard & Record<string, unknown>>(LOCK, [id]);
  if (!row) throw notFound();
  return row;
}

export interface CardMove {
  readonly trigger: CardTrigger;
  readonly at: Date;
  /** Code of why, for the timeline, the employer and the card check. */
  readonly reason: string | null;
}

/**
 * @returns the new status
 * @throws AppError ACTION_NOT_AVAILABLE when the state table has no such step
 */
export async function moveCard(
  tx: Tx,
  card: Pick<LockedCard, 'id' | 'status'>,
  move: CardMove,
): Promise<CardStatus> {
  const next = nextCardStatus(card.status, move.trigger);
  if (!next) throw new AppError('ACTION_NOT_AVAILABLE');
  await tx.query(MOVE, [card.id, next, move.reason, move.at]);
  return next;
}

/**
 * Lets a card follow what the registers last said about its holder and firm (R14, R20).
 * @returns what changed; null when nothing did
 */
export async function settleCard(
  tx: Tx,
  cardId: string,
  at: Date,
): Promise<{ from: CardStatus; to: CardStatus; reason: string | null } | null> {
  const card = await lockCard(tx, cardId);
  if (!card.order_item_id) return null;
  const checks = await tx.query<RegisterCheckState & Record<string, unknown>>(CHECKS, [card.order_item_id]);
  const settled = settledCard(card.status, checks);
  if (!settled) return null;
  const to = await moveCard(tx, card, { ...settled, at });
  return { from: card.status, to, reason: settled.reason };
}
