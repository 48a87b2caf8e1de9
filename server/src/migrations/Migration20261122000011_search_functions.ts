import { Migration } from '@mikro-orm/migrations';

/**
 * LIKE and array conditions wait behind row security for every row, and no index is used. What is found by them is found by
 * these functions: their owner passes row security and may read few columns, they ask for the scope themselves, and find
 * nothing when nobody has said who acts. The rows they name are read behind the wall as always (decision 0010).
 */
export class Migration20261122000011_search_functions extends Migration {
  override up(): void {
    for (const sql of [ROLE, PERSONS, LOG, OWNER, INDEXES]) this.addSql(sql);
  }
}

const ROLE = `
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'desk_search' and rolbypassrls) then
    raise exception 'the role desk_search is missing'
      using hint = 'An administrator runs once: create role desk_search nologin bypassrls; grant desk_search to <owner of the tables>;';
  end if;
end $$;
grant usage, create on schema public to desk_search;
grant select (id, name, restricted, seen_by) on person to desk_search;
grant select (id, organisation_id, kind, person_id) on desk_case to desk_search;
grant select (id, person_ids, table_name, row_id) on audit_log to desk_search;
`;

const OPTIONS = `language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan`;
const newestCase = (condition: string) =>
  `cross join lateral (select d.id from desk_case d where d.person_id = p.id and ${condition} order by d.id desc limit 1) c`;

const PERSONS = `
-- Persons with a case that the actor sees, and the newest of these; the scope is the case's.
create function find_persons(pattern text, with_restricted boolean, most int) returns table (person_id bigint, case_id bigint)
${OPTIONS} rows 50 as $$
declare scope smallint := app_scope('case');
begin
  if scope = 0 then
    return query select p.id, c.id from person p ${newestCase('true')}
      where fold(p.name) like fold(pattern) and (with_restricted or not p.restricted) limit most;
  elsif scope > 0 then
    return query select p.id, c.id from person p ${newestCase('d.organisation_id = scope')}
      where fold(p.name) like fold(pattern) and scope = any (p.seen_by) and (with_restricted or not p.restricted) limit most;
  elsif scope < 0 then
    return query select p.id, c.id from person p ${newestCase(`d.organisation_id = -scope and d.kind = 'INQUIRY'`)}
      where fold(p.name) like fold(pattern) and scope = any (p.seen_by) and (with_restricted or not p.restricted) limit most;
  end if;
end $$;

-- Everyone of that name whom the actor sees; lists put the condition of the case beside it.
create function persons_named(pattern text, with_restricted boolean) returns setof bigint ${OPTIONS} rows 200 as $$
declare scope smallint := app_scope('case');
begin
  return query select p.id from person p where fold(p.name) like fold(pattern) and scope = any (p.seen_by)
    and (with_restricted or not p.restricted);
end $$;
`;

const LOG = `
-- Rows of the log about a person; nothing for those who may not read others' rows.
create function log_about(person bigint) returns setof bigint ${OPTIONS} rows 100 as $$
begin
  if coalesce(app_scope('audit'), app_scope('access-review')) is null then return; end if;
  return query select a.id from audit_log a where a.person_ids @> array[person]
    union select a.id from audit_log a where a.table_name = 'person' and a.row_id = person::text;
end $$;
`;

const FUNCTIONS = ['find_persons(text, boolean, int)', 'persons_named(text, boolean)', 'log_about(bigint)'];

/** A definer's functions are nobody's to call but the requests'. */
const OWNER = FUNCTIONS.map(
  name => `
alter function ${name} owner to desk_search;
revoke execute on function ${name} from public;
grant execute on function ${name} to desk_app;`,
)
  .concat('revoke create on schema public from desk_search;')
  .join('\n');

/** For those who see every organisation there is no organisation to begin an index with. */
const INDEXES = `
create index desk_case_due_anywhere on desk_case (due_on, id);
-- Whom somebody has looked up today.
create index audit_log_reader on audit_log (actor_id, at) where kind = 'READ';
`;
