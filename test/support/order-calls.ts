/** For each mutation about an order a situation in which it works. */
import type { Desk } from './desk.ts';
import { createStalledOrder } from './order.factories.ts';

const onItem =
  (input: Record<string, unknown>) =>
  async (desk: Desk): Promise<{ who: 'agent'; variables: Record<string, unknown> }> => ({
    who: 'agent',
    variables: { input: { orderItemId: (await createStalledOrder(desk)).itemId, ...input } },
  });

export const ORDER_CALLS = {
  addOrderNote: onItem({ note: 'Ringte og spurte', phoned: true }),
  saveOrderDraft: onItem({ action: 'NOTE', body: { text: 'halvferdig' }, expectedVersion: 0 }),
  async discardOrderDraft(desk: Desk) {
    const { itemId } = await createStalledOrder(desk);
    const sql = `insert into order_draft (staff_user_id, order_item_id, action, organisation_id, body) values ($1, $2, 'NOTE', 1, '{}')`;
    await desk.sql.query(sql, [desk.staff.agent, itemId]);
    return { who: 'agent' as const, variables: { orderItemId: itemId, action: 'NOTE' } };
  },
};
