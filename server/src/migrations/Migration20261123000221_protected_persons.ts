import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';
import { UNLESS_PROTECTED, withheld } from './row-security.ts';

/**
 * What is about a person with address protection belongs to the authority for as long, and is seen there by those alone who look
 * after protected persons (docs/decisions/0221-protected-persons.md; domain section 11).
 */
export class Migration20261123000221_protected_persons extends Migration {
  override up(): void {
    for (const sql of [
      QUEUE,
      FOLLOW,
      TRIGGERS,
      ...TABLES,
      ORDERS,
      INDEXES,
      PERSON,
      SEARCH,
      COUNTS,
      APPEND_ONLY,
      NOW,
    ])
      this.addSql(sql);
  }
}

const OPTIONS = 'language plpgsql security definer set search_path = public, pg_temp';

const QUEUE = `
alter table desk_case drop constraint desk_case_queue_check,
  add constraint desk_case_queue_check check (queue in ('IMAGE_REVIEW', 'INQUIRY', 'PROTECTED')) not valid;
alter table desk_case validate constraint desk_case_queue_check;
create index image_decision_case on image_decision (case_id);
`;

/**
 * Rows know where they came from (withheld_from), so that they can go back. Tables are found by the column, and in them the rows by
 * what they are about. Parents first: what hangs on them takes its origin from them.
 */
const FOLLOW = `
create function follow_protection(who bigint) returns void ${OPTIONS} as $$
declare
  hide boolean := (select restricted from person where id = who);
  home smallint := (select id from staff_organisation where kind = 'AUTHORITY' order by id limit 1);
  items bigint[] := array(select id from order_item where person_id = who);
  cases bigint[] := array(select id from desk_case where person_id = who or order_item_id = any (items));
  cards bigint[] := array(select id from card where person_id = who);
  decisions bigint[] := array(select id from image_decision where case_id = any (cases));
  orders bigint[] := array(select distinct order_id from order_item where person_id = who);
  t record;
  origin text;
  change text;
  moves boolean;
begin
  if hide is null or home is null then return; end if;
  for t in
    select c.relname as name, array_agg(a.attname::text) as has from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'card_order'
      and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'withheld_from')
    group by c.relname order by array_position(array['order_item', 'card', 'desk_case'], c.relname::text) nulls last, c.relname
  loop
    -- What is sealed keeps the organisation it was written in.
    moves := 'organisation_id' = any (t.has) and t.name <> 'case_event';
    origin := array_to_string(array_remove(array[
      case when 'case_id' = any (t.has) then '(select p.withheld_from from desk_case p where p.id = x.case_id)' end,
      case when 'order_item_id' = any (t.has) and t.name <> 'desk_case' then '(select p.withheld_from from order_item p where p.id = x.order_item_id)' end,
      case when t.name = 'desk_case' then '(select p.withheld_from from order_item p where p.id = x.order_item_id and x.kind = ''IMAGE_REVIEW'')' end,
      case when 'card_id' = any (t.has) then '(select p.withheld_from from card p where p.id = x.card_id)' end,
      case when 'decision_id' = any (t.has) then '(select p.withheld_from from image_decision p where p.id = x.decision_id)' end,
      case when 'organisation_id' = any (t.has) then 'x.organisation_id' else '0' end], null), ', ');
    change := case
      when hide then 'withheld_from = coalesce(' || origin || ')' || case when moves then ', organisation_id = $5' else '' end
      else case when moves then 'organisation_id = withheld_from, ' else '' end || 'withheld_from = null' end
      || case when t.name = 'desk_case' then ', queue = ' || case when hide then '''PROTECTED''' else 'kind' end
        || ', reserved_by = null, reserved_until = null, last_worker_id = null, version = version + 1' else '' end;
    execute format('update %I x set %s where x.withheld_from is %s null and (%s)', t.name, change, case when hide then '' else 'not' end,
      array_to_string(array_remove(array[
        case when 'person_id' = any (t.has) then 'x.person_id = $1' end,
        case when 'case_id' = any (t.has) then 'x.case_id = any ($2)' end,
        case when 'other_case_id' = any (t.has) then 'x.other_case_id = any ($2)' end,
        case when 'order_item_id' = any (t.has) then 'x.order_item_id = any ($3)' end,
        case when 'card_id' = any (t.has) then 'x.card_id = any ($4)' end,
        case when 'decision_id' = any (t.has) then 'x.decision_id = any ($6)' end], null), ' or '))
    using who, cases, items, cards, home, decisions;
  end loop;
  -- An order goes with its lines when none is left.
  update card_order o set withheld_from = organisation_id, organisation_id = home where o.id = any (orders) and o.withheld_from is null
    and not exists (select from order_item i where i.order_id = o.id and i.withheld_from is null);
  update card_order o set organisation_id = withheld_from, withheld_from = null where o.id = any (orders) and o.withheld_from is not null
    and exists (select from order_item i where i.order_id = o.id and i.withheld_from is null);
  update order_event e set withheld_from = o.withheld_from, organisation_id = o.organisation_id from card_order o
    where o.id = any (orders) and e.order_id = o.id and e.order_item_id is null and e.card_id is null and o.withheld_from is not null and e.withheld_from is null;
  update order_event e set withheld_from = null, organisation_id = o.organisation_id from card_order o
    where o.id = any (orders) and e.order_id = o.id and e.order_item_id is null and e.card_id is null and o.withheld_from is null and e.withheld_from is not null;
  if hide then
    update person p set seen_by = p.seen_by || home where p.id = who and not p.seen_by @> array[home];
    return;
  end if;
  -- The other end of a link may be about somebody who is still protected.
  update case_link l set withheld_from = organisation_id, organisation_id = home where l.withheld_from is null
    and (l.case_id = any (cases) or l.other_case_id = any (cases))
    and exists (select from desk_case c where c.id in (l.case_id, l.other_case_id) and c.withheld_from is not null);
  update person p set seen_by = array(select 0::smallint
    union select organisation_id from order_item where person_id = who
    union select organisation_id from desk_case where person_id = who
    union select (-organisation_id)::smallint from desk_case where person_id = who and kind = 'INQUIRY'
    union select organisation_id from delegation where person_id = who
    union select organisation_id from employment where person_id = who
    union select organisation_id from card_order where orderer_id = who
    union select o.id from firm_role r cross join staff_organisation o where r.person_id = who) where p.id = who;
end $$;
revoke execute on function follow_protection(bigint) from public;
`;

