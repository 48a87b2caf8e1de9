/** Situations in which what the administrator does with machines works. */
import type { Desk } from './desk.ts';
import { createFirm, createOrderItem } from './factories.ts';
import { createMachine } from './machines.ts';
import { createEndpoint, happens } from './webhooks.ts';
import type { WorkingCall } from './working-calls.ts';

const admin = (variables: Record<string, unknown>): WorkingCall => ({ who: 'admin', variables });
const delivery = async (desk: Desk) => {
  const firm = await createFirm(desk);
  const { id: clientId } = await createMachine(desk, { firmId: firm.main });
  const endpoint = await createEndpoint(desk, { clientId, url: 'http://127.0.0.1:9/hook' });
  await happens(desk, await createOrderItem(desk, { firm }), ['PENDING', 'READY']);
  const { rows } = await desk.sql.query(
    `update webhook_delivery set status = 'FAILED' where endpoint_id = $1 returning id`,
    [endpoint.id],
  );
  return { endpointId: endpoint.id, id: rows[0]?.id as string };
};
const onEndpoint =
  (more: Record<string, unknown> = {}) =>
  async (desk: Desk) =>
    admin({ input: { id: (await delivery(desk)).endpointId, expectedVersion: 1, ...more } });
const WHAT = { url: 'http://127.0.0.1:9/hook', topics: ['card.status'] };
const input = async (desk: Desk) => ({ id: (await createMachine(desk)).id, expectedVersion: 1 });

export const MACHINES: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  createMachineClient: async () =>
    admin({ input: { name: 'Portalen', kind: 'PORTAL', authentication: 'SECRET', scopes: ['order.read'] } }),
  updateMachineClient: async desk =>
    admin({ input: { ...(await input(desk)), name: 'Portalen', scopes: ['order.read'], active: true } }),
  makeMachineSecret: async desk => admin({ input: await input(desk) }),
  async endMachineSecret(desk) {
    const about = await input(desk);
    const { rows } = await desk.sql.query('select id from machine_secret where client_id = $1', [about.id]);
    return admin({ input: about, secretId: rows[0]?.id });
  },
  async createWebhook(desk) {
    const { id: machineId } = await createMachine(desk);
    return admin({ input: { machineId, ...WHAT } });
  },
  updateWebhook: onEndpoint({ ...WHAT, active: true }),
  makeWebhookSecret: onEndpoint(),
  resumeWebhook: onEndpoint(),
  replayWebhook: async desk => admin({ id: (await delivery(desk)).id }),
  async replayFailedWebhooks(desk) {
    const { endpointId } = await delivery(desk);
    return admin({ input: { endpointId, from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' } });
  },
};
