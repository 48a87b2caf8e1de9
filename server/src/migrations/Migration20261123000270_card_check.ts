import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CHECK_ROLE } from '../platform/db/roles.ts';
import { door } from './row-security.ts';

/**
 * Whoever checks a card becomes a role that owns nothing and reads no table. It asks one of two functions, with a number or with
 * the hash of a chip's code in full, and gets one row; there is no way to ask for the next (docs/decisions/0270-card-check.md).
 */
export class Migration20261123000270_card_check extends Migration {
  override up(): void {
    for (const sql of [ROLE, BY_NUMBER, BY_CODE, LOG]) this.addSql(sql);
  }
}

/** With the embedded database it is there already; on a server the administrator may have made it too (README). */
const ROLE = `
do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${CHECK_ROLE}') then create role ${CHECK_ROLE} nologin; end if;
  if not pg_has_role('${APP_ROLE}', '${CHECK_ROLE}', 'MEMBER') then grant ${CHECK_ROLE} to ${APP_ROLE} with inherit false; end if;
end $$;
grant usage on schema public to ${CHECK_ROLE};
`;

/** Always one row, and always the same two look-ups: an unknown number takes the way a known one takes. */
const BY_NUMBER = `
create function check_card_by_number(asked text)
returns table (status text, expires_on date, firm_name text, org_number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.status, c.expires_on, f.name, f.org_number
  from (select asked as number) a left join card c on c.number = a.number
  left join organisation f on f.id = coalesce(c.main_unit_id, 0)
$$;
revoke execute on function check_card_by_number(text) from public;
grant execute on function check_card_by_number(text) to ${CHECK_ROLE};
`;

/**
 * The holder has shown the card: what is printed on it, with the picture that was approved for it. The birth date goes to machines
 * alone, and why and since when the card is not valid to control authorities alone (domain section 8): the database sees to that too.
 */
const BY_CODE = `
create function check_card_by_code(asked bytea)
returns table (card_id bigint, person_id bigint, number text, status text, status_reason text, status_at timestamptz, valid_from date, expires_on date,
  scheme text, firm_name text, org_number text, given_name text, family_name text, birth_date date,
  storage_key text, master_key text, data_key bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.person_id, c.number, c.status,
    case when m.kind = 'CONTROL' then c.status_reason end, case when m.kind = 'CONTROL' then c.status_at end,
    c.valid_from, c.expires_on, c.scheme, f.name, f.org_number, p.given_name, p.family_name,
    case when m.id is not null then p.birth_date end, i.storage_key, i.master_key, i.data_key
  from card c join organisation f on f.id = c.main_unit_id join person p on p.id = c.person_id
  left join machine_client m on m.id = app_client() and m.active
  left join lateral (
    select s.storage_key, s.master_key, s.data_key
    from desk_case k join image_submission u on u.case_id = k.id and u.status = 'APPROVED' join stored_file s on s.id = u.photo_file_id
    where k.order_item_id = c.order_item_id and k.kind = 'IMAGE_REVIEW' and s.state = 'ACCEPTED' and s.deleted_at is null
    order by u.attempt desc limit 1) i on true
  where c.chip_code_hash = asked
$$;
revoke execute on function check_card_by_code(bytea) from public;
grant execute on function check_card_by_code(bytea) to ${CHECK_ROLE};
`;

/** It may write down that it was shown a card, and nothing else; nobody can claim to be another machine. */
const LOG = door('audit_log', CHECK_ROLE, {
  rights: ['insert'],
  condition: `kind in ('READ', 'REFUSED') and table_name = 'card' and actor_id is null and client_id is not distinct from (select app_client())`,
});
