import { Migration } from '@mikro-orm/migrations';
import { CHECK_ROLE } from '../platform/db/roles.ts';

/**
 * Anyone may look up which firms are approved, and take the whole register along. The role that asks reads no table: it calls
 * these functions, which know a firm's number, name, place and statuses, and of a sole proprietor's address the municipality
 * alone (docs/decisions/0520-public-register.md).
 */
export class Migration20261125000200_public_register extends Migration {
  override up(): void {
    for (const sql of [PLACE, STAMP, INDEXES, FIND, CHANGES, NEWEST, RIGHTS]) this.addSql(sql);
  }
}

/** The name beside the number, both as Enhetsregisteret says them; and the only place of a firm that is anyone's to know. */
const PLACE = `
alter table organisation add column municipality_name text;
alter table organisation
  add column public_place text generated always as (case when form = 'ENK' then municipality_name else city end) stored,
  add column public_place_key text generated always as (fold(case when form = 'ENK' then municipality_name else city end)) stored; -- as it is looked for
`;

/** When what the register tells of a firm itself (not of its approval) last changed, for those who mirror it. */
const STAMP = `
alter table organisation add column told_at timestamptz;
create function organisation_is_told() returns trigger language plpgsql as $$
begin
  if exists (select from firm_approval a where a.firm_id = new.id and a.to_at is null) then
    new.told_at := case when new.refreshed_at is distinct from old.refreshed_at then new.refreshed_at else now() end;
  end if;
  return new;
end $$;
create trigger is_told before update of name, form, status, city, municipality_name on organisation for each row
  when ((old.name, old.form, old.status, old.city, old.municipality_name) is distinct from (new.name, new.form, new.status, new.city, new.municipality_name))
  execute function organisation_is_told();
`;

const INDEXES = `
create index organisation_place on organisation (public_place_key, org_number) where parent_id is null;
create index organisation_told on organisation (told_at) where told_at is not null;
create index firm_approval_begun on firm_approval (from_at) where to_at is null;
create index firm_approval_ended on firm_approval (to_at) where to_at is not null;
`;

const OPTIONS = 'security definer set search_path = public, pg_temp';
const COLUMNS =
  'org_number text, name text, place text, firm_status text, register text, status text, since date, valid_to date';

/** Where a protected person lives is not told even by her firm's municipality. */
const PLACE_TOLD = `case when o.form = 'ENK' and exists (select from firm_role r join person p on p.id = r.person_id where r.firm_id = o.id and p.restricted)
    then null else o.public_place end`;
const SHOWN = `o.org_number, o.name, ${PLACE_TOLD}, o.status, a.register, a.status, (a.from_at at time zone 'Europe/Oslo')::date, a.valid_to`;

/** What stands in the register now, by number; a sub-unit's number finds its main unit. Every filter may be null. */
const FIND = `
create function find_approved_firms(asked jsonb, after_number text, after_register text, most int) returns table (${COLUMNS})
language plpgsql stable ${OPTIONS} set plan_cache_mode = force_custom_plan as $$
declare
  asked_firm bigint := (select coalesce(u.parent_id, u.id) from organisation u where u.org_number = asked ->> 'number');
  asked_name text := fold(asked ->> 'name');
  asked_place text := fold(asked ->> 'place');
  asked_register text := asked ->> 'register';
  asked_status text := asked ->> 'status';
begin
  if asked ->> 'number' is not null and asked_firm is null then return; end if;
  return query select ${SHOWN}
  from organisation o join firm_approval a on a.firm_id = o.id and a.to_at is null
  where o.parent_id is null
    and (asked_firm is null or o.id = asked_firm)
    and (asked_name is null or fold(o.name) like asked_name)
    and (asked_place is null or o.public_place_key = asked_place and (${PLACE_TOLD}) is not null)
    and (asked_register is null or a.register = asked_register)
    and (asked_status is null or a.status = asked_status)
    and (after_number is null or o.org_number >= after_number and (o.org_number, a.register) > (after_number, after_register))
  order by o.org_number, a.register limit most;
end $$;
`;

/**
 * What is otherwise than it was, oldest change first: firms whose status is new, firms that have left (without a name or a place),
 * and firms whose name, place or standing in Enhetsregisteret is new. Each with what holds now.
 */
const CHANGES = `
create function approved_firm_changes(seen_at timestamptz, seen_number text, seen_register text, until_at timestamptz, most int)
returns table (changed_at text, ${COLUMNS})
language plpgsql stable ${OPTIONS} set plan_cache_mode = force_custom_plan as $$
declare full_at timestamptz;
begin
  -- The page ends at the latest where the new statuses fill it: of the rest, no more than that is looked through.
  select case when count(*) = most then max(n.at) else until_at end into full_at from (
    select a.from_at as at from firm_approval a join organisation o on o.id = a.firm_id
    where a.to_at is null and a.from_at between seen_at and until_at
      and (a.from_at, o.org_number, a.register) > (seen_at, seen_number, seen_register)
    order by a.from_at limit most) n;
  return query select to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), c.n, c.title, c.town, c.standing, c.r, c.s, c.since_on, c.to_on
  from (
    select a.from_at, ${SHOWN} from firm_approval a join organisation o on o.id = a.firm_id
    where a.to_at is null and a.from_at between seen_at and full_at
    union all
    select o.told_at, ${SHOWN} from organisation o join firm_approval a on a.firm_id = o.id and a.to_at is null
    where o.told_at between seen_at and full_at and o.told_at > a.from_at
    union all
    select a.to_at, o.org_number, null, null, null, a.register, null, null, null from firm_approval a join organisation o on o.id = a.firm_id
    where a.to_at between seen_at and full_at
      and not exists (select from firm_approval n where n.firm_id = a.firm_id and n.register = a.register and n.from_at >= a.to_at)
  ) c (at, n, title, town, standing, r, s, since_on, to_on)
  where (c.at, c.n, c.r) > (seen_at, seen_number, seen_register)
  order by c.at, c.n, c.r limit most;
end $$;
`;

/** When anything in the register last changed; null when nothing ever did. */
const NEWEST = `
create function approved_firms_changed_at() returns timestamptz language sql stable ${OPTIONS} as $$
  select greatest((select max(from_at) from firm_approval where to_at is null), (select max(to_at) from firm_approval where to_at is not null),
    (select max(told_at) from organisation where told_at is not null))
$$;
`;

const PUBLIC = [
  'find_approved_firms(jsonb, text, text, int)',
  'approved_firm_changes(timestamptz, text, text, timestamptz, int)',
  'approved_firms_changed_at()',
];
const RIGHTS = PUBLIC.map(
  name => `revoke execute on function ${name} from public;
grant execute on function ${name} to ${CHECK_ROLE};`,
).join('\n');
