import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door } from './row-security.ts';

/** Seals over the audit log and the timeline, and the one way in which a sealed row may be emptied or leave. */
export class Migration20261122000060_audit_seal extends Migration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(SEALS);
    this.addSql(APPEND_ONLY);
    this.addSql(ERASE);
    this.addSql(GRANTS);
  }
}

// The salt keeps short texts from being guessed from their hash after they are erased. Old rows have none: no rewrite.
const COLUMNS = `
alter table audit_log add column salt uuid, add column erased_by bigint;
alter table audit_log alter column salt set default gen_random_uuid();
alter table case_event add column salt uuid, add column erased_by bigint;
alter table case_event alter column salt set default gen_random_uuid();
`;

const SEALS = `
create table audit_seal (
  id bigint primary key,                  -- 1, 2, 3 … without gaps: one chain over both logs
  log text not null check (log in ('audit_log', 'case_event')),
  format smallint not null,               -- which columns were hashed: platform/audit/log-format.rules.ts
  from_id bigint not null,
  to_id bigint not null,
  row_count int not null,
  ids text not null,                      -- the ids that exist in the range, as '1-7 9': a gap is a rollback
  hashes bytea not null,                  -- 64 bytes a row: what stays, what can be erased
  sealed_at timestamptz not null,
  previous bytea not null unique,
  hash bytea not null unique,
  key_id text not null,
  signature bytea not null
);
alter table audit_seal alter column hashes set storage external;
create unique index audit_seal_log on audit_seal (log, to_id);
-- The desk's signature under its records of erasure: a record without one is forged.
create table audit_erasure (
  record_id bigint primary key,           -- audit_log.id
  key_id text not null,
  signature bytea not null
);
-- When the head of the chain was mailed; one row an hour.
create table audit_head_mail (
  hour timestamptz primary key,
  seal_id bigint not null,
  sent_at timestamptz
);
`;

const APPEND_ONLY = `
-- Arguments: the columns that an erasure empties. Only audit_erase() may, and only in the row's own name.
create function log_is_append_only() returns trigger language plpgsql as $$
declare
  erasure bigint := nullif(current_setting('app.erasure', true), '')::bigint;
begin
  if tg_op in ('UPDATE', 'DELETE') and tg_nargs > 0 and erasure is not null
    and exists (select from audit_log where id = erasure and operation = 'eraseFromLog') then
    if tg_op = 'DELETE' then return old; end if;
    if old.erased_by is null and new.erased_by = erasure
      and to_jsonb(new) - tg_argv - 'erased_by' = to_jsonb(old) - tg_argv - 'erased_by'
      and not jsonb_strip_nulls(to_jsonb(new)) ?| tg_argv then return new; end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

drop trigger audit_log_no_change on audit_log;
drop trigger audit_log_no_truncate on audit_log;
drop trigger case_event_no_change on case_event;
drop function audit_is_append_only();
drop function events_are_append_only();
create trigger audit_log_no_change before update or delete on audit_log for each row
  execute function log_is_append_only('old_values', 'new_values', 'reason', 'salt');
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function log_is_append_only();
create trigger case_event_no_change before update or delete on case_event for each row
  execute function log_is_append_only('old_value', 'new_value', 'note', 'salt');
create trigger case_event_no_truncate before truncate on case_event for each statement execute function log_is_append_only();
create trigger audit_seal_no_change before update or delete on audit_seal for each row execute function log_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal for each statement execute function log_is_append_only();
`;

const ERASE = `
-- Empties rows (or, with gone, removes them), and says so in a row of its own, which is sealed like every other.
-- Answers that row's id, to be signed by platform/audit/erasure.ts; null when there was nothing to erase.
create function audit_erase(logs bigint[], events bigint[], gone boolean default false, person bigint default null)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erasure bigint;
begin
  logs := array(select id from audit_log where id = any(logs) and operation <> 'eraseFromLog' and (gone or erased_by is null) order by id);
  events := array(select id from case_event where id = any(events) and (gone or erased_by is null) order by id);
  if logs = '{}' and events = '{}' then return null; end if;
  insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, person_ids, new_values, reason)
  values ('CHANGE', app_actor(), nullif(current_setting('app.session', true), '')::bigint,
    nullif(current_setting('app.request', true), ''), 'eraseFromLog', 'audit_log', case when person is not null then array[person] end,
    jsonb_build_object('audit_log', logs, 'case_event', events, 'gone', gone), 'database role ' || session_user)
  returning id into erasure;
  perform set_config('app.erasure', erasure::text, true);
  if gone then
    delete from audit_log where id = any(logs);
    delete from case_event where id = any(events);
  else
    update audit_log set old_values = null, new_values = null, reason = null, salt = null, erased_by = erasure where id = any(logs);
    update case_event set old_value = null, new_value = null, note = null, salt = null, erased_by = erasure where id = any(events);
  end if;
  perform set_config('app.erasure', '', true);
  return erasure;
end $$;

-- Everything the logs say about a person: the rows about her and about her cases. Give the cases when they are deleted already.
create function audit_erase_person(person bigint, cases bigint[] default '{}')
returns bigint language sql security definer set search_path = public, pg_temp as $$
  with hers as (select id from desk_case where person_id = person union select unnest(cases))
  select audit_erase(
    array(select id from audit_log where person_ids @> array[person]
      union select id from audit_log where table_name = 'person' and row_id = person::text
      union select id from audit_log where case_id in (select id from hers)),
    array(select id from case_event where case_id in (select id from hers)), false, person)
$$;
`;

const GRANTS = `
revoke update, delete, truncate on audit_log, case_event from public, desk_app, desk_job;
revoke all on audit_seal, audit_erasure, audit_head_mail from public, desk_app;
revoke all on function audit_erase(bigint[], bigint[], boolean, bigint) from public;
revoke all on function audit_erase_person(bigint, bigint[]) from public;
grant execute on function audit_erase(bigint[], bigint[], boolean, bigint), audit_erase_person(bigint, bigint[]) to desk_job;
${door('audit_log', JOB_ROLE, { rights: ['select'], condition: 'true' })}
grant select, insert on audit_seal, audit_erasure to desk_job;
grant select, insert, update on audit_head_mail to desk_job;
`;
