/** For those who look after the outbox: try a failed mail again, or settle one that may or may not have arrived. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { Enqueue } from '../../platform/jobs/jobs.ts';
import type { MailStatus } from './mail.enums.ts';
import type { SettleMailInput } from './mail.input.ts';
import { SEND_MAIL } from './mail.jobs.ts';
import { MAIL_COLUMNS, MAIL_TABLES, type MailRecord, mailRowOf } from './mail.row.ts';
import type { MailRowType } from './mail.type.ts';
import { type MailAbout, tellMail } from './mail-event.write.ts';

export interface MailServiceParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly enqueue: Enqueue;
}

/** A mail as the user saw it. */
export interface SeenMail {
  readonly id: string;
  readonly expectedVersion: number;
}

interface Expected extends SeenMail {
  readonly status: readonly MailStatus[];
}

type LockedMail = MailRecord & {
  readonly organisationId: number;
  readonly caseKind: string | null;
} & MailAbout;

const SELECT = `select ${MAIL_COLUMNS}, m.organisation_id as "organisationId", c.kind as "caseKind", oi.order_id as "orderId",
  oi.id as "itemId", m.card_id as "cardId" from ${MAIL_TABLES} where m.id = $1`;
const LOCK = `${SELECT} for update of m`;

const AGAIN = `update outbox_mail set status = 'QUEUED', send_after = $2, settled_by = app_actor(), settled_note = $3, version = version + 1 where id = $1`;
const ARRIVED = `update outbox_mail set status = 'SENT', sent_at = coalesce(claimed_at, $2), settled_by = app_actor(), settled_note = $3, version = version + 1 where id = $1`;

const SETTLE = { resource: 'mail', action: 'settle' } as const;

export class MailService {
  constructor(private readonly parts: MailServiceParts) {}

  /** The same mail once more, with the same Message-ID. @throws AppError ACTION_NOT_AVAILABLE, STALE unless it has failed or come back, as seen */
  retryMail(db: Db, seen: SeenMail): Promise<MailRowType> {
    return db.transaction(async tx => {
      const mail = await this.#lock(db, tx, { ...seen, status: ['FAILED', 'BOUNCED'] });
      await this.#queueAgain(tx, mail, null);
      return this.#row(tx, seen.id);
    });
  }

  /** It arrived: SENT. It did not: once more, with the same Message-ID. @throws AppError ACTION_NOT_AVAILABLE, STALE unless it is uncertain, as seen */
  settleMail(db: Db, { id, expectedVersion, arrived, note }: SettleMailInput): Promise<MailRowType> {
    return db.transaction(async tx => {
      const mail = await this.#lock(db, tx, { id, expectedVersion, status: ['UNCERTAIN'] });
      if (arrived) {
        await tx.query(ARRIVED, [id, this.parts.clock.now(), note]);
        await tellMail(tx, mail, { type: 'MAIL_SENT', at: this.parts.clock.now(), note });
      } else await this.#queueAgain(tx, mail, note);
      return this.#row(tx, id);
    });
  }

  async #lock(db: Db, tx: Tx, { id, expectedVersion, status }: Expected): Promise<LockedMail> {
    const mail = await tx.one<LockedMail>(LOCK, [id]);
    if (!mail) throw notFound();
    this.parts.access.require(db.principal, SETTLE, {
      organisationId: mail.organisationId,
      kind: mail.caseKind ?? undefined,
    });
    if (!status.includes(mail.status)) throw new AppError('ACTION_NOT_AVAILABLE', { status: mail.status });
    if (mail.version !== expectedVersion) throw stale(mail.version);
    return mail;
  }

  async #queueAgain(tx: Tx, mail: LockedMail, note: string | null): Promise<void> {
    const now = this.parts.clock.now();
    await tx.query(AGAIN, [mail.id, now, note]);
    await tellMail(tx, mail, { type: 'MAIL_QUEUED', at: now, note });
    await this.parts.enqueue(tx, SEND_MAIL);
  }

  async #row(tx: Tx, id: string): Promise<MailRowType> {
    const mail = await tx.one<MailRecord>(SELECT, [id]);
    if (!mail) throw notFound();
    return mailRowOf(mail, this.parts.clock.now());
  }
}
