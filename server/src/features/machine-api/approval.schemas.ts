/** What machines send when a firm applies for approval, in the shape of an Altinn submission with its attachments, and what they are told of it. */
import { z } from 'zod';
import { ApplicationStatus, ApprovalCode, WorkerRelation } from '../application/application.enums.ts';
import { FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import { MOST_WORKERS } from '../firm-approval/named-workers.store.ts';
import { applicationView, applyBody, somebody } from './exception.schemas.ts';

const people = z.int().min(0).max(100_000);
const common = applyBody.shape;

export const applyForApprovalBody = z
  .strictObject({
    code: z.enum(ApprovalCode),
    firm: z
      .string()
      .max(20)
      .describe('Organisation number; of a sub-unit the main unit applies. Need not have ordered before.'),
    language: common.language,
    sender: common.sender.describe(
      'For portals: who is signed in with eID, and is entitled to order for the firm.',
    ),
    employees: people.describe('Employees; none for a proprietor alone.'),
    workers: people.describe('Who need a card, the owner among them if she does the work.'),
    namedWorkers: z
      .array(somebody.extend({ relation: z.enum(WorkerRelation) }))
      .max(MOST_WORKERS)
      .default([])
      .describe(
        'Who work in a firm without employees, or beside them in a sole proprietorship (ENK) or partnership (DA, ANS). With no employees they are all who need a card.',
      ),
    dischargeDuty: z
      .boolean()
      .optional()
      .describe('Car care: forurensningsforskriften § 15-1 applies to the firm.'),
    contactName: common.contactName,
    contactEmail: common.contactEmail,
    note: common.note,
    documents: common.documents.describe('The attachments of the submission.'),
  })
  .meta({ id: 'NewApprovalApplication' });

export const approvalView = z
  .object({
    ...applicationView.shape,
    code: z.enum(ApprovalCode),
    status: z.enum(ApplicationStatus).describe('CARD_ORDERING: the firm may order cards, and must.'),
    approval: z.enum(FirmApprovalStatus).nullable().describe('What the firm is in the register now.'),
  })
  .meta({ id: 'ApprovalApplication' });

export type ApplyForApprovalBody = z.output<typeof applyForApprovalBody>;
export type ApprovalView = z.output<typeof approvalView>;
