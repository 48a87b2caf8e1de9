/** The access point over HTTP, in our own shape. */
import { z } from 'zod';
import { type AskParts, asker, only, shaped } from '../ask.ts';
import { askAbout, isNotFound } from '../own-shape.ts';
import type { AccessPoint } from './access-point.ts';

const SCHEME = '0192';
const RECEIVES = z.object({ receives: z.boolean() });
const ACCEPTED = z.object({ accepted: z.literal(true) });
const RECEIPT = z.discriminatedUnion('status', [
  z.object({ status: z.literal('PENDING') }),
  z.object({ status: z.literal('DELIVERED'), receipt: z.string().min(1).max(200) }),
  z.object({ status: z.literal('FAILED'), reason: z.string().min(1).max(500) }),
]);

export function createAccessPoint(parts: AskParts): AccessPoint {
  const ask = asker(parts);
  return {
    canReceive: ({ orgNumber, kind }) =>
      ask({
        asked: { question: 'canReceive', orgNumber, kind },
        where: '/receivers',
        request: askAbout('/receivers', { scheme: SCHEME, orgNumber, kind }),
        read: reply => {
          only(200, reply);
          return {
            kind: shaped(RECEIVES, reply).receives ? ('RECEIVES' as const) : ('NOT_A_RECEIVER' as const),
          };
        },
        evidence: result => ({ ...result }),
      }),

    send: ({ messageId, sender, orgNumber, kind, xml }) =>
      ask({
        asked: { question: 'send', messageId, orgNumber },
        where: '/messages',
        request: askAbout('/messages', { messageId, scheme: SCHEME, sender, receiver: orgNumber, kind, xml }),
        read: reply => {
          only(200, reply);
          shaped(ACCEPTED, reply);
          return { kind: 'ACCEPTED' as const };
        },
        evidence: result => ({ ...result }),
      }),

    receiptOf: messageId =>
      ask({
        asked: { question: 'receiptOf', messageId },
        where: '/receipts',
        request: askAbout('/receipts', { messageId }),
        read: reply => {
          if (isNotFound(reply)) return { kind: 'UNKNOWN' as const };
          only(200, reply);
          const { status, ...rest } = shaped(RECEIPT, reply);
          return { kind: status, ...rest } as
            | { kind: 'PENDING' }
            | { kind: 'DELIVERED'; receipt: string }
            | { kind: 'FAILED'; reason: string };
        },
        evidence: result => ({ ...result }),
      }),
  };
}
