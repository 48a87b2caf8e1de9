/** One line about a mail, the same on every screen. */
import type { Language } from '../../platform/language.ts';
import type { MailStatus, MailTemplate } from './mail.enums.ts';
import { secondsUntilSent } from './mail.rules.ts';
import type { MailRowType } from './mail.type.ts';
import { mailSubject } from './mail-subject.ts';

/** A mail is to the orderer of a line: about its case, or about the line itself and perhaps its card; to whoever sent us mail, or to the contact of an application. */
export const MAIL_TABLES = `outbox_mail m left join desk_case c on c.id = m.case_id
  left join order_item oi on oi.id = m.order_item_id left join inbound_mail im on im.id = m.inbound_mail_id
  left join exception_application xa on xa.case_id = m.case_id
  left join invoice_answer ia on ia.id = m.subject_id and m.template = 'INVOICE_ANSWER'`;

const columns = (
  recipient: string,
) => `m.id::text as id, m.case_id::text as "caseId", c.number as "caseNumber", oi.order_number as "orderNumber", m.template, m.language, m.status,
  ${recipient} as recipient, m.created_at as "createdAt", m.send_after as "sendAfter", m.sent_at as "sentAt",
  m.attempts, m.last_error as "lastError", m.version`;

/** Columns of MAIL_TABLES; the recipient is the orderer as the order knows him or her now, whoever claimed to have written, or who applied. */
export const MAIL_COLUMNS = columns(
  `coalesce(oi.orderer_email, im.sender, xa.contact_email, ia.recipient, '')`,
);
/** Of a mail that is about an order line, without MAIL_TABLES' inbound mail. */
export const ORDER_MAIL_COLUMNS = columns('oi.orderer_email');

export interface MailRecord {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly orderNumber: string | null;
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
    orderNumber: record.orderNumber,
    template: record.template,
    language: record.language,
    status: record.status,
    recipient: record.recipient,
    subject: mailSubject(record),
    createdAt: new Date(record.createdAt),
    sendAfter,
    sentAt: record.sentAt === null ? null : new Date(record.sentAt),
    attempts: record.attempts,
    lastError: record.lastError,
    secondsLeft: secondsUntilSent(record.status, sendAfter, now),
    version: record.version,
  };
}
