/** Many image cases like one, for tests that need a day's work: each with its own order item and pair. */
import type { Desk } from './desk.ts';
import type { NewCaseIds } from './factories.ts';

const ITEM_COLUMNS = `organisation_id, line, person_id, unit_id, main_unit_id, scheme, status, image_requirement, ordered_on,
  orderer_name, orderer_role, orderer_email, orderer_language`;
const CASE_COLUMNS = `organisation_id, kind, queue, person_id, subject_organisation_id, channel, language, opened_on, due_days, due_on,
  status, priority, attempt, reserved_by`;
const PAIR_COLUMNS = 'organisation_id, attempt, status, channel, photo_file_id, id_file_id';

const ORDER_COLUMNS = 'organisation_id, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel';

const COPY = `with orders as (
  insert into card_order (${ORDER_COLUMNS}, number)
  select ${ORDER_COLUMNS}, (5000000 + n)::text from card_order, generate_series(1, $3::int) n
  where id = (select order_id from order_item where id = $2) returning id, number
), items as (
  insert into order_item (${ITEM_COLUMNS}, order_id, order_number)
  select ${ITEM_COLUMNS.replaceAll(/(\w+)/g, 'i.$1')}, o.id, o.number from order_item i, orders o where i.id = $2 returning id, order_number
), cases as (
  insert into desk_case (${CASE_COLUMNS}, order_item_id, number, reserved_until)
  select ${CASE_COLUMNS.replace('organisation_id,', 'c.organisation_id,').replace(' person_id', ' c.person_id').replace(' status', ' c.status')},
    i.id, '2021/' || right(i.order_number, 6), now() + interval '1 hour'
  from desk_case c, items i where c.id = $1 returning id, order_item_id
)
insert into image_submission (${PAIR_COLUMNS}, case_id, order_item_id)
select ${PAIR_COLUMNS.replace('organisation_id', 's.organisation_id')}, c.id, c.order_item_id
from image_submission s, cases c where s.case_id = $1 returning case_id::text as id`;

/** @returns ids of the copies, all reserved by whoever has the one */
export async function copyReview(
  desk: Desk,
  { id, orderItem }: NewCaseIds,
  times: number,
): Promise<string[]> {
  const { rows } = await desk.sql.query<{ id: string }>(COPY, [id, orderItem?.id, times]);
  return rows.map(row => row.id);
}
