/** Puts a mail into the outbox in the transaction of the decision that causes it; the letter itself is rendered when it leaves. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { MailTemplate } from './mail.enums.ts';

export interface NewMail {
  organisationId: number;
  caseId: string | null;
  template: MailTemplate;
  language: Language;
  /** The mail it answers, whose sender it goes to. */
  inboundMailId?: string;
  /** image_decision.id, upload_link.id, letter.id or inbound_mail.id, depending on the template. */
  subjectId: string;
  /** The letter it tells of. */
  letterId?: string;
  /** Same key, same mail: a second insert changes nothing. */
  dedupe: string;
  sendAfter: Date;
}

/** @returns id of the mail, or null when one with the same key is there already */
export async function queueMail(tx: Tx, mail: NewMail, mailDomain: string): Promise<string | null> {
  const sql = `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after, letter_id, inbound_mail_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (dedupe) do nothing returning id`;
  const { organisationId, caseId, template, language, subjectId, dedupe, sendAfter } = mail;
  const messageId = `<${randomUUID()}@${mailDomain}>`;
  const row = await tx.one<{ id: string }>(sql, [
    organisationId,
    caseId,
    template,
    language,
    subjectId,
    dedupe,
    messageId,
    sendAfter,
    mail.letterId ?? null,
    mail.inboundMailId ?? null,
  ]);
  return row?.id ?? null;
}

/** Takes back a mail that has not begun to leave. @returns false when it has left or is leaving */
export async function cancelMail(tx: Tx, dedupe: string): Promise<boolean> {
  const sql = `update outbox_mail set status = 'CANCELLED', version = version + 1 where dedupe = $1 and status = 'QUEUED' returning id`;
  return (await tx.query(sql, [dedupe])).length > 0;
}