/**
 * New rows about a person follow at the end of the transaction that writes them, before anybody else can see them; whoever places
 * an order sees it until then. What hangs on a row that has moved is with it from its first moment.
 */
const TRIGGERS = `
create function withhold_person() returns trigger ${OPTIONS} as $$
begin
  perform follow_protection(new.id);
  return null;
end $$;
create trigger withhold after update of restricted on person for each row when (old.restricted <> new.restricted) execute function withhold_person();

create function withhold_of_person() returns trigger ${OPTIONS} as $$
begin
  if exists (select from person p where p.id = new.person_id and p.restricted) then perform follow_protection(new.person_id); end if;
  return null;
end $$;
create function withhold_case() returns trigger ${OPTIONS} as $$
declare who bigint := coalesce(new.person_id, (select i.person_id from order_item i where i.id = new.order_item_id));
begin
  if exists (select from person p where p.id = who and p.restricted) then perform follow_protection(who); end if;
  return null;
end $$;
create function withhold_of_case() returns trigger ${OPTIONS} as $$
declare origin smallint; home smallint;
begin
  select c.withheld_from, c.organisation_id into origin, home from desk_case c where c.id = new.case_id and c.withheld_from is not null;
  if found then
    new.withheld_from := origin;
    new.organisation_id := home;
  end if;
  return new;
end $$;
create function withhold_of_decision() returns trigger ${OPTIONS} as $$
declare origin smallint; home smallint;
begin
  select d.withheld_from, d.organisation_id into origin, home from image_decision d where d.id = new.decision_id and d.withheld_from is not null;
  if found then
    new.withheld_from := origin;
    new.organisation_id := home;
  end if;
  return new;
end $$;
create function withhold_of_item() returns trigger ${OPTIONS} as $$
declare origin smallint; home smallint;
begin
  select i.withheld_from, i.organisation_id into origin, home from order_item i where i.id = new.order_item_id and i.withheld_from is not null;
  if found then
    new.withheld_from := origin;
    new.organisation_id := home;
  end if;
  return new;
end $$;
revoke execute on function withhold_person(), withhold_of_person(), withhold_case(), withhold_of_case(), withhold_of_decision(), withhold_of_item() from public;
`;

const TABLES = [
  ...['order_item', 'card', 'employment', 'delegation', 'firm_role', 'register_answer'].map(table =>
    withheld(table, 'person'),
  ),
  withheld('desk_case', 'case itself'),
  ...[
    'case_event',
    'case_hold',
    'case_link',
    'case_barred',
    'case_skip',
    'draft',
    'upload_link',
    'stored_file',
  ].map(table => withheld(table, 'case')),
  ...['image_submission', 'image_decision'].map(table => withheld(table, 'case')),
  withheld('image_decision_reason', 'decision'),
  ...['register_check', 'order_event', 'outbox_mail'].map(table => withheld(table, 'item')),
];

/** Of an order with several lines the authority sees those that have come to it, and the order they stand in. */
const ORDERS = `
alter table card_order add column withheld_from smallint;
create policy withheld on card_order as restrictive for all to ${APP_ROLE} using (${UNLESS_PROTECTED}) with check (${UNLESS_PROTECTED});
create policy app_select_of_line on card_order for select to ${APP_ROLE} using ((select app_scope('protected-person')) is not null
  and exists (select from order_item i where i.order_id = card_order.id and i.withheld_from is not null));
`;

/** What is counted from an index alone stays so: the wall asks for the column too. */
const INDEXES = `
drop index order_item_waiting;
create index order_item_waiting on order_item (organisation_id, ordered_on, id) include (withheld_from) where status in ('PENDING', 'IMAGE_REJECTED');
drop index outbox_mail_org;
create index outbox_mail_org on outbox_mail (organisation_id, id desc) include (withheld_from);
`;

