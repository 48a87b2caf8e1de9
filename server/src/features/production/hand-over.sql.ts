/** What the hand-over finds and writes. */
import { MASKED_PERSON } from '../../platform/jobs/sweep.ts';

const address = (alias: string) =>
  `json_build_object('name', ${alias}.name, 'street', ${alias}.street, 'postcode', ${alias}.postcode, 'city', ${alias}.city)`;

/** Ready, its image decision past taking back ($4 is now), and not waiting for a person. The photo is that of the newest approved pair. */
export const FIND_READY = `select i.id::text, i.organisation_id, i.order_number, i.card_number, m.name as firm_name, i.person_id::text, ${MASKED_PERSON},
  array['READY'] as reasons, (i.status_at at time zone 'Europe/Oslo')::date::text as from_on, null as to_on,
  i.status, i.image_requirement, i.scheme, p.given_name, p.family_name, p.birth_date::text, p.gender, m.name as employer, m.org_number,
  json_build_object('name', coalesce(o.delivery_name, m.name), 'street', o.delivery_street, 'postcode', o.delivery_postcode, 'city', o.delivery_city) as delivery,
  json_build_array(${address('m')}, ${address('u')}) as invoice,
  f.storage_key, f.master_key, f.data_key
from order_item i join card_order o on o.id = i.order_id join organisation m on m.id = i.main_unit_id join organisation u on u.id = i.unit_id
join person p on p.id = i.person_id
left join lateral (select s.photo_file_id from image_submission s where s.order_item_id = i.id and s.status = 'APPROVED' order by s.attempt desc limit 1) s on true
left join stored_file f on f.id = s.photo_file_id and f.data_key is not null
where i.status = 'READY'
and not exists (select 1 from production_line l where l.order_item_id = i.id and l.status in ('REFUSED', 'HELD') and l.released_at is null)
and not exists (select 1 from image_submission s join image_decision d on d.submission_id = s.id and d.undone_at is null
  where s.order_item_id = i.id and d.undo_until > $4)`;

export const TAKEN_NUMBERS = `select number from card where number = any ($1::text[])
union all select card_number from order_item where card_number = any ($1::text[])`;

export const ADD_FILE = `insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key, scanned, state)
values ($1, $2, 'application/x-ndjson', 0, 0, $3, $4, $5, $6, false, 'ACCEPTED') returning id`;

export const ADD_BATCH = `insert into production_batch (organisation_id, made_at, lines, sha256, file_id, due_on)
values ($1, $2, $3, $4, $5, $6) returning id`;

export const ADD_LINES = `insert into production_line (organisation_id, batch_id, line, order_item_id, card_number, chip_code_hash, sha256, status, status_at)
select $1, $2, l.line, l.item, l.number, l.code, l.sha, 'SENT', $8
from unnest($3::int[], $4::bigint[], $5::text[], $6::bytea[], $7::bytea[]) l(line, item, number, code, sha)`;

export const GIVE_NUMBERS = `update order_item i set card_number = n.number from unnest($1::bigint[], $2::text[]) n(id, number)
where i.id = n.id and i.card_number is distinct from n.number`;

export const HOLD = `insert into production_line (organisation_id, order_item_id, card_number, status, status_at, reason) values ($1, $2, $3, 'HELD', $4, $5)`;
