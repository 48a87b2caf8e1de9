/** The gate in front of every write to a case's images: the case and its order item locked, the right, the reservation, what the state offers, the version. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { CaseAction } from '../case/case.enums.ts';
import { PERMISSION_OF, stateOf } from '../case/case.policy.ts';
import { availableActions } from '../case/case.rules.ts';
import {
  factsOf,
  type LockedCase,
  lockCase,
  requireReservation,
  requireVersion,
} from '../case/case.write.ts';
import { moveItem, settleItem } from '../order/item-state.write.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import type { ImageRequirement } from './image-review.enums.ts';
import { type ImageTrigger, nextImageRequirement } from './image-review.rules.ts';

export interface LockedItem {
  id: string;
  status: OrderItemStatus;
  image_requirement: ImageRequirement;
  orderer_language: Language;
}

export interface OpenedImages {
  readonly row: LockedCase;
  readonly item: LockedItem;
  readonly now: Date;
  readonly today: LocalDate;
}

export interface GateParts {
  readonly access: Access;
  readonly clock: Clock;
}

export interface GateAsk {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly action: CaseAction;
}

const ITEM =
  'select id, status, image_requirement, orderer_language from order_item where id = $1 for update';

/** @throws AppError NOT_FOUND, FORBIDDEN, BARRED, RESERVED_BY_OTHER, RESERVATION_LOST, ACTION_NOT_AVAILABLE, STALE: in this order */
export async function openImages(
  { access, clock }: GateParts,
  { tx, actor }: { tx: Tx; actor: Principal },
  ask: GateAsk,
): Promise<OpenedImages> {
  const row = await lockCase(tx, ask.caseId, actor);
  const now = clock.now();
  requireRight(access, { row, actor }, ask.action);
  requireReservation(row, actor, now);
  const item = await lockItem(tx, row);
  const state = { ...row, image_requirement: item.image_requirement, undo_open: false };
  if (!availableActions(stateOf(state, actor, now)).includes(ask.action))
    throw new AppError('ACTION_NOT_AVAILABLE');
  requireVersion(row, ask.expectedVersion);
  return { row, item, now, today: osloDate(now) };
}

/** Asked as if the case were reserved by the actor: losing it is told apart from never having had the right. */
function requireRight(
  access: Access,
  { row, actor }: { row: LockedCase; actor: Principal },
  action: CaseAction,
): void {
  const permission = PERMISSION_OF[action];
  const facts = { ...factsOf(row), reservedBy: actor.actorId };
  if (access.may(actor, permission, facts)) return;
  if (row.barred && access.may(actor, permission, { ...facts, barred: false })) throw new AppError('BARRED');
  access.require(actor, permission, facts);
}

/** @throws AppError ACTION_NOT_AVAILABLE when the case is not about an order item */
export async function lockItem(tx: Tx, row: LockedCase): Promise<LockedItem> {
  const item = row.order_item_id && (await tx.one<LockedItem>(ITEM, [row.order_item_id]));
  if (!item) throw new AppError('ACTION_NOT_AVAILABLE');
  return item;
}

/** Takes the order line where the images take it; with the last check passed it goes on by itself (R22). */
export async function followImages(
  tx: Tx,
  item: LockedItem,
  { trigger, at }: { trigger: ImageTrigger; at: Date },
): Promise<void> {
  const requirement = nextImageRequirement(item.image_requirement, trigger);
  if (!requirement) throw new AppError('ACTION_NOT_AVAILABLE');
  await moveItem(tx, item, { trigger, requirement, at });
  if (trigger === 'IMAGES_APPROVED') await settleItem(tx, item.id, at);
}
