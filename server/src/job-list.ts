/** Every job the clock runs, in one list; definitions live with their features. */
import { auditJobs } from './audit.parts.ts';
import { type Config, ConfigError } from './config.ts';
import { interimReplyJobs } from './features/application/interim-reply.jobs.ts';
import { cardJobs } from './features/card/card.jobs.ts';
import { caseJobs } from './features/case/case.jobs.ts';
import { openCampaignJobs } from './features/confirmation/open-campaigns.jobs.ts';
import { toldFirmsJobs } from './features/confirmation/told-firms.jobs.ts';
import { mailJobDefinitions } from './features/correspondence/sending.parts.ts';
import { ehfJobDefinitions } from './features/ehf/ehf.parts.ts';
import { entryJobs } from './features/exception/entry.jobs.ts';
import { automaticApprovalJobs } from './features/firm-approval/automatic-approval.jobs.ts';
import { automaticApprovals } from './features/firm-approval/automatic-approval.parts.ts';
import { cardsReadyJobs } from './features/firm-approval/cards-ready.jobs.ts';
import { inboundMailJobs } from './features/inbound-mail/mailbox.parts.ts';
import { invoiceJobs } from './features/invoice/issue-invoices.jobs.ts';
import { queryMailJobs } from './features/invoice-query/query-mail.parts.ts';
import { KeyRotation } from './features/key-rotation/key-rotation.job.ts';
import { letterJobDefinitions } from './features/letter/letter.parts.ts';
import { orderJobs } from './features/order/order.jobs.ts';
import { paymentJobs } from './features/payment/book-payments.jobs.ts';
import { productionJobDefinitions } from './features/production/production.parts.ts';
import { checkJobsOf } from './features/register-check/check-run.parts.ts';
import { reissueJobDefinitions } from './features/reissue/reissue.parts.ts';
import { webhookJobs } from './features/webhook/webhook.parts.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { DbParts } from './platform/db/db.ts';
import { idempotencyJobs } from './platform/idempotency/idempotency.jobs.ts';
import { jobRunJobs } from './platform/jobs/job-runs.ts';
import { type JobDefinition, Jobs } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import type { Registers } from './registers/registers.ts';
import { retentionOf } from './retention.parts.ts';

export interface JobListParts {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
  readonly registers: Registers;
}

/** Everything the clock runs on this server, when it runs jobs at all. */
export function createJobs(
  parts: JobListParts & {
    readonly jobUrl: string;
    readonly jobParts: DbParts;
    readonly more: readonly JobDefinition[];
  },
): Jobs {
  const { log, jobUrl: databaseUrl, jobParts: dbParts, more } = parts;
  return new Jobs({ log, databaseUrl, dbParts, definitions: [...jobList(parts), ...more] });
}

function jobList(parts: JobListParts & { readonly jobParts: DbParts }): JobDefinition[] {
  const due = { clock: parts.clock, mailDomain: parts.config.MAIL_FROM.split('@')[1] ?? 'localhost' };
  return [
    ...mailJobDefinitions(parts),
    ...inboundMailJobs(parts),
    ...queryMailJobs(parts),
    ...caseJobs(parts.clock),
    ...orderJobs(due),
    ...cardJobs(due),
    ...entryJobs(due),
    ...interimReplyJobs(due),
    ...cardsReadyJobs(parts.clock),
    ...automaticApprovalJobs(automaticApprovals(parts)),
    ...openCampaignJobs(parts.clock),
    ...toldFirmsJobs(due),
    ...invoiceJobs(parts.clock),
    ...ehfJobDefinitions(parts),
    ...paymentJobs(parts.clock),
    ...reissueJobDefinitions(parts),
    ...productionJobDefinitions(parts),
    ...letterJobDefinitions(parts),
    ...idempotencyJobs(parts.clock),
    new KeyRotation(parts).definition,
    ...sealed(parts),
    ...webhookJobs(parts),
    ...checkJobsOf(parts),
    ...jobRunJobs,
  ];
}

/** These sign what they do. A server that runs no jobs has no use for the key, and may be without. */
function sealed(parts: JobListParts): JobDefinition[] {
  try {
    return [...auditJobs(parts.config), retentionOf(parts).definition];
  } catch (error) {
    if (parts.config.JOBS || !(error instanceof ConfigError)) throw error;
    return [];
  }
}
