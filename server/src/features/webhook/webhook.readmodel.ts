/** Endpoints and deliveries as the administrator's pages show them: one statement each, newest first. */
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { WebhookDeliveryFilter } from './webhook.input.ts';
import { bodyOf, messageId, type ToldEvent } from './webhook.rules.ts';
import type { WebhookDeliveryPageType, WebhookDeliveryType, WebhookEndpointType } from './webhook.type.ts';

const ENDPOINT = `select e.id, e.client_id as "machineId", c.name as "clientName", e.url, e.topics, e.active, e.failures, e.paused_at as "pausedAt",
  e.pause_reason as "pauseReason", e.version, e.created_at as "createdAt",
  (select count(*)::int from (select 1 from webhook_delivery d where d.endpoint_id = e.id and d.status = 'QUEUED' limit 1001) x) as waiting,
  (select d.delivered_at from webhook_delivery d where d.endpoint_id = e.id and d.status = 'DELIVERED' order by d.id desc limit 1) as "lastDeliveredAt"
from webhook_endpoint e join machine_client c on c.id = e.client_id`;
const ENDPOINTS = `${ENDPOINT} order by e.id desc limit 200`;
const ONE_ENDPOINT = `${ENDPOINT} where e.id = $1`;

const DELIVERY = `select d.id, d.endpoint_id as "endpointId", c.name as "clientName", d.status, d.attempts,
  case when d.status = 'QUEUED' then d.next_at end as "nextAt", d.delivered_at as "settledAt", d.last_code as "lastCode", d.last_error as "lastError",
  d.last_answer as "lastAnswer", coalesce(d.event_id::text, 'a' || d.id) as "eventId", d.topic, d.at, d.event, d.event ->> 'orderNumber' as "orderNumber", d.event ->> 'cardNumber' as "cardNumber",
  d.event ->> 'applicationNumber' as "applicationNumber"
from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id join machine_client c on c.id = e.client_id`;
const MATCHES = '($1::bigint is null or d.endpoint_id = $1) and ($2::text is null or d.status = $2)';
const AFTER = `${DELIVERY} where ${MATCHES} and ($3::bigint is null or d.id < $3) order by d.id desc limit 101`;
const BEFORE = `${DELIVERY} where ${MATCHES} and d.id > $3::bigint order by d.id limit 101`;
const COUNT = `select count(*)::int as n from (select 1 from webhook_delivery d where ${MATCHES} limit 1001) x`;
const ONE = `${DELIVERY} where d.id = $1`;

type DeliveryRow = Omit<WebhookDeliveryType, 'body' | 'messageId' | 'topic'> &
  ToldEvent & { id: string; n: number };

export class WebhookReadModel {
  endpoints(db: Db): Promise<WebhookEndpointType[]> {
    return db.read<WebhookEndpointType>(ENDPOINTS);
  }

  /** @throws AppError NOT_FOUND */
  async endpoint(db: Db, id: string): Promise<WebhookEndpointType> {
    const [row] = await db.read<WebhookEndpointType>(ONE_ENDPOINT, [id]);
    if (!row) throw notFound();
    return row;
  }

  async deliveries(db: Db, filter: WebhookDeliveryFilter, page: PageAsk): Promise<WebhookDeliveryPageType> {
    const matching = [filter.endpointId ?? null, filter.status ?? null];
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 1, ROW_ID)[0] : null;
    const [rows = [], counted = []] = await db.readAll<DeliveryRow>([
      [page.before ? BEFORE : AFTER, [...matching, from]],
      [COUNT, matching],
    ]);
    const found = pageOf(rows, page, row => [row.id]);
    return { ...found, rows: found.rows.map(shown), count: cappedCount(counted[0]?.n ?? 0) };
  }

  /** @throws AppError NOT_FOUND */
  async delivery(db: Db, id: string): Promise<WebhookDeliveryType> {
    const [row] = await db.read<DeliveryRow>(ONE, [id]);
    if (!row) throw notFound();
    return shown(row);
  }
}

const shown = (row: DeliveryRow): WebhookDeliveryType => ({
  ...row,
  messageId: messageId(row.eventId),
  body: bodyOf(row),
});
