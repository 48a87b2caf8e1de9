/** Which right of policy.csv each thing done to an order line needs; the same table draws the menu and refuses the request. */
import type { Access } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { OrderItemStatus } from './order.enums.ts';
import { type OrderItemAction, orderItemActions } from './order-item.rules.ts';

/** Seeing orders and their lines. */
export const READ_ORDER = { resource: 'order', action: 'read' } as const;

export const ORDER_ITEM_PERMISSION = {
  CANCEL: { resource: 'order', action: 'cancel' },
  CHECK_AGAIN: { resource: 'order', action: 'check' },
  EXPLAIN: { resource: 'order', action: 'explain' },
} as const satisfies Record<OrderItemAction, { resource: string; action: string }>;

/** What the state of the line offers and the actor's rights permit. */
export function allowedItemActions(
  access: Access,
  actor: Principal,
  row: { readonly organisation_id: number; readonly status: OrderItemStatus },
): OrderItemAction[] {
  const facts = { organisationId: row.organisation_id };
  return orderItemActions(row.status).filter(action =>
    access.may(actor, ORDER_ITEM_PERMISSION[action], facts),
  );
}
