/** Who is told, where and about what, and telling again what did not arrive: for the administrator. */
import type { Config } from '../../config.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { WEBHOOK_TOPICS } from './webhook.enums.ts';
import type {
  CreateWebhookInput,
  ReplayWebhooksInput,
  UpdateWebhookInput,
  WebhookVersionInput,
} from './webhook.input.ts';
import { urlFault, writeSecret } from './webhook.rules.ts';
import { freshSecret, openSecret, sealSecret } from './webhook-secret.store.ts';

export interface WebhookParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly config: Pick<Config, 'STEP_UP_MINUTES' | 'production'>;
}

interface EndpointRow {
  id: string;
  client_id: string;
  secret_enc: Buffer;
  secret_key: string;
  version: number;
}

const CLIENT = `select id from machine_client where id = $1 and kind in ('API2', 'PORTAL')`;
const INSERT = `insert into webhook_endpoint (client_id, url, topics, secret_enc, secret_key, created_at, created_by)
values ($1, $2, $3, $4, $5, $6, app_actor()) returning id`;
const LOCK =
  'select id, client_id, secret_enc, secret_key, version from webhook_endpoint where id = $1 for update';
const UPDATE =
  'update webhook_endpoint set url = $2, topics = $3, active = $4, version = version + 1 where id = $1';
const NEW_SECRET = `update webhook_endpoint set secret_enc = $2, secret_key = $3, previous_enc = $4, previous_until = $5, version = version + 1 where id = $1`;
const RESUME = `update webhook_endpoint set paused_at = null, pause_reason = null, failures = 0, version = version + 1 where id = $1`;
/** What has waited begins its day of tries now. */
const WAKE = `update webhook_delivery set next_at = $2, since = $2 where endpoint_id = $1 and status = 'QUEUED'`;
const AGAIN = `status = 'QUEUED', attempts = 0, since = $2, next_at = $2, delivered_at = null, replays = replays + 1`;
const REPLAY = `update webhook_delivery set ${AGAIN} where id = $1 and status in ('DELIVERED', 'FAILED') returning id`;
const EXISTS = 'select 1 as found from webhook_delivery where id = $1';
const REPLAY_FAILED = `update webhook_delivery set ${AGAIN} where id in (
  select d.id from webhook_delivery d
  where d.endpoint_id = $1 and d.status = 'FAILED' and d.at >= $3 and d.at < $4 order by d.id limit 5000 for update of d) returning id`;
/** A receiver may take this long to change to the new secret. */
const BOTH_SIGN_MS = 24 * 3_600_000;

export class WebhookService {
  constructor(private readonly parts: WebhookParts) {}

  /** @returns webhook_endpoint.id. @throws AppError VALIDATION_FAILED naming each field at fault */
  async create(db: Db, input: CreateWebhookInput): Promise<string> {
    this.#requireFresh(db);
    this.#refuseFaults(input);
    const { keys, clock } = this.parts;
    return db.transaction(async tx => {
      const client = await tx.one<{ id: string }>(CLIENT, [input.machineId]);
      if (!client) throw invalid({ machineId: 'UNKNOWN' });
      const sealed = sealSecret(keys, freshSecret(), client.id);
      const topics = [...new Set(input.topics)].sort();
      const values = [client.id, input.url.trim(), topics, sealed, keys.currentId, clock.now()];
      return (await tx.one<{ id: string }>(INSERT, values))?.id ?? '';
    });
  }

  /** @throws AppError NOT_FOUND, STALE, VALIDATION_FAILED */
  async update(db: Db, input: UpdateWebhookInput): Promise<void> {
    this.#requireFresh(db);
    this.#refuseFaults(input);
    await db.transaction(async tx => {
      const { id } = await lock(tx, input);
      await tx.query(UPDATE, [id, input.url.trim(), [...new Set(input.topics)].sort(), input.active]);
    });
  }

  /** For a day the secret before signs too. @returns the secret. @throws AppError NOT_FOUND, STALE */
  async makeSecret(db: Db, input: WebhookVersionInput): Promise<string> {
    this.#requireFresh(db);
    const { keys, clock } = this.parts;
    const secret = freshSecret();
    await db.transaction(async tx => {
      const { id, client_id: clientId, secret_enc: enc, secret_key: keyId } = await lock(tx, input);
      const before = sealSecret(keys, openSecret(keys, { enc, keyId, clientId }), clientId);
      const until = new Date(clock.now().getTime() + BOTH_SIGN_MS);
      await tx.query(NEW_SECRET, [id, sealSecret(keys, secret, clientId), keys.currentId, before, until]);
    });
    return writeSecret(secret);
  }

  /** What has waited since it was paused is sent. @throws AppError NOT_FOUND, STALE */
  async resume(db: Db, input: WebhookVersionInput): Promise<void> {
    await db.transaction(async tx => {
      const { id } = await lock(tx, input);
      await tx.query(RESUME, [id]);
      await tx.query(WAKE, [id, this.parts.clock.now()]);
    });
  }

  /** Sends it once more, with the same id. @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE while it waits anyway */
  async replay(db: Db, id: string): Promise<void> {
    await db.transaction(async tx => {
      if (await tx.one(REPLAY, [id, this.parts.clock.now()])) return;
      if (!(await tx.one(EXISTS, [id]))) throw notFound();
      throw new AppError('ACTION_NOT_AVAILABLE');
    });
  }

  /** @returns how many of those given up are sent once more; at most 5,000 at a time. @throws AppError NOT_FOUND */
  async replayFailed(db: Db, { endpointId, from, to }: ReplayWebhooksInput): Promise<number> {
    return db.transaction(async tx => {
      if (!(await tx.one(LOCK, [endpointId]))) throw notFound();
      return (await tx.query(REPLAY_FAILED, [endpointId, this.parts.clock.now(), from, to])).length;
    });
  }

  #refuseFaults({ url, topics }: Pick<CreateWebhookInput, 'url' | 'topics'>): void {
    const fault = urlFault(url.trim(), this.parts.config.production);
    const known =
      topics.length > 0 && topics.every(topic => (WEBHOOK_TOPICS as readonly string[]).includes(topic));
    const faults = { ...(fault ? { url: fault } : {}), ...(known ? {} : { topics: 'REQUIRED' }) };
    if (Object.keys(faults).length > 0) throw invalid(faults);
  }

  #requireFresh(db: Db): void {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
  }
}

async function lock(tx: Tx, { id, expectedVersion }: WebhookVersionInput): Promise<EndpointRow> {
  const row = await tx.one<EndpointRow & Record<string, unknown>>(LOCK, [id]);
  if (!row) throw notFound();
  if (row.version !== expectedVersion) throw stale(row.version);
  return row;
}
