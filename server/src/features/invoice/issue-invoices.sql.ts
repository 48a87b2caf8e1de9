/** Which orders wait for their invoice, with all it will say; for the job and its rehearsal. */

import type { DueRow } from '../../platform/jobs/sweep.ts';
import type { Language } from '../../platform/language.ts';
import type { Payment, Scheme } from '../order/order.enums.ts';

/** What is ordered counts, whatever became of it: a wrong order is neither cancelled nor paid back (R6). */
export const FIND_UNBILLED = `select w.order_id::text as id, w.organisation_id, o.number as order_number, null as card_number, u.name as firm_name,
  null as person_id, null as person, array['UNBILLED'] as reasons, o.ordered_on::text as from_on, null as to_on,
  o.payment, o.scheme, o.customer_reference, o.orderer_id::text, q.quantity, q.orderer_name, q.language, u.org_number as unit_org_number, u.name as unit_name,
  m.id::text as firm_id, m.name as main_name, m.org_number as main_org_number,
  json_build_object('street', m.street, 'postcode', m.postcode, 'city', m.city) as main_address,
  json_build_object('street', o.delivery_street, 'postcode', o.delivery_postcode, 'city', o.delivery_city) as delivery_address
from order_to_invoice w join card_order o on o.id = w.order_id join organisation u on u.id = o.unit_id join organisation m on m.id = o.main_unit_id
cross join lateral (select count(*)::int as quantity, min(i.orderer_name) as orderer_name, min(i.orderer_language) as language
  from order_item i where i.order_id = o.id and i.status <> 'DRAFT') q
where q.quantity > 0`;

interface Address {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

export interface UnbilledRow extends DueRow {
  order_number: string;
  from_on: string;
  payment: Payment;
  scheme: Scheme;
  customer_reference: string | null;
  orderer_id: string | null;
  quantity: number;
  orderer_name: string;
  language: Language;
  unit_org_number: string;
  unit_name: string;
  firm_id: string;
  main_name: string;
  main_org_number: string;
  main_address: Address;
  delivery_address: Address;
}
