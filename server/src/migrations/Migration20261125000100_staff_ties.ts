import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';
import { ofActor, wall } from './row-security.ts';

/** Whom and what a member of staff is tied to, declared by herself, and the bars that follow from it (fvl. § 6; docs/decisions/0500-ties-bar.md). */
export class Migration20261125000100_staff_ties extends Migration {
  override up(): void {
    for (const sql of [TABLE, WALL, BARS, PARTIES, SETTLE, TIES, CASES, FIRMS]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** An ended tie says that there was one, of which kind and for how long; of whom is gone at once. */
const TABLE = `
create table staff_tie (
  id bigint generated always as identity primary key,
  staff_user_id bigint not null references staff_user,
  kind text not null check (kind in ('SELF', 'FAMILY', 'CLOSE', 'EMPLOYER', 'INTEREST')),
  national_id_enc bytea,
  national_id_key text,
  national_id_idx bytea,
  national_id_idx_others bytea[],
  national_id_masked text check (national_id_masked ~ '^[0-9]{6}[*]{5}$'),
  org_number text check (org_number ~ '^[0-9]{9}$'),
  main_unit_id bigint references organisation,   -- kept by triggers; null: no such firm is known yet
  declared_at timestamptz not null,
  ended_at timestamptz,
  check (num_nulls(national_id_enc, national_id_key, national_id_idx, national_id_masked) in (0, 4)),
  check (case when ended_at is not null then num_nonnulls(national_id_enc, national_id_idx_others, org_number, main_unit_id) = 0
    when kind in ('EMPLOYER', 'INTEREST') then org_number is not null and national_id_enc is null
    else national_id_enc is not null and org_number is null end)
);
create unique index staff_tie_self on staff_tie (staff_user_id) where kind = 'SELF' and ended_at is null;
create unique index staff_tie_person on staff_tie (national_id_idx, staff_user_id) where ended_at is null;
create unique index staff_tie_firm on staff_tie (org_number, staff_user_id) where ended_at is null;
create index staff_tie_main on staff_tie (main_unit_id) where ended_at is null;
create index staff_tie_staff on staff_tie (staff_user_id, id);
create index staff_tie_key on staff_tie (national_id_key) where ended_at is null;
create index staff_tie_others on staff_tie (id) where national_id_idx_others is not null;
create trigger audit after insert or update or delete on staff_tie for each row execute function audit_change('-', 'national_id_enc',
  'national_id_idx', 'national_id_idx_others', 'national_id_masked', 'org_number', 'main_unit_id');
`;

/** Nobody reads another's, and what is sealed is read by no request at all. */
const WALL = `
${wall('staff_tie', { see: ofActor('staff_user_id'), change: ofActor('staff_user_id'), job: ['select', 'update'] })}
grant select (id, staff_user_id, kind, national_id_masked, org_number, main_unit_id, declared_at, ended_at), insert, update (ended_at) on staff_tie to ${APP_ROLE};
grant usage on sequence staff_tie_id_seq to ${APP_ROLE};
`;

const BARS = `
alter table case_barred add column tie_id bigint references staff_tie;
create index case_barred_tie on case_barred (tie_id) where tie_id is not null;
create index case_barred_staff on case_barred (staff_user_id);
`;

/** Who and what a case is about, and whose ties they meet. Any unit of a firm is the whole firm. */
const PARTIES = `
create function persons_of_cases(about bigint[]) returns table (case_id bigint, person_id bigint) language sql stable ${OPTIONS} as $$
  select c.id, x.person_id from desk_case c left join order_item i on i.id = c.order_item_id left join exception_application a on a.case_id = c.id
  left join card k on k.number = c.card_number
  cross join lateral (values (c.person_id), (i.person_id), (a.person_id), (a.related_person_id), (k.person_id)) x (person_id)
  where c.id = any (about) and x.person_id is not null $$;
create function firms_of_cases(about bigint[]) returns table (case_id bigint, main_unit_id bigint) language sql stable ${OPTIONS} as $$
  select c.id, coalesce(f.parent_id, f.id) from desk_case c left join order_item i on i.id = c.order_item_id
  left join exception_application a on a.case_id = c.id left join card k on k.number = c.card_number
  cross join lateral (values (c.subject_organisation_id), (i.main_unit_id), (i.unit_id), (a.firm_id), (k.main_unit_id)) x (firm_id)
  join organisation f on f.id = x.firm_id where c.id = any (about) $$;

create function ties_to_persons(about bigint[]) returns table (person_id bigint, tie_id bigint) language sql stable ${OPTIONS} as $$
  select n.person_id, t.id from national_id_index n join staff_tie t on t.national_id_idx = n.idx where n.person_id = any (about) and t.ended_at is null
  union select n.person_id, t.id from staff_tie t join national_id_index n on n.idx = any (t.national_id_idx_others)
  where n.person_id = any (about) and t.national_id_idx_others is not null and t.ended_at is null $$;

-- The nearest tie gives the reason.
create function bars_by_tie(about bigint[]) returns table (case_id bigint, staff_user_id bigint, tie_id bigint, reason text) language sql stable ${OPTIONS} as $$
  with met as (
    select p.case_id, m.tie_id from persons_of_cases(about) p
      join ties_to_persons(array(select distinct q.person_id from persons_of_cases(about) q)) m on m.person_id = p.person_id
    union select f.case_id, t.id from firms_of_cases(about) f join staff_tie t on t.main_unit_id = f.main_unit_id and t.ended_at is null)
  select distinct on (m.case_id, t.staff_user_id) m.case_id, t.staff_user_id, t.id,
    case t.kind when 'SELF' then 'OWN_CASE' when 'FAMILY' then 'FAMILY' when 'EMPLOYER' then 'OWN_EMPLOYER' else 'CLOSE_RELATION' end
  from met m join staff_tie t on t.id = m.tie_id
  order by m.case_id, t.staff_user_id, array_position(array['SELF', 'FAMILY', 'EMPLOYER', 'CLOSE', 'INTEREST'], t.kind), t.id $$;

-- Every case a tie concerns, decided or not: a decided one can be opened again.
create function cases_of_tie(asked bigint) returns bigint[] language sql stable ${OPTIONS} as $$
  with who as (
    select n.person_id as id from staff_tie t join national_id_index n on n.idx = t.national_id_idx or n.idx = any (t.national_id_idx_others) where t.id = asked),
  firm as (
    select f.id from staff_tie t join organisation f on f.id = t.main_unit_id or f.parent_id = t.main_unit_id where t.id = asked),
  item as (
    select i.id from order_item i where i.person_id in (select id from who)
    union select i.id from order_item i where i.unit_id in (select id from firm) union select i.id from order_item i where i.main_unit_id in (select id from firm)),
  plate as (
    select k.number from card k where k.person_id in (select id from who) union select k.number from card k where k.main_unit_id in (select id from firm))
  select array(
    select c.id from desk_case c where c.person_id in (select id from who)
    union select c.id from desk_case c where c.subject_organisation_id in (select id from firm)
    union select c.id from desk_case c where c.order_item_id in (select id from item)
    union select c.id from desk_case c where c.card_number in (select number from plate)
    union select a.case_id from exception_application a where a.person_id in (select id from who)
    union select a.case_id from exception_application a where a.related_person_id in (select id from who)
    union select a.case_id from exception_application a where a.firm_id in (select id from firm)
    union select b.case_id from case_barred b where b.tie_id = asked) $$;
revoke execute on function persons_of_cases(bigint[]), firms_of_cases(bigint[]), ties_to_persons(bigint[]), bars_by_tie(bigint[]), cases_of_tie(bigint) from public;
create index desk_case_card on desk_case (card_number) where card_number is not null;
`;

/**
 * Makes the bars of these cases what the ties say. What was entered by hand is left alone, and stands before a tie's. Whoever is
 * barred while she has the case loses it; both are said on its timeline, by herself when it was her word that did it.
 */
const SETTLE = `
create function settle_tie_bars(about bigint[], told_at timestamptz default clock_timestamp()) returns void language plpgsql volatile ${OPTIONS} as $$
declare b record;
begin
  -- In one order for everyone, and after whoever decides just now.
  perform from desk_case c where c.id = any (about) order by c.id for update;
  for b in
    delete from case_barred x where x.case_id = any (about) and x.tie_id is not null
      and not exists (select from bars_by_tie(about) w where w.case_id = x.case_id and w.staff_user_id = x.staff_user_id)
    returning x.case_id, x.organisation_id, x.staff_user_id, (select u.name from staff_user u where u.id = x.staff_user_id) as name
  loop
    perform say_bar(b.case_id, b.staff_user_id, 'UNBARRED', b.name, null, told_at);
  end loop;
  update case_barred x set tie_id = w.tie_id, reason = w.reason from bars_by_tie(about) w
  where x.case_id = w.case_id and x.staff_user_id = w.staff_user_id and x.tie_id is not null and x.tie_id <> w.tie_id;
  for b in
    insert into case_barred (case_id, staff_user_id, organisation_id, reason, tie_id)
    select w.case_id, w.staff_user_id, c.organisation_id, w.reason, w.tie_id from bars_by_tie(about) w
      join desk_case c on c.id = w.case_id join staff_user u on u.id = w.staff_user_id and u.organisation_id = c.organisation_id
    on conflict (case_id, staff_user_id) do nothing
    returning case_id, staff_user_id, reason, (select u.name from staff_user u where u.id = case_barred.staff_user_id) as name
  loop
    perform say_bar(b.case_id, b.staff_user_id, 'BARRED', b.name, b.reason, told_at);
    update desk_case c set reserved_by = null, reserved_until = null, last_worker_id = nullif(last_worker_id, b.staff_user_id), version = version + 1
    where c.id = b.case_id and c.reserved_by = b.staff_user_id;
    if found then perform say_bar(b.case_id, b.staff_user_id, 'RELEASED', null, 'BARRED', told_at); end if;
  end loop;
end $$;
-- Cases that are closed say nothing: nobody works on them.
create function say_bar(about bigint, who bigint, what text, was text, became text, told_at timestamptz) returns void language sql volatile ${OPTIONS} as $$
  insert into case_event (organisation_id, case_id, at, type, actor_id, old_value, new_value)
  select c.organisation_id, c.id, told_at, what, case when app_actor() = who then who end, was, became from desk_case c where c.id = about and c.closed_at is null $$;
revoke execute on function settle_tie_bars(bigint[], timestamptz), say_bar(bigint, bigint, text, text, text, timestamptz) from public;
`;

/** Declared, ended, and what becomes of them when their owner is shut out: her bars stand as if entered by hand, the ties are gone. */
const TIES = `
create function keep_tie() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if new.ended_at is not null then
    new.national_id_enc := null; new.national_id_key := null; new.national_id_idx := null; new.national_id_idx_others := null;
    new.national_id_masked := null; new.org_number := null; new.main_unit_id := null;
  elsif new.org_number is not null then
    new.main_unit_id := (select coalesce(o.parent_id, o.id) from organisation o where o.org_number = new.org_number);
  end if;
  return new;
end $$;
create trigger keep before insert or update on staff_tie for each row execute function keep_tie();
create function tie_bars() returns trigger language plpgsql ${OPTIONS} as $$
begin
  perform settle_tie_bars(cases_of_tie(new.id),
    case when tg_op = 'INSERT' then new.declared_at when old.ended_at is null and new.ended_at is not null then new.ended_at else clock_timestamp() end);
  return null;
end $$;
create trigger bars after insert on staff_tie for each row execute function tie_bars();
create trigger bars_again after update on staff_tie for each row
  when (old.ended_at is distinct from new.ended_at or old.main_unit_id is distinct from new.main_unit_id) execute function tie_bars();
create function tie_stands() returns trigger language plpgsql as
  $$ begin raise exception 'a tie is ended, never changed' using errcode = 'insufficient_privilege'; end $$;
create trigger stands before update on staff_tie for each row
  when (old.ended_at is not null or (old.staff_user_id, old.kind, old.declared_at) is distinct from (new.staff_user_id, new.kind, new.declared_at))
  execute function tie_stands();

create function ties_of_shut_out() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update case_barred b set tie_id = null where b.tie_id in (select t.id from staff_tie t where t.staff_user_id = new.id);
  update staff_tie t set ended_at = now() where t.staff_user_id = new.id and t.ended_at is null;
  return null;
end $$;
create trigger ties_of_shut_out after update of active on staff_user for each row when (old.active and not new.active)
  execute function ties_of_shut_out();
revoke execute on function keep_tie(), tie_bars(), ties_of_shut_out() from public;
`;

/** At the end of the transaction that makes a case what it is about, when all of it is there. */
const CASES = `
create function bars_of_case() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if exists (select from staff_tie t where t.ended_at is null) then perform settle_tie_bars(array[(to_jsonb(new) ->> tg_argv[0])::bigint]); end if;
  return null;
end $$;
create constraint trigger tie_bars after insert or update of person_id, subject_organisation_id, order_item_id, organisation_id on desk_case
  deferrable initially deferred for each row execute function bars_of_case('id');
create constraint trigger tie_bars after insert or update of person_id, firm_id, related_person_id on exception_application
  deferrable initially deferred for each row execute function bars_of_case('case_id');
create function bars_of_item() returns trigger language plpgsql ${OPTIONS} as $$
begin
  perform settle_tie_bars(array(select c.id from desk_case c where c.order_item_id = new.id));
  return null;
end $$;
create constraint trigger tie_bars after update of person_id, unit_id, main_unit_id on order_item deferrable initially deferred
  for each row when ((old.person_id, old.unit_id, old.main_unit_id) is distinct from (new.person_id, new.unit_id, new.main_unit_id)) execute function bars_of_item();
-- A bar that was lifted by hand comes back when there is a tie.
create function bar_by_tie_again() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if exists (select from staff_tie t where t.staff_user_id = old.staff_user_id and t.ended_at is null) then perform settle_tie_bars(array[old.case_id]); end if;
  return null;
end $$;
create constraint trigger tie_bars after delete on case_barred deferrable initially deferred for each row when (old.tie_id is null)
  execute function bar_by_tie_again();
revoke execute on function bars_of_case(), bars_of_item(), bar_by_tie_again() from public;
`;

/** A firm the desk did not know when the tie was declared, or that has come under another main unit. */
const FIRMS = `
create function ties_of_firm() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update staff_tie t set org_number = t.org_number where t.org_number = new.org_number and t.ended_at is null;
  if tg_op = 'UPDATE' and exists (select from staff_tie t where t.main_unit_id in (old.parent_id, new.parent_id, new.id)) then
    perform settle_tie_bars(array(
      select c.id from desk_case c where c.subject_organisation_id = new.id
      union select c.id from desk_case c join order_item i on i.id = c.order_item_id where i.unit_id = new.id
      union select a.case_id from exception_application a where a.firm_id = new.id));
  end if;
  return null;
end $$;
create trigger ties_of_firm after insert on organisation for each row execute function ties_of_firm();
create trigger ties_of_firm_moved after update of parent_id, org_number on organisation for each row
  when ((old.parent_id, old.org_number) is distinct from (new.parent_id, new.org_number)) execute function ties_of_firm();
revoke execute on function ties_of_firm() from public;
`;
