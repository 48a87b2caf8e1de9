/** Tells members of staff by mail what happened to their own accounts. Such a mail may come twice, with the same Message-ID; none may be missing. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import type { Log } from '../../platform/log.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { afterTry, UNCERTAIN_AFTER_MS } from './mail.rules.ts';
import { noticeLetter, type StaffNoticeKind } from './staff-notice.rules.ts';

export interface StaffNoticeParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Null when no relay is configured: then nothing is ever claimed. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
  /** Right-hand side of the Message-ID. */
  readonly domain: string;
}

interface Notice {
  readonly id: string;
  readonly kind: StaffNoticeKind;
  readonly device: string | null;
  readonly at: Date;
  readonly attempts: number;
  readonly key: string;
  readonly email: string;
  readonly language: Language | null;
}

/** $1 now, $2 when a sending without a result has been waited for long enough: it is tried again. */
const CLAIM = `with due as (select id from staff_notice where (status = 'QUEUED' and send_after <= $1) or (status = 'SENDING' and claimed_at < $2)
  order by send_after, id limit 1 for update skip locked)
update staff_notice n set status = 'SENDING', claimed_at = $1, attempts = attempts + 1 from due, staff_user u
where n.id = due.id and u.id = n.staff_user_id
returning n.id::text as id, n.kind, n.device, n.at, n.attempts, n.message_key as key, u.email, u.preferences ->> 'language' as language`;

const MARK = `update staff_notice set status = $3, last_error = $4, send_after = coalesce($5, send_after)
where id = $1 and attempts = $2 and status = 'SENDING'`;

/** What has been told, and what nobody could be told for a month. */
const FORGET = `delete from staff_notice where at < $1::timestamptz - interval '30 days'`;

export class StaffNoticeService {
  constructor(private readonly parts: StaffNoticeParts) {}

  /** Sends until nothing is due, the relay is out of reach, or the server stops. @returns how many were tried */
  async sendDue(db: Db, stopping: () => boolean = () => false): Promise<number> {
    const { mailer, clock } = this.parts;
    await db.transaction(tx => tx.query(FORGET, [clock.now()]));
    let tried = 0;
    while (mailer && !stopping()) {
      const notice = await this.#claim(db);
      if (!notice) break;
      tried += 1;
      if (!(await this.#send(db, mailer, notice))) break;
    }
    return tried;
  }

  #claim(db: Db): Promise<Notice | null> {
    const now = this.parts.clock.now();
    return db.transaction(tx => tx.one<Notice>(CLAIM, [now, new Date(now.getTime() - UNCERTAIN_AFTER_MS)]));
  }

  /** @returns whether the relay can be reached at all */
  async #send(db: Db, mailer: Mailer, notice: Notice): Promise<boolean> {
    const { id, attempts, at: createdAt, email: to, key } = notice;
    const letter = noticeLetter({ ...notice, language: notice.language ?? 'nb' }, this.parts.publicUrl);
    const delivery = await mailer.send({
      messageId: `<${key}@${this.parts.domain}>`,
      returnPath: null,
      to,
      ...letter,
    });
    const at = { now: this.parts.clock.now(), random: Math.random() };
    const next = afterTry({ createdAt, attempts, resending: 'repeatable' }, delivery, at);
    // Two days without a clear answer: it may have arrived, and there is nothing for a person to settle.
    const status = next.status === 'UNCERTAIN' ? 'FAILED' : next.status;
    const sendAfter = next.status === 'QUEUED' ? next.sendAfter : null;
    await db.transaction(tx => tx.query(MARK, [id, attempts, status, next.error, sendAfter]));
    this.parts.log.info('staff notice', { id, code: next.error ?? 'ACCEPTED' });
    return delivery.outcome !== 'NOT_HANDED_OVER';
  }
}
