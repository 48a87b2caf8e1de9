/** Folkeregisteret as the sandbox plays it, in our own shape. It tells a protected person's address too, so that the adapter can be seen to drop it. */
import { field, ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';

export const folkeregisteretSandbox: SandboxRegister = {
  scope: () => 'folkeregister:desk',
  answer(world, { method, path, body }) {
    if (method !== 'POST' || path[0] !== 'persons') return status(404);
    const person = world.person(field(body, 'nationalId'));
    if (!person) return status(404, { code: 'NOT_FOUND' });
    const { employments: _, assignments: __, workAccess: ___, workAccessTo: ____, ...told } = person;
    return ok({ status: 'ACTIVE', citizenships: ['NOR'], protection: 'NONE', ...told });
  },
};
