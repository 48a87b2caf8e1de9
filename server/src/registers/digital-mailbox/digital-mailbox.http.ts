/** Digital mailboxes over HTTP, in our own shape. */
import { z } from 'zod';
import { type AskParts, asker, named, only, shaped } from '../ask.ts';
import { askAbout, isNotFound } from '../own-shape.ts';
import type { DigitalMailbox, MailboxOwner } from './digital-mailbox.ts';

const DELIVERED = z.object({ receipt: z.string().min(1).max(200) });

export function createDigitalMailbox(parts: AskParts): DigitalMailbox {
  const ask = asker(parts);
  return {
    deliver: ({ reference, to, title, pdf }) =>
      ask({
        asked: { question: 'deliver', reference, ...ownerOf(to) },
        where: '/letters',
        request: askAbout('/letters', { reference, title, pdf: pdf.toString('base64'), ...addressOf(to) }),
        read: reply => {
          if (isNotFound(reply)) return { kind: 'NO_MAILBOX' as const };
          only(200, reply);
          return { kind: 'DELIVERED' as const, ...shaped(DELIVERED, reply) };
        },
        evidence: result => ({ ...result }),
      }),
  };
}

const ownerOf = (to: MailboxOwner) => (to.kind === 'PERSON' ? named(to) : { orgNumber: to.orgNumber });

function addressOf(to: MailboxOwner): Record<string, string> {
  return to.kind === 'PERSON' ? { nationalId: to.nationalId } : { orgNumber: to.orgNumber };
}
