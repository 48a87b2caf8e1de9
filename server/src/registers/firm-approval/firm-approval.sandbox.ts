/** Arbeidstilsynet's three firm registers as the sandbox plays them, in our own shape. */
import { ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';

export const firmApprovalSandbox = (register: 'cleaning' | 'carCare' | 'staffing'): SandboxRegister => ({
  scope: () => `arbeidstilsynet:${register}`,
  answer(world, { path: [list, orgNumber = ''] }) {
    if (list !== 'firms') return status(404);
    const approval = world.firm(orgNumber)?.[register];
    return approval ? ok(approval) : status(404, { code: 'NOT_FOUND' });
  },
});
