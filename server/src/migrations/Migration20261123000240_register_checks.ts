import { Migration } from '@mikro-orm/migrations';
import { ofOrganisation, wall } from './row-security.ts';

/** What the nightly check run writes: without a row in the log for every time a row was merely looked at; and the orderers' word about VAT. */
export class Migration20261123000240_register_checks extends Migration {
  override up(): void {
    for (const sql of [QUIET, DECLARATION, ASKED, STAFF_LIST]) this.addSql(sql);
  }
}

/** When a row is asked about again, and when it was last confirmed, says nothing about anybody. */
const QUIET = `
create or replace function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  n jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  k text;
  changed text[] := '{}';
  oldv jsonb := '{}';
  newv jsonb := '{}';
begin
  if tg_op = 'UPDATE' then
    for k in select key from jsonb_each(n) loop
      if o -> k is distinct from n -> k then
        changed := changed || k;
        if not (k = any (tg_argv)) then
          oldv := oldv || jsonb_build_object(k, o -> k);
          newv := newv || jsonb_build_object(k, n -> k);
        end if;
      end if;
    end loop;
    if changed <@ array['seen_at', 'last_seen_at', 'check_at', 'refreshed_at'] then return null; end if;
  else
    select coalesce(array_agg(key), '{}') into changed from jsonb_each(o || n) where value <> 'null';
    for k in select unnest(tg_argv[1:]) loop o := o - k; n := n - k; end loop;
    oldv := o; newv := n;
  end if;
  insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, row_id, case_id, fields, old_values, new_values, reason)
  values ('CHANGE', app_actor(), nullif(current_setting('app.session', true), '')::bigint, nullif(current_setting('app.request', true), ''),
    coalesce(nullif(current_setting('app.operation', true), ''), 'system') || ' ' || tg_op, tg_table_name,
    coalesce(to_jsonb(new), to_jsonb(old)) ->> 'id', (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::bigint,
    changed, nullif(oldv, '{}'), nullif(newv, '{}'), nullif(current_setting('app.reason', true), ''));
  return null;
end $$;
`;

/**
 * VAT self-approval [000] (domain section 4): no decision, but the tax authorities are sent the list of these firms; so who said
 * it, when, and for which organisation number is kept as it was said.
 */
const DECLARATION = `
create table vat_declaration (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  order_id bigint not null unique references card_order,
  firm_id bigint not null references organisation,
  org_number text not null check (org_number ~ '^[0-9]{9}$'),
  declared_by_id bigint references person,
  declarer_name text not null check (length(declarer_name) <= 200),
  declared_at timestamptz not null
);
create index vat_declaration_firm on vat_declaration (firm_id, id desc);
create index vat_declaration_declarer on vat_declaration (declared_by_id) where declared_by_id is not null;
create function vat_declaration_stands() returns trigger language plpgsql as
  $$ begin raise exception 'a declaration is never changed' using errcode = 'insufficient_privilege'; end $$;
create trigger stands before update on vat_declaration for each row execute function vat_declaration_stands();
create trigger audit after insert or delete on vat_declaration for each row execute function audit_change('-', 'declarer_name');
${wall('vat_declaration', {
  see: ofOrganisation('order'),
  change: ofOrganisation('order.write'),
  app: ['select', 'insert'],
  job: ['select', 'insert'],
})}
`;

/** How often one member of staff has had registers asked again lately. */
const ASKED = `
create index order_event_asked on order_event (actor_id, at) where type = 'CHECKED_AGAIN';
`;

/** Whose turn it is to have roles and staff list read anew. */
const STAFF_LIST = `
alter table organisation add column staff_list_at timestamptz;
create index organisation_staff_list on organisation (staff_list_at, id) where staff_list_at is not null;
`;
