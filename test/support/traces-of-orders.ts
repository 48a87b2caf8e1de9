/** Everything the desk keeps about somebody because of an order of hers that ended years ago, with a word in every text: for tests of its erasure. */
import type { Desk } from './desk.ts';

export interface Traces {
  readonly word: string;
  readonly personId: string;
  readonly itemId: string;
  /** How long ago everything ended. */
  readonly years: number;
}

/** $1 the line, $2 the person, $3 the word, $4 years. */
const ORDER = [
  `update order_item set status = 'CANCELLED', status_at = now() - make_interval(years => $4), start_on = null where id = $1 and $2 > 0 and $3 <> ''`,
  `update card_order set orderer_id = $2, delivery_name = $3, customer_reference = $3 where id = (select order_id from order_item where id = $1) and $4 > 0`,
  `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_reason, status_at, valid_from, expires_on)
   select organisation_id, lpad(id::text, 10, '0'), $2, unit_id, main_unit_id, scheme, id, 'BLOCKED', 'LOST', now() - make_interval(years => $4),
     current_date - 3000, current_date - 2300 from order_item where id = $1 and $3 <> ''`,
  `with a as (insert into register_answer (organisation_id, register, person_id, asked, answered, source, at, duration_ms)
     values (1, 'AA', $2, jsonb_build_object('for', $3::text), jsonb_build_object('name', $3::text), 'aa', now() - make_interval(years => $4), 12) returning id)
   insert into register_check (organisation_id, order_item_id, register, outcome, settled_outcome, reason, since, answer_id)
   select 1, $1, 'AA', 'REJECTED', 'REJECTED', 'AA_ENDED', now(), id from a`,
  `insert into order_event (organisation_id, order_id, order_item_id, type, note) select 1, order_id, id, 'NOTE', $3 from order_item where id = $1 and $2 > 0 and $4 > 0`,
  `insert into outbox_mail (organisation_id, order_item_id, template, language, subject_id, dedupe, message_id, send_after, status, settled_note)
   select 1, id, 'ORDER_CANCELLED', 'nb', 1, $3 || id, $3, now(), 'FAILED', $3 from order_item where id = $1 and $2 > 0 and $4 > 0`,
  `insert into order_draft (staff_user_id, order_item_id, action, organisation_id, body)
   select u.id, i.id, 'NOTE', 1, jsonb_build_object('text', $3::text) from order_item i, (select id from staff_user order by id limit 1) u where i.id = $1 and $2 > 0 and $4 > 0`,
  `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declared_by_id, declarer_name, declared_at)
   select 1, i.order_id, i.unit_id, o.org_number, $2, $3, now() from order_item i join organisation o on o.id = i.unit_id where i.id = $1 and $4 > 0`,
];

/** Of her, whatever orders there are. */
const PERSON = [
  `insert into employment (organisation_id, person_id, unit_id, main_unit_id, source, kind, start_on, end_on, refreshed_at)
   select 1, $2, unit_id, main_unit_id, 'AA', $3, current_date - 4000, current_date - 365 * $4::int, now() from order_item where id = $1`,
  `insert into delegation (organisation_id, firm_id, person_id, granted_by_id, from_on, to_on, revoked_comment)
   select 1, unit_id, $2, $2, current_date - 4000, current_date - 365 * $4::int, $3 from order_item where id = $1`,
  `insert into register_answer (organisation_id, register, person_id, asked, answered, source, at, duration_ms)
   select 1, 'FOLKEREGISTERET', $2, '{}', jsonb_build_object('name', $3::text), 'freg', now(), 12 where $1 > 0 and $4 > 0`,
  `insert into power_of_attorney (organisation_id, person_id, holder_name, holder_birth_date, scope, from_on, to_on, received_on, registered_by_id, registered_at)
   select 1, $2, $3, '1960-01-01', 'ALL', current_date - 4000, current_date - 365 * $4::int, current_date, (select min(id) from staff_user), now() where $1 > 0`,
  `insert into caller_verification (organisation_id, actor_id, at, capacity, person_id, order_item_id, number_matches, name_matches, address_matches, outcome)
   select 1, (select min(id) from staff_user), now() - make_interval(years => $4), 'SELF', $2, $1, true, true, true, 'VERIFIED' where $3 <> ''`,
];

export async function leaveTraces(desk: Desk, { word, personId, itemId, years }: Traces): Promise<void> {
  for (const sql of [...ORDER, ...PERSON]) await desk.sql.query(sql, [itemId, personId, word, years]);
}
