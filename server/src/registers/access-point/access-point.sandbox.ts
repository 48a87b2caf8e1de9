/** The access point as the sandbox plays it, in our own shape; it keeps what it was given. */
import type { LiveWorld } from '../sandbox/live-world.ts';
import { field, ok, type SandboxRegister, type SandboxReply, status } from '../sandbox/sandbox-route.ts';

const SCHEME = '0192';

export const accessPointSandbox: SandboxRegister = {
  scope: () => 'peppol:send',
  answer(world, { method, path: [what], body }) {
    if (method !== 'POST') return status(404);
    if (what === 'receivers') return receiver(world, body);
    if (what === 'messages') return message(world, body);
    return what === 'receipts' ? receipt(world, field(body, 'messageId')) : status(404);
  },
};

function receiver(world: LiveWorld, body: unknown): SandboxReply {
  if (field(body, 'scheme') !== SCHEME) return status(400);
  const firm = world.firm(field(body, 'orgNumber'));
  return ok({ receives: firm !== undefined && firm.ehf !== 'NOT_A_RECEIVER' });
}

function message(world: LiveWorld, body: unknown): SandboxReply {
  const [messageId, to, xml] = [field(body, 'messageId'), field(body, 'receiver'), field(body, 'xml')];
  if (!messageId || !to || !xml || field(body, 'scheme') !== SCHEME) return status(400);
  world.takeEhf({ messageId, to, xml });
  return ok({ accepted: true });
}

function receipt(world: LiveWorld, messageId: string): SandboxReply {
  const taken = world.ehf.get(messageId);
  if (!taken) return status(404, { code: 'NOT_FOUND' });
  const mood = world.firm(taken.to)?.ehf;
  if (mood === 'SLOW') return ok({ status: 'PENDING' });
  if (mood === 'REFUSES') return ok({ status: 'FAILED', reason: 'The receiver refused the document.' });
  return ok({ status: 'DELIVERED', receipt: `receipt-${messageId}` });
}
