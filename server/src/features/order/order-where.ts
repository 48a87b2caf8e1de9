/** Where-clauses for lists of order lines. Few texts, as each becomes a prepared statement: what is not asked for stays open. */
import type { Values } from '../../platform/db/db.ts';
import type { OrderFilter } from './order.input.ts';
import { ORDER_SCOPE_SQL, type OrderScope } from './order.policy.ts';

export interface Where {
  readonly sql: string;
  readonly values: Values;
}

export interface OrderAsk {
  readonly scope: OrderScope;
  readonly organisationId: number | null;
}

/** As literals, so that the partial index fits. */
const STALLED = `i.status in ('PENDING', 'IMAGE_REJECTED')`;

const UNMET = `exists (select 1 from register_check k where k.order_item_id = i.id and k.outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE'))`;
/** R3 [000]. */
const APPROVAL = `exists (select 1 from register_check k where k.order_item_id = i.id
    and k.register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL') and k.outcome = 'PENDING')`;

const FILTERS = `($2::text is null or ($2 = 'IMAGES' and i.image_requirement <> 'MET') or ($2 = 'REGISTERS' and ${UNMET})
    or ($2 = 'APPROVAL' and ${APPROVAL}) or ($2 = 'PRODUCTION' and i.status in ('READY', 'IN_PRODUCTION')))
  and ($3::text is null or exists (select 1 from register_check k where k.order_item_id = i.id and k.register = $3
    and k.outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE')))
  and ($4::text[] is null or i.scheme = any ($4))
  and ($5::text[] is null or i.status = any ($5))
  and ($6::date is null or i.cancel_on <= $6)`;
/** In a variant of its own, so that the indexes on firms fit. */
const OF_FIRM = `(i.unit_id in (select o.id from organisation o where o.org_number = $7)
    or i.main_unit_id in (select o.id from organisation o where o.org_number = $7))`;

export function orderWhere({ scope, organisationId }: OrderAsk, filter: OrderFilter): Where {
  const own = [ORDER_SCOPE_SQL[scope], ...(filter.stalled ? [STALLED] : [])];
  if (!isFiltered(filter)) return { sql: join(own), values: [organisationId] };
  const values = [
    organisationId,
    filter.waitingFor ?? null,
    filter.register ?? null,
    listed(filter.scheme),
    listed(filter.status),
    filter.dueBefore ?? null,
  ];
  const firm = filter.firm?.replaceAll(' ', '') ?? '';
  if (firm === '') return { sql: join([...own, FILTERS]), values };
  return { sql: join([...own, FILTERS, OF_FIRM]), values: [...values, firm] };
}

const join = (parts: readonly string[]) => parts.join('\n  and ');

function isFiltered({ stalled: _, ...filter }: OrderFilter): boolean {
  return Object.values(filter).some(value => value !== null && value !== undefined);
}

const listed = <T>(values: readonly T[] | null | undefined) => (values && values.length > 0 ? values : null);