const PERSON = `
create policy withheld on person as restrictive for all to ${APP_ROLE}
  using (not restricted or (select app_scope('protected-person')) is not null)
  with check (not restricted or (select app_scope('protected-person')) is not null);

`;

const SEARCHING = `language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan`;
const newestCase = (condition: string) =>
  `cross join lateral (select d.id from desk_case d where d.person_id = p.id and ${condition} order by d.id desc limit 1) c`;
const FINDABLE = `(not p.restricted or (with_restricted and app_scope('protected-person') is not null))`;

/** As migration 011 has them; who finds a protected person is asked of the database too, not only of the caller. */
const SEARCH = `
grant create on schema public to desk_search;
set local role desk_search;
create or replace function find_persons(pattern text, with_restricted boolean, most int) returns table (person_id bigint, case_id bigint)
${SEARCHING} rows 50 as $$
declare scope smallint := app_scope('case');
begin
  if scope = 0 then
    return query select p.id, c.id from person p ${newestCase('true')} where fold(p.name) like fold(pattern) and ${FINDABLE} limit most;
  elsif scope > 0 then
    return query select p.id, c.id from person p ${newestCase('d.organisation_id = scope')}
      where fold(p.name) like fold(pattern) and scope = any (p.seen_by) and ${FINDABLE} limit most;
  elsif scope < 0 then
    return query select p.id, c.id from person p ${newestCase(`d.organisation_id = -scope and d.kind = 'INQUIRY'`)}
      where fold(p.name) like fold(pattern) and scope = any (p.seen_by) and ${FINDABLE} limit most;
  end if;
end $$;
create or replace function persons_named(pattern text, with_restricted boolean) returns setof bigint ${SEARCHING} rows 200 as $$
declare scope smallint := app_scope('case');
begin
  return query select p.id from person p where fold(p.name) like fold(pattern) and scope = any (p.seen_by) and ${FINDABLE};
end $$;
reset role;
revoke create on schema public from desk_search;
`;

/** A case that moves leaves one queue's count and enters another's. */
const COUNTS = `
create or replace function count_queue_day() returns trigger ${OPTIONS} as $$
declare
  was_work boolean := tg_op = 'UPDATE' and old.status = 'OPEN';
  is_work boolean := new.status = 'OPEN';
  moved boolean := tg_op = 'UPDATE' and (old.queue, old.organisation_id) is distinct from (new.queue, new.organisation_id);
  on_day date := (now() at time zone 'Europe/Oslo')::date;
begin
  if was_work = is_work and not (moved and is_work) then return null; end if;
  if tg_op = 'INSERT' then on_day := new.opened_on; end if;
  if moved and was_work then
    insert into queue_day as q (organisation_id, queue, day, opened, closed) values (old.organisation_id, old.queue, on_day, 0, 1)
    on conflict (organisation_id, queue, day) do update set closed = q.closed + 1;
    if not is_work then return null; end if;
  end if;
  insert into queue_day as q (organisation_id, queue, day, opened, closed)
  values (new.organisation_id, new.queue, on_day, is_work::int, (not is_work)::int)
  on conflict (organisation_id, queue, day) do update
    set opened = q.opened + excluded.opened, closed = q.closed + excluded.closed;
  return null;
end $$;
drop trigger count_queue_day on desk_case;
create trigger count_queue_day after insert or update of status, queue, organisation_id on desk_case for each row execute function count_queue_day();
`;

/** Nothing of what happened changes with where the row belongs; log_is_append_only is otherwise as migration 060 has it. */
const APPEND_ONLY = `
create or replace function order_events_are_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.withheld_from is distinct from old.withheld_from
    and to_jsonb(new) - array['withheld_from', 'organisation_id'] = to_jsonb(old) - array['withheld_from', 'organisation_id'] then return new; end if;
  raise exception 'order_event is append-only' using errcode = 'insufficient_privilege';
end $$;
create or replace function log_is_append_only() returns trigger language plpgsql as $$
declare
  erasure bigint := nullif(current_setting('app.erasure', true), '')::bigint;
begin
  if tg_op = 'UPDATE' and tg_table_name = 'case_event' and to_jsonb(new) - 'withheld_from' = to_jsonb(old) - 'withheld_from' then return new; end if;
  if tg_op in ('UPDATE', 'DELETE') and tg_nargs > 0 and erasure is not null
    and exists (select from audit_log where id = erasure and operation = 'eraseFromLog') then
    if tg_op = 'DELETE' then return old; end if;
    if old.erased_by is null and new.erased_by = erasure
      and to_jsonb(new) - tg_argv - 'erased_by' = to_jsonb(old) - tg_argv - 'erased_by'
      and not jsonb_strip_nulls(to_jsonb(new)) ?| tg_argv then return new; end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
-- The timeline of a case that has come to the authority, also what was written before.
create policy app_select_withheld on case_event for select to ${APP_ROLE}
  using (withheld_from is not null and (select app_scope('protected-person')) is not null);
`;

/** Whoever is protected already. */
const NOW = 'select follow_protection(id) from person where restricted;';
