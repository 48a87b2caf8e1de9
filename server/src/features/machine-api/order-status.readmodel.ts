/** How orders, lines and cards stand, for machines: numbers, states, reasons and times, never who the card is for. */
import type { z } from 'zod';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { cardView, itemView, orderView } from './api.schemas.ts';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const CHECKS = `(select coalesce(json_agg(json_build_object('register', c.register, 'outcome', c.outcome, 'reason', c.reason,
  'since', ${instant('c.since')}) order by c.register), '[]') from register_check c where c.order_item_id = i.id)`;
const ITEM = `json_build_object('orderNumber', i.order_number, 'line', i.line, 'unit', u.org_number, 'mainUnit', m.org_number, 'scheme', i.scheme,
  'status', i.status, 'statusReason', i.status_reason, 'statusAt', ${instant('i.status_at')}, 'images', i.image_requirement,
  'cancelOn', i.cancel_on, 'checks', ${CHECKS}, 'cardNumber', (select k.number from card k where k.order_item_id = i.id))`;
const ITEMS = `from order_item i join organisation u on u.id = i.unit_id join organisation m on m.id = i.main_unit_id`;
const ORDER = `select o.number, u.org_number as unit, m.org_number as "mainUnit", o.scheme, o.ordered_on::text as "orderedOn",
  o.customer_reference as "customerReference",
  (select coalesce(json_agg(${ITEM} order by i.line), '[]') from order_item i where i.order_id = o.id) as items
from card_order o join organisation u on u.id = o.unit_id join organisation m on m.id = o.main_unit_id where o.number = $1`;
const ONE_ITEM = `select ${ITEM} as item ${ITEMS} where i.order_number = $1 and i.line = $2`;
const CARD = `select k.number, k.status, k.status_reason as "statusReason", ${instant('k.status_at')} as "statusAt", u.org_number as unit,
  m.org_number as "mainUnit", k.scheme, k.valid_from::text as "validFrom", k.expires_on::text as "expiresOn",
  i.order_number as "orderNumber", i.line
from card k join organisation m on m.id = k.main_unit_id left join organisation u on u.id = k.unit_id
left join order_item i on i.id = k.order_item_id where k.number = $1`;

type OrderView = z.output<typeof orderView>;
type ItemView = z.output<typeof itemView>;
type CardView = z.output<typeof cardView>;

/** What is of another firm, row security does not show: it is not there. */
export class OrderStatusReadModel {
  /** @throws AppError NOT_FOUND */
  async order(db: Db, number: string): Promise<OrderView> {
    return found(await db.read<OrderView>(ORDER, [number]));
  }

  /** @throws AppError NOT_FOUND */
  async item(db: Db, number: string, line: number): Promise<ItemView> {
    return found(await db.read<{ item: ItemView }>(ONE_ITEM, [number, line])).item;
  }

  /** @throws AppError NOT_FOUND */
  async card(db: Db, number: string): Promise<CardView> {
    return found(await db.read<CardView>(CARD, [number]));
  }
}

function found<R>([row]: R[]): R {
  if (!row) throw notFound();
  return row;
}
