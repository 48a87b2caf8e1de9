/** Answers a mail that should have come another way: always the same words, once a day to a sender, and never more in a day than people could have caused. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import { isMailAddress } from '../../platform/mail/address.rules.ts';
import { queueMail } from '../correspondence/outbox.write.ts';

export interface AnswerParts {
  readonly keys: Pick<Keys, 'key'>;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

export interface MailToAnswer {
  readonly id: string;
  readonly organisationId: number;
  readonly sender: string;
  readonly language: Language;
}

/** Whoever forges senders must not make the desk write to half the country. */
const MOST_A_DAY = 200;
const ANSWERED = `select count(*)::int as n from outbox_mail where inbound_mail_id is not null and dedupe like 'wrong-channel:' || $1 || ':%'`;

/** @returns whether an answer waits to leave now */
export async function answerWrongChannel(
  { keys, mailDomain }: AnswerParts,
  tx: Tx,
  { mail, at }: { readonly mail: MailToAnswer; readonly at: Date },
): Promise<boolean> {
  if (!isMailAddress(mail.sender)) return false;
  const day = osloDate(at);
  const answered = await tx.one<{ n: number }>(ANSWERED, [day]);
  if ((answered?.n ?? 0) >= MOST_A_DAY) return false;
  const who = keyedHash(keys.key('reply-address'), mail.sender).toString('hex').slice(0, 32);
  const { id, organisationId, language } = mail;
  const about = { organisationId, caseId: null, subjectId: id, inboundMailId: id };
  const letter = { template: 'WRONG_CHANNEL', language, dedupe: `wrong-channel:${day}:${who}` } as const;
  return (await queueMail(tx, { ...about, ...letter, sendAfter: at }, mailDomain)) !== null;
}
