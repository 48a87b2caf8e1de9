/** UDI as the sandbox plays it, in our own shape. */
import { field, ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';

export const udiSandbox: SandboxRegister = {
  scope: () => 'udi:work-access',
  answer(world, { method, path, body }) {
    if (method !== 'POST' || path[0] !== 'work-access') return status(404);
    const { workAccess = 'UNKNOWN', workAccessTo } = world.person(field(body, 'nationalId')) ?? {};
    return ok({ access: workAccess, validTo: workAccessTo });
  },
};
