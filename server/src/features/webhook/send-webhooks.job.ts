/** Tells machines what happened: at least once, in the order it happened to one order or card, for a day. */
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import {
  afterTry,
  bodyOf,
  isDelivered,
  messageId,
  pauseAfter,
  signatureOf,
  type ToldEvent,
  type TryResult,
} from './webhook.rules.ts';
import type { WebhookClient } from './webhook-client.ts';
import { openSecret } from './webhook-secret.store.ts';

export interface SendWebhooksParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly client: WebhookClient;
  /** 0 to 1, spreads what failed together. */
  readonly chance?: () => number;
}

interface Claimed extends ToldEvent {
  id: string;
  endpoint_id: string;
  attempts: number;
  since: Date;
  url: string;
  client_id: string;
  secret_enc: Buffer;
  secret_key: string;
  previous_enc: Buffer | null;
  previous_until: Date | null;
}

const AT_ONCE = 8;
/** A sending whose server died is taken up again; longer than any time limit. */
const LOST_AFTER_MS = 60_000;
const KEEP_DAYS = 30;

/** Of one order or card the next one only when the one before is done; two servers never take the same. */
const CLAIM = `update webhook_delivery set status = 'SENDING', claimed_at = $1, attempts = attempts + 1
where id in (select d.id from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
  where d.status = 'QUEUED' and d.next_at <= $1 and e.active and e.paused_at is null
    and not exists (select 1 from webhook_delivery b where b.endpoint_id = d.endpoint_id and b.subject = d.subject
      and b.status in ('QUEUED', 'SENDING') and b.id < d.id)
  order by d.next_at, d.id limit ${AT_ONCE} for update of d skip locked)
returning id`;
const MESSAGE = `select d.id::text, d.endpoint_id::text, d.attempts, d.since, e.url, e.client_id::text, e.secret_enc, e.secret_key,
  e.previous_enc, e.previous_until, coalesce(d.event_id::text, 'a' || d.id) as "eventId", d.topic, d.at, d.event
from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = any ($1::bigint[]) order by d.id`;
/** The try's own result only. */
const MARK = `update webhook_delivery set status = $3, next_at = coalesce($4, next_at), last_code = $5, last_error = $6, last_answer = $7,
  delivered_at = case when $3 in ('DELIVERED', 'FAILED') then $8::timestamptz end
where id = $1 and attempts = $2 and status = 'SENDING' returning endpoint_id`;
const SUCCEEDED = 'update webhook_endpoint set failures = 0 where id = $1 and failures > 0';
const FAILED = 'update webhook_endpoint set failures = failures + 1 where id = $1 returning failures';
const PAUSE = `update webhook_endpoint set paused_at = $2, pause_reason = $3, version = version + 1 where id = $1 and paused_at is null`;
const TAKE_BACK = `update webhook_delivery set status = 'QUEUED', last_error = 'NO_RESULT' where status = 'SENDING' and claimed_at < $1 returning id`;
const FORGET = `delete from webhook_delivery where id in (select id from webhook_delivery
  where status in ('DELIVERED', 'FAILED') and delivered_at < $1 order by delivered_at limit 5000) returning id`;

export class SendWebhooksJob {
  constructor(private readonly parts: SendWebhooksParts) {}

  readonly definitions: readonly JobDefinition[] = [
    {
      name: 'send-webhooks',
      everySeconds: 5,
      quiet: true,
      run: (db, stopping) => this.sendDue(db, stopping),
    },
    { name: 'forget-webhooks', everySeconds: 3_600, run: db => this.forget(db) },
  ];

  /** Sends until nothing is due or the server stops. @returns how many were tried */
  async sendDue(db: Db, stopping: () => boolean = () => false): Promise<number> {
    const before = new Date(this.parts.clock.now().getTime() - LOST_AFTER_MS);
    await db.transaction(tx => tx.query(TAKE_BACK, [before]));
    let tried = 0;
    while (!stopping()) {
      const messages = await this.#claim(db);
      if (messages.length === 0) break;
      tried += messages.length;
      await Promise.all(messages.map(message => this.#send(db, message)));
    }
    return tried;
  }

  /** What was done a month ago is gone. @returns how many */
  async forget(db: Db): Promise<number> {
    const before = new Date(this.parts.clock.now().getTime() - KEEP_DAYS * 86_400_000);
    return db.transaction(async tx => (await tx.query(FORGET, [before])).length);
  }

  /** Committed before anything leaves: after a crash it is known what may have arrived. */
  #claim(db: Db): Promise<Claimed[]> {
    return db.transaction(async tx => {
      const claimed = await tx.query<{ id: string }>(CLAIM, [this.parts.clock.now()]);
      if (claimed.length === 0) return [];
      return tx.query<Claimed & Record<string, unknown>>(MESSAGE, [claimed.map(({ id }) => id)]);
    });
  }

  async #send(db: Db, message: Claimed): Promise<void> {
    const body = bodyOf(message);
    const result = await this.parts.client.post({
      url: message.url,
      body,
      headers: this.#headers(message, body),
    });
    await db.transaction(tx => this.#mark(tx, message, result));
  }

  #headers(message: Claimed, body: string): Record<string, string> {
    const id = messageId(message.eventId);
    const timestamp = Math.floor(this.parts.clock.now().getTime() / 1000);
    return {
      'content-type': 'application/json',
      'user-agent': 'hms-kort-desk',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(this.#secrets(message), { id, timestamp, body }),
    };
  }

  /** The newest first; the one before signs too for as long as receivers may take to change. */
  #secrets({ client_id: clientId, ...row }: Claimed): Buffer[] {
    const { keys, clock } = this.parts;
    const both = row.previous_until !== null && row.previous_until > clock.now();
    const sealed = [row.secret_enc, ...(both && row.previous_enc ? [row.previous_enc] : [])];
    return sealed.map(enc => openSecret(keys, { enc, keyId: row.secret_key, clientId }));
  }

  async #mark(
    tx: Tx,
    { id, endpoint_id: endpointId, attempts, since }: Claimed,
    result: TryResult,
  ): Promise<void> {
    const now = this.parts.clock.now();
    const { status, nextAt } = afterTry(
      result,
      { attempts, since, now },
      (this.parts.chance ?? Math.random)(),
    );
    const values = [id, attempts, status, nextAt, result.code, result.error, result.answer, now];
    if (!(await tx.one(MARK, values))) return;
    if (isDelivered(result)) {
      await tx.query(SUCCEEDED, [endpointId]);
      return;
    }
    const row = await tx.one<{ failures: number }>(FAILED, [endpointId]);
    const reason = pauseAfter(result, row?.failures ?? 0);
    if (reason) await tx.query(PAUSE, [endpointId, now, reason]);
  }
}
