/** Whom and what a call is about, as the desk has it; unknown and forbidden look the same. */
import type { Tx } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Scheme } from '../order/order.enums.ts';

export interface CallSubject {
  readonly organisationId: number | null;
  readonly personId: string | null;
  /** The unit it was ordered for, or the firm itself. */
  readonly firmId: string | null;
  readonly orderId: string | null;
  readonly orderItemId: string | null;
  readonly cardId: string | null;
  readonly scheme: Scheme | null;
}

const NOTHING = {
  personId: null,
  firmId: null,
  orderId: null,
  orderItemId: null,
  cardId: null,
  scheme: null,
};

const STATEMENTS = {
  cardId: `select c.organisation_id as "organisationId", c.person_id::text as "personId", coalesce(c.unit_id, c.main_unit_id)::text as "firmId",
    i.order_id::text as "orderId", c.order_item_id::text as "orderItemId", c.id::text as "cardId", c.scheme
    from card c left join order_item i on i.id = c.order_item_id where c.id = $1`,
  orderItemId: `select i.organisation_id as "organisationId", i.person_id::text as "personId", i.unit_id::text as "firmId",
    i.order_id::text as "orderId", i.id::text as "orderItemId", null as "cardId", i.scheme from order_item i where i.id = $1`,
  personId: `select null as "organisationId", p.id::text as "personId", ${nulls('firmId')} from person p where p.id = $1`,
  firmId: `select null as "organisationId", null as "personId", o.id::text as "firmId", ${nulls()} from organisation o where o.id = $1`,
} as const;

function nulls(...more: string[]): string {
  return [...more, 'orderId', 'orderItemId', 'cardId', 'scheme'].map(name => `null as "${name}"`).join(', ');
}

export type SubjectIds = { readonly [K in keyof typeof STATEMENTS]?: string | null };

/** Nothing named: the caller asks about herself. @throws AppError NOT_FOUND, VALIDATION_FAILED when two are named */
export async function callSubject(tx: Tx, ids: SubjectIds): Promise<CallSubject> {
  const named = (Object.keys(STATEMENTS) as (keyof typeof STATEMENTS)[]).filter(key => ids[key]);
  const [key] = named;
  if (named.length > 1) throw invalid(Object.fromEntries(named.map(name => [name, 'ONE_SUBJECT'])));
  if (!key) return { organisationId: null, ...NOTHING };
  const row = await tx.one<CallSubject & Record<string, unknown>>(STATEMENTS[key], [ids[key]]);
  if (!row) throw notFound();
  return row;
}
