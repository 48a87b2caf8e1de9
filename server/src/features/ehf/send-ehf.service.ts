/** Sends the EHF that wait and asks for the receipts of those that were sent. Several servers may do this at once; what one leaves behind when it dies is sent again under the same id, and arrives once. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { AccessPoint } from '../../registers/access-point/access-point.ts';
import { DOCUMENT } from '../invoice/invoice.sql.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import type { EhfStatus } from './ehf.enums.ts';
import { afterAsking, afterSending, type EhfNext, LOST_AFTER_MS, type Tried } from './ehf-step.rules.ts';
import { EhfRefused, soundEhf } from './ehf-xml.ts';

export interface SendEhfParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly accessPoint: AccessPoint;
}

interface Claimed extends Record<string, unknown> {
  id: string;
  messageId: string;
  attempts: number;
  queuedAt: Date;
  xml: string | null;
  document: InvoiceDocument;
}

interface Sent extends Record<string, unknown> {
  id: string;
  messageId: string;
  attempts: number;
  sentAt: Date;
}

const CLAIM = `update ehf_message set status = 'SENDING', claimed_at = $1, attempts = attempts + 1, version = version + 1
where id = (select id from ehf_message where status = 'QUEUED' and send_after <= $1 order by send_after, id limit 1 for update skip locked)
returning id::text`;
const CLAIMED = `select e.id::text, e.message_id as "messageId", e.attempts, e.queued_at as "queuedAt", e.xml, ${DOCUMENT} as document
from ehf_message e join invoice i on i.id = e.invoice_id where e.id = $1`;
/** Written before it leaves, so that what left is on record whatever happens then. */
const KEEP = `update ehf_message set xml = $2, sha256 = $3 where id = $1 and xml is null`;
/** The try's own result only. */
const MARK = `update ehf_message set status = $3, last_error = $4, send_after = coalesce($5, send_after), receipt = $6,
  sent_at = case when $3 = 'SENT' then coalesce(sent_at, $7) else sent_at end,
  settled_at = case when $3 in ('DELIVERED', 'FAILED', 'NOT_A_RECEIVER') then $7::timestamptz end, version = version + 1
where id = $1 and attempts = $2 and status = $8 returning id`;
const LOST = `update ehf_message set status = 'QUEUED', last_error = 'NO_RESULT', version = version + 1
where id in (select id from ehf_message where status = 'SENDING' and claimed_at < $1 order by claimed_at limit 500 for update skip locked) returning id`;
/** Its turn to be asked again is put off at once, so that no second server asks for the same. */
const ASK = `update ehf_message set send_after = $2 where id = (select id from ehf_message where status = 'SENT' and send_after <= $1
  order by send_after, id limit 1 for update skip locked) returning id::text, message_id as "messageId", attempts, sent_at as "sentAt"`;

export class SendEhfService {
  constructor(private readonly parts: SendEhfParts) {}

  /** Until nothing is due or the server stops. @returns how many were tried */
  async sendDue(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let tried = 0;
    while (!stopping()) {
      const message = await this.#claim(db);
      if (!message) break;
      tried += 1;
      const result = await this.#try(db, message);
      const at = { ...message, since: message.queuedAt, ...this.#now() };
      await this.#mark(db, { ...message, was: 'SENDING' }, afterSending(result, at));
    }
    return tried;
  }

  /** @returns how many were asked for */
  async askReceipts(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let asked = 0;
    while (!stopping()) {
      const now = this.parts.clock.now();
      const later = new Date(now.getTime() + LOST_AFTER_MS);
      const message = await db.transaction(tx => tx.one<Sent>(ASK, [now, later]));
      if (!message) break;
      asked += 1;
      const told = await this.parts.accessPoint.receiptOf(message.messageId);
      const at = { ...message, since: message.sentAt, ...this.#now() };
      await this.#mark(db, { ...message, was: 'SENT' }, afterAsking(told, at));
    }
    return asked;
  }

  /** @returns how many a server left behind when it died */
  async reconcile(db: Db): Promise<number> {
    const before = new Date(this.parts.clock.now().getTime() - LOST_AFTER_MS);
    return (await db.transaction(tx => tx.query(LOST, [before]))).length;
  }

  #now() {
    return { now: this.parts.clock.now(), random: Math.random() };
  }

  #claim(db: Db): Promise<Claimed | null> {
    return db.transaction(async tx => {
      const claimed = await tx.one<{ id: string }>(CLAIM, [this.parts.clock.now()]);
      return claimed && tx.one<Claimed>(CLAIMED, [claimed.id]);
    });
  }

  async #try(db: Db, message: Claimed): Promise<Tried> {
    const { accessPoint, log } = this.parts;
    const { document, messageId, id } = message;
    const orgNumber = document.buyer.orgNumber ?? '';
    const xml = this.#xmlOf(message);
    if (typeof xml !== 'string') return xml;
    const receiver = await accessPoint.canReceive({ orgNumber, kind: document.kind });
    if (receiver.kind !== 'RECEIVES') return receiver;
    const sha256 = createHash('sha256').update(xml).digest();
    await db.transaction(tx => tx.query(KEEP, [id, xml, sha256]));
    const sender = document.seller.orgNumber;
    const answer = await accessPoint.send({ messageId, sender, orgNumber, kind: document.kind, xml });
    log.info('ehf', { id, code: answer.kind });
    return answer;
  }

  /** What was handed over once is handed over again as it was. */
  #xmlOf({ xml, document }: Claimed): string | Tried {
    if (xml !== null) return xml;
    try {
      return soundEhf(document);
    } catch (error) {
      if (!(error instanceof EhfRefused)) throw error;
      return { kind: 'REFUSED', rules: error.faults.map(({ id }) => id) };
    }
  }

  async #mark(
    db: Db,
    { id, attempts, was }: { id: string; attempts: number; was: EhfStatus },
    { status, error, again, receipt }: EhfNext,
  ): Promise<void> {
    const values = [id, attempts, status, error, again, receipt, this.parts.clock.now(), was];
    await db.transaction(tx => tx.query(MARK, values));
  }
}
