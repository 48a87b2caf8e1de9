/** One line about a mail, the same on every screen. */
import type { Language } from '../../platform/language.ts';
import type { MailStatus, MailTemplate } from './mail.enums.ts';
import { secondsUntilSent } from './mail.rules.ts';
import type { MailRowType } from './mail.type.ts';
import { subjectOf } from './templates.ts';

/** Columns of outbox_mail m, desk_case c and order_item oi; the recipient is the orderer as the order knows him or her now. */
export const MAIL_COLUMNS = `m.id::text as id, m.case_id::text as "caseId", c.number as "caseNumber", m.template, m.language, m.status,
  oi.orderer_email as recipient, m.created_at as "createdAt", m.send_after as "sendAfter", m.sent_at as "sentAt",
  m.attempts, m.last_error as "lastError", m.version`;

export interface MailRecord {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseNumber: string;
  readonly template: MailTemplate;
  readonly language: Language;
  readonly status: MailStatus;
  readonly recipient: string;
  /** Text when it came as JSON. */
  readonly createdAt: Date | string;
  readonly sendAfter: Date | string;
  readonly sentAt: Date | string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly version: number;
}

export function mailRowOf(record: MailRecord, now: Date): MailRowType {
  const sendAfter = new Date(record.sendAfter);
  return {
    id: record.id,
    caseId: record.caseId,
    caseNumber: record.caseNumber,
    template: record.template,
    language: record.language,
    status: record.status,
    recipient: record.recipient,
    subject: subjectOf(record.template, record.language, record.caseNumber),
    createdAt: new Date(record.createdAt),
    sendAfter,
    sentAt: record.sentAt === null ? null : new Date(record.sentAt),
    attempts: record.attempts,
    lastError: record.lastError,
    secondsLeft: secondsUntilSent(record.status, sendAfter, now),
    version: record.version,
  };
}
