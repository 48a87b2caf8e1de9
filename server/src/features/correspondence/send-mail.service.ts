/** Sends what waits in the outbox, each mail in two steps, so that a crash in between leaves a trace and never a second copy. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { MailTemplate } from './mail.enums.ts';
import { LETTER, type LetterRecord, type MailRenderer } from './mail.renderer.ts';
import { afterTry, type NextState, type Resending, UNCERTAIN_AFTER_MS } from './mail.rules.ts';
import { tellMail } from './mail-event.write.ts';

export interface SendMailParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly renderer: MailRenderer;
  /** Null when no relay is configured: then nothing is ever claimed. */
  readonly mailer: Mailer | null;
  /** Where a mail comes back to; null without an intake of bounces. */
  readonly returnPathOf: (mailId: string) => string | null;
  /** Where an answer about a case goes; null without a mailbox that is read. */
  readonly replyToOf: (caseNumber: string) => string | null;
  /** Where an answer about an invoice is answered; null without such a mailbox. */
  readonly invoiceReplyTo: string | null;
  readonly resending: Readonly<Record<MailTemplate, Resending>>;
}

type Claimed = LetterRecord & { readonly createdAt: Date };

const CLAIM = `update outbox_mail set status = 'SENDING', claimed_at = $1, attempts = attempts + 1, version = version + 1
where id = (select id from outbox_mail where status = 'QUEUED' and send_after <= $1 order by send_after, id limit 1 for update skip locked)
returning id::text as id`;

const LETTER_BY_ID = `${LETTER} where m.id = $1`;

const CANCEL = `update outbox_mail set status = 'CANCELLED', attempts = attempts - 1, version = version + 1 where id = $1`;

/** The try's own result only: when a person has settled the mail meanwhile, that stands. */
const MARK = `update outbox_mail set status = $3, last_error = $4, send_after = coalesce($5, send_after), sent_at = $6, version = version + 1
where id = $1 and attempts = $2 and status in ('SENDING', 'UNCERTAIN') returning id`;

/** $2 templates that may come twice: queued again with the same Message-ID. */
const RECONCILE = `update outbox_mail set status = case when template = any ($2) then 'QUEUED' else 'UNCERTAIN' end,
  last_error = 'NO_RESULT', version = version + 1
where id in (select id from outbox_mail where status = 'SENDING' and claimed_at < $1 order by claimed_at limit 500 for update skip locked)
returning id`;

export class SendMailService {
  constructor(private readonly parts: SendMailParts) {}

  /** Sends until nothing is due, the relay is out of reach, or the server stops. @returns how many were tried */
  async sendDue(db: Db, stopping: () => boolean = () => false): Promise<number> {
    const { mailer } = this.parts;
    let tried = 0;
    while (mailer && !stopping()) {
      const mail = await this.#claim(db);
      if (mail === null) break;
      if (mail === 'CANCELLED') continue;
      tried += 1;
      if (!(await this.#send(db, mailer, mail))) break;
    }
    return tried;
  }

  /** A sending whose server died, or whose answer was lost with it, is shown as uncertain and left to a person, or sent again when it may come twice. */
  async reconcile(db: Db): Promise<number> {
    const before = new Date(this.parts.clock.now().getTime() - UNCERTAIN_AFTER_MS);
    const { resending } = this.parts;
    const repeatable = Object.keys(resending).filter(t => resending[t as MailTemplate] === 'repeatable');
    return (await db.transaction(tx => tx.query(RECONCILE, [before, repeatable]))).length;
  }

  /** First step, committed before anything leaves. A letter whose decision was taken back is cancelled here at the latest. */
  #claim(db: Db): Promise<Claimed | 'CANCELLED' | null> {
    return db.transaction(async tx => {
      const claimed = await tx.one<{ id: string }>(CLAIM, [this.parts.clock.now()]);
      if (!claimed) return null;
      const mail = await tx.one<Claimed>(LETTER_BY_ID, [claimed.id]);
      if (mail && !mail.void) return mail;
      await tx.query(CANCEL, [claimed.id]);
      if (mail) await tellMail(tx, mail, { type: 'MAIL_CANCELLED', at: this.parts.clock.now() });
      return 'CANCELLED';
    });
  }

  /** @returns whether the relay can be reached at all */
  async #send(db: Db, mailer: Mailer, mail: Claimed): Promise<boolean> {
    const letter = await this.parts.renderer.outgoing(mail);
    const { messageId, recipient: to, language } = mail;
    const returnPath = this.parts.returnPathOf(mail.id);
    const replyTo = this.#replyTo(mail);
    const delivery = await mailer.send({ messageId, returnPath, replyTo, to, language, ...letter });
    const at = { now: this.parts.clock.now(), random: Math.random() };
    await this.#mark(
      db,
      mail,
      afterTry({ ...mail, resending: this.parts.resending[mail.template] }, delivery, at),
    );
    const code = delivery.outcome === 'ACCEPTED' ? 'ACCEPTED' : delivery.code;
    this.parts.log.info('mail', { id: mail.id, code });
    return delivery.outcome !== 'NOT_HANDED_OVER';
  }

  #replyTo({ template, answerCase }: Claimed): string | null {
    if (template === 'INVOICE_ANSWER') return this.parts.invoiceReplyTo;
    return answerCase === null ? null : this.parts.replyToOf(answerCase);
  }

  /** Second step: what became of it, with its event on the case. */
  async #mark(db: Db, mail: Claimed, next: NextState): Promise<void> {
    const now = this.parts.clock.now();
    const sendAfter = next.status === 'QUEUED' ? next.sendAfter : null;
    const sentAt = next.status === 'SENT' ? now : null;
    await db.transaction(async tx => {
      const marked = await tx.one(MARK, [mail.id, mail.attempts, next.status, next.error, sendAfter, sentAt]);
      if (!marked) return;
      if (next.status === 'SENT') await tellMail(tx, mail, { type: 'MAIL_SENT', at: now });
      if (next.status === 'FAILED') {
        await tellMail(tx, mail, { type: 'MAIL_FAILED', at: now, note: next.error });
      }
    });
  }
}
