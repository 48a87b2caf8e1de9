/** The access point to digital mailboxes as the sandbox plays it, in our own shape; it keeps what it was given. */
import { field, ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';

export const digitalMailboxSandbox: SandboxRegister = {
  scope: () => 'mailbox:deliver',
  answer(world, { method, path, body }) {
    if (method !== 'POST' || path[0] !== 'letters') return status(404);
    const [nationalId, orgNumber] = [field(body, 'nationalId'), field(body, 'orgNumber')];
    const owner = nationalId ? world.person(nationalId) : world.firm(orgNumber);
    if (!owner || owner.mailbox === false) return status(404, { code: 'NOT_FOUND' });
    const [reference, pdf, title] = [field(body, 'reference'), field(body, 'pdf'), field(body, 'title')];
    if (!reference || !pdf || !title) return status(400);
    return ok({ receipt: world.takeLetter({ reference, to: nationalId || orgNumber, title, pdf }) });
  },
};
