/** The only place that changes the state of an order line; the database writes the event and refuses what the state table does not have. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import type { RegisterCheckState } from '../register-check/outcome.rules.ts';
import type { OrderItemStatus, Scheme } from './order.enums.ts';
import { nextOrderItemStatus, type OrderItemTrigger, settledTrigger } from './order-item.rules.ts';

/** An order line held for update. */
export interface LockedOrderItem {
  id: string;
  organisation_id: number;
  order_id: string;
  order_number: string;
  line: number;
  person_id: string;
  unit_id: string;
  main_unit_id: string;
  scheme: Scheme;
  status: OrderItemStatus;
  image_requirement: ImageRequirement;
  ordered_on: LocalDate;
  clock_from: LocalDate;
  cancel_on: LocalDate | null;
  start_on: LocalDate | null;
  posted_worker: boolean;
  renews_card_id: string | null;
  card_number: string | null;
  orderer_language: Language;
  version: number;
}

const COLUMNS = `id, organisation_id, order_id, order_number, line, person_id, unit_id, main_unit_id, scheme, status, image_requirement, ordered_on,
  coalesce(clock_from, ordered_on) as clock_from, cancel_on, start_on, posted_worker, renews_card_id, card_number, orderer_language, version`;
const LOCK = `select ${COLUMNS} from order_item where id = $1 for update`;
const MOVE = `update order_item set status = $2, image_requirement = $3, status_reason = $4, status_at = $5, version = version + 1 where id = $1`;
const REQUIRE = 'update order_item set image_requirement = $2, version = version + 1 where id = $1';
const CHECKS = `select register, outcome, settled_outcome as "settledOutcome", reason from register_check where order_item_id = $1`;

/** @throws AppError NOT_FOUND */
export async function lockOrderItem(tx: Tx, id: string): Promise<LockedOrderItem> {
  const row = await tx.one<LockedOrderItem & Record<string, unknown>>(LOCK, [id]);
  if (!row) throw notFound();
  return row;
}

export interface ItemMove {
  readonly trigger: OrderItemTrigger;
  readonly at: Date;
  /** Code of why, for the timeline and the orderer. */
  readonly reason?: string | null;
  /** What becomes of the image requirement, when it changes too. */
  readonly requirement?: ImageRequirement;
}

type Movable = Pick<LockedOrderItem, 'id' | 'status' | 'image_requirement'>;

/**
 * @returns the new status
 * @throws AppError ACTION_NOT_AVAILABLE when the state table has no such step
 */
export async function moveItem(tx: Tx, item: Movable, move: ItemMove): Promise<OrderItemStatus> {
  const next = nextOrderItemStatus(item.status, move.trigger);
  if (!next) throw new AppError('ACTION_NOT_AVAILABLE');
  const requirement = move.requirement ?? item.image_requirement;
  if (next === item.status) await tx.query(REQUIRE, [item.id, requirement]);
  else await tx.query(MOVE, [item.id, next, requirement, move.reason ?? null, move.at]);
  return next;
}

/**
 * Lets a line go where its images and checks have taken it (R1, R22): PENDING to READY, or back when a check no longer holds.
 * Called after every change of either. @returns the status afterwards
 */
export async function settleItem(tx: Tx, itemId: string, at: Date): Promise<OrderItemStatus> {
  const item = await lockOrderItem(tx, itemId);
  const checks = await tx.query<RegisterCheckState & Record<string, unknown>>(CHECKS, [itemId]);
  const trigger = settledTrigger({ status: item.status, imageRequirement: item.image_requirement, checks });
  return trigger ? moveItem(tx, item, { trigger, at }) : item.status;
}

export interface NewOrderEvent {
  readonly type: string;
  readonly at: Date;
  readonly itemId?: string | null;
  readonly cardId?: string | null;
  readonly oldValue?: string | null;
  readonly newValue?: string | null;
  readonly register?: string | null;
  readonly note?: string | null;
}

const ADD_EVENT = `insert into order_event (organisation_id, order_id, order_item_id, card_id, at, type, actor_id, old_value, new_value, register, note)
  values ($1, $2, $3, $4, $5, $6, app_actor(), $7, $8, $9, $10)`;

/** Adds to the timeline of an order what is no change of state; who did it comes from the transaction (null is the system). */
export async function addOrderEvent(
  tx: Tx,
  order: { readonly organisation_id: number; readonly order_id: string | null },
  event: NewOrderEvent,
): Promise<void> {
  await tx.query(ADD_EVENT, [
    order.organisation_id,
    order.order_id,
    event.itemId ?? null,
    event.cardId ?? null,
    event.at,
    event.type,
    event.oldValue ?? null,
    event.newValue ?? null,
    event.register ?? null,
    event.note ?? null,
  ]);
}
