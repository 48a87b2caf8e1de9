/** One of Arbeidstilsynet's firm registers over HTTP, in our own shape. */
import { z } from 'zod';
import { type AskParts, asker, only, shaped } from '../ask.ts';
import { isNotFound } from '../own-shape.ts';
import { date, maybe } from '../shapes.ts';
import { type FirmApproval, type FirmApprovalRegister, FirmApprovalStatus } from './firm-approval.ts';

const APPROVAL = z.object({
  status: z.enum(FirmApprovalStatus),
  since: maybe(date),
  validTo: maybe(date),
});

type Result = { readonly kind: 'LISTED'; readonly approval: FirmApproval } | { readonly kind: 'NOT_LISTED' };

export function createFirmApprovalRegister(parts: AskParts): FirmApprovalRegister {
  const ask = asker(parts);
  return {
    approvalOf: orgNumber =>
      ask<Result>({
        asked: { question: 'approvalOf', orgNumber },
        where: '/firms/{orgNumber}',
        request: { method: 'GET', path: `/firms/${encodeURIComponent(orgNumber)}`, repeatable: true },
        read: reply => {
          if (isNotFound(reply)) return { kind: 'NOT_LISTED' };
          only(200, reply);
          return { kind: 'LISTED', approval: shaped(APPROVAL, reply) };
        },
        evidence: result =>
          result.kind === 'LISTED' ? { kind: 'LISTED', ...result.approval } : { ...result },
      }),
  };
}
