/** For each mutation about an order a situation in which it works. */
import type { Desk } from './desk.ts';
import { createStalledOrder } from './order.factories.ts';

const onItem =
  (input: Record<string, unknown>) =>
  async (desk: Desk): Promise<{ who: 'agent'; variables: Record<string, unknown> }> => ({
    who: 'agent',
    variables: { input: { orderItemId: (await createStalledOrder(desk)).itemId, ...input } },
  });

/** One that has just been sent. */
async function sentExplanation(desk: Desk): Promise<string> {
  const { itemId } = await createStalledOrder(desk);
  const agent = await desk.as('agent');
  const send = 'mutation S($input: SendExplanationInput!) { sendExplanation(input: $input) { id } }';
  const input = { orderItemId: itemId, expectedVersion: 1, text: 'Rett a-meldingen' };
  return (await agent.ask(send, { input })).sendExplanation.id;
}

export const ORDER_CALLS = {
  sendExplanation: onItem({ expectedVersion: 1, register: 'AA', text: 'Rett a-meldingen' }),
  undoExplanation: async (desk: Desk) => ({
    who: 'agent' as const,
    variables: { mailId: await sentExplanation(desk) },
  }),
  cancelOrderItem: async (desk: Desk) => ({
    who: 'senior' as const,
    variables: {
      input: {
        orderItemId: (await createStalledOrder(desk)).itemId,
        expectedVersion: 1,
        reason: 'DUPLICATE',
      },
    },
  }),
  checkAgain: onItem({ expectedVersion: 1, language: 'nb' }),
  addOrderNote: onItem({ note: 'Ringte og spurte', phoned: true }),
  saveOrderDraft: onItem({ action: 'NOTE', body: { text: 'halvferdig' }, expectedVersion: 0 }),
  async discardOrderDraft(desk: Desk) {
    const { itemId } = await createStalledOrder(desk);
    const sql = `insert into order_draft (staff_user_id, order_item_id, action, organisation_id, body) values ($1, $2, 'NOTE', 1, '{}')`;
    await desk.sql.query(sql, [desk.staff.agent, itemId]);
    return { who: 'agent' as const, variables: { orderItemId: itemId, action: 'NOTE' } };
  },
};
