/** Situations in which what the administrator does with machines works. */
import type { Desk } from './desk.ts';
import { createMachine } from './machines.ts';
import type { WorkingCall } from './working-calls.ts';

const admin = (variables: Record<string, unknown>): WorkingCall => ({ who: 'admin', variables });
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
};
