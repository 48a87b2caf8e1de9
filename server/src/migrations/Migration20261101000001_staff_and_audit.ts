import { Migration } from '@mikro-orm/migrations';

/** Staff, sessions and the append-only audit log; `desk_app` is the role the server runs as and owns nothing. */
export class Migration20261101000001_staff_and_audit extends Migration {
  override up(): void {
    this.addSql(ROLES);
    this.addSql(STAFF);
    this.addSql(AUDIT);
    this.addSql(GRANTS);
  }
}

const ROLES = `
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'desk_app') then
    create role desk_app nologin;
    execute format('grant desk_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to desk_app;
create extension if not exists pg_trgm;

-- Who acts, as the server said it for this transaction. Unset means nobody.
create function app_actor() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.actor', true), '')::bigint $$;
create function app_organisation() returns smallint language sql stable parallel safe as
  $$ select nullif(current_setting('app.org', true), '')::smallint $$;
`;

const STAFF = `
create table staff_organisation (
  id smallint primary key,
  kind text not null check (kind in ('ISSUER', 'AUTHORITY')),
  name text not null
);
create table staff_user (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  name text not null,
  email text not null check (email = lower(email)),
  roles text[] not null check (roles <@ array['AGENT','SENIOR_AGENT','CASEWORKER','CASEWORKER_LEAD','FINANCE','AUDITOR','ADMIN']),
  active boolean not null default true,
  demo boolean not null default false,
  preferences jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz
);
create unique index staff_user_email on staff_user (email);
-- Apart from staff_user: with another way of signing in this table stays empty.
create table staff_password (
  staff_user_id bigint primary key references staff_user on delete cascade,
  hash text not null,
  changed_at timestamptz not null default now()
);
create table staff_session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  staff_user_id bigint not null references staff_user on delete cascade,
  method text not null check (method in ('DEMO', 'PASSWORD')),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  device text
);
create index staff_session_user on staff_session (staff_user_id) where ended_at is null;
create table sign_in_attempt (
  key bytea primary key,
  failures int not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
`;

const AUDIT = `
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('CHANGE', 'READ', 'SIGN_IN', 'REFUSED')),
  actor_id bigint,
  session_id bigint,
  request_id text,
  operation text not null,
  table_name text,
  row_id text,
  case_id bigint,
  person_ids bigint[],
  fields text[] not null default '{}',
  old_values jsonb,
  new_values jsonb,
  purpose text,
  reason text,
  outcome text not null default 'OK',
  address text
);
create index audit_log_actor on audit_log (actor_id, id desc);
create index audit_log_case on audit_log (case_id, id desc) where case_id is not null;
create index audit_log_kind on audit_log (kind, id desc);
create index audit_log_person on audit_log using gin (person_ids) where person_ids is not null;
create index audit_log_at on audit_log (at);
create index audit_log_reveal on audit_log (actor_id, at) where operation = 'revealNationalId';
create index audit_log_person_row on audit_log (row_id) where table_name = 'person';

create function audit_is_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_log_no_change before update or delete on audit_log for each row execute function audit_is_append_only();
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function audit_is_append_only();

-- One row per changed row, written by the database itself: which columns, old and new, secrets left out.
-- Arguments: the column that names the case, then columns whose values are never copied.
create function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
    if changed <@ array['seen_at', 'last_seen_at'] then return null; end if;
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
create trigger audit after insert or update or delete on staff_user for each row execute function audit_change('-', 'preferences', 'last_seen_at');
create trigger audit after insert or update or delete on staff_password for each row execute function audit_change('-', 'hash');
`;

const GRANTS = `
grant select on staff_organisation to desk_app;
grant select, insert, update on staff_user, staff_session to desk_app;
grant select, insert, update on staff_password to desk_app;
grant select, insert, update, delete on sign_in_attempt to desk_app;
grant select, insert on audit_log to desk_app;
`;
