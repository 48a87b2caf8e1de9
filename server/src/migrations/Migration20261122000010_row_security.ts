import { Migration } from '@mikro-orm/migrations';
import { DOORS, UPLOAD_DOORS } from './row-security.doors.ts';
import { expected, ofActor, ofCase, ofEveryone, ofOrganisation, wall } from './row-security.ts';

/** Forced row security on every table with personal data, and the roles that meet it (docs/decisions/0010-row-security.md). */
export class Migration20261122000010_row_security extends Migration {
  override up(): void {
    for (const sql of [ROLES, SCOPE, SEEN_BY, FILE_CASE, ...CASES, ...IMAGES, ...STAFF, AUDIT])
      this.addSql(sql);
    for (const sql of [JOB_GRANTS, DOORS, UPLOAD_DOORS]) this.addSql(sql);
  }
}

/** With the embedded database they are there already; on a server the administrator may have made them too (README). */
const ROLES = `
do $$
declare r text;
begin
  foreach r in array array['desk_job', 'desk_door', 'desk_upload'] loop
    if not exists (select 1 from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
  end loop;
  if not pg_has_role('desk_app', 'desk_door', 'MEMBER') or not pg_has_role('desk_app', 'desk_upload', 'MEMBER') then
    grant desk_door, desk_upload to desk_app with inherit false;
  end if;
end $$;
grant usage on schema public to desk_job, desk_door, desk_upload;
`;

const SCOPE = `
-- n: every row of organisation n; -n: its inquiries only; 0: all rows; null: none. The server says it once per transaction.
create function app_scope(resource text) returns smallint language sql stable parallel safe as
  $$ select substring(current_setting('app.scopes', true) from ' ' || resource || '=(-?[0-9]+)')::smallint $$;

-- For those who see the organisation's inquiries only: whether the row's case is one. Row security on desk_case answers.
create function app_sees_inquiry(resource text, organisation smallint, about bigint) returns boolean
language plpgsql stable parallel safe as $$
begin
  if app_scope(resource) is distinct from -organisation then return false; end if;
  return exists (select 1 from public.desk_case c where c.id = about);
end $$;
`;

/** A person belongs to no organisation: those see her who have, or had, a case or an order about her. */
const SEEN_BY = `
-- Kept by triggers: 0 for those who see everyone, n for organisation n, -n for those in it who see inquiries only.
alter table person add column seen_by smallint[] not null default '{0}';

drop trigger audit on person;
create trigger audit after insert or delete or update of given_name, family_name, birth_date, national_id_enc, national_id_key,
  national_id_idx, national_id_masked, d_number, restricted on person for each row execute function
  audit_change('-', 'national_id_enc', 'national_id_idx', 'national_id_masked', 'given_name', 'family_name', 'name', 'birth_date', 'seen_by');

create function person_is_seen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare marks smallint[] := array[new.organisation_id];
begin
  if tg_table_name = 'desk_case' and to_jsonb(new) ->> 'kind' = 'INQUIRY' then marks := marks || (-new.organisation_id)::smallint; end if;
  update person set seen_by = seen_by || array(select unnest(marks) except select unnest(seen_by))
  where id = new.person_id and not seen_by @> marks;
  return null;
end $$;
create trigger person_is_seen after insert or update of person_id, organisation_id on order_item
  for each row execute function person_is_seen();
create trigger person_is_seen after insert or update of person_id, organisation_id on desk_case
  for each row when (new.person_id is not null) execute function person_is_seen();

-- For those who put rows in past the triggers, in bulk.
create function refresh_seen_by() returns void language sql set search_path = public, pg_temp as $$
  with seen (person_id, mark) as (
    select person_id, organisation_id from order_item
    union select person_id, organisation_id from desk_case where person_id is not null
    union select person_id, (-organisation_id)::smallint from desk_case where person_id is not null and kind = 'INQUIRY')
  update person p set seen_by = 0::smallint || s.marks
  from (select person_id, array_agg(mark order by mark) as marks from seen group by person_id) s
  where s.person_id = p.id and not p.seen_by @> s.marks $$;
revoke execute on function refresh_seen_by() from public;
select refresh_seen_by();
`;

/** A file belongs to the case it was sent in for, from the first byte on. */
const FILE_CASE = `
alter table stored_file add column case_id bigint references desk_case;
update stored_file f set case_id = s.case_id from image_submission s where f.id in (s.photo_file_id, s.id_file_id);
update stored_file f set case_id = l.case_id from upload_link l where f.id in (l.photo_file_id, l.id_file_id) and f.case_id is null;
create index stored_file_case on stored_file (case_id);
`;

const INQUIRY = `case kind when 'INQUIRY' then -organisation_id end`;
const caseRow = (resource: string) =>
  expected(
    `(select app_scope('${resource}')) = any (array[organisation_id, 0::smallint, (${INQUIRY})::smallint])`,
  );
const ofSeenCase = { see: ofCase('case'), change: ofCase('case.write') };

const CASES = [
  wall('desk_case', {
    see: caseRow('case'),
    change: caseRow('case.write'),
    app: ['select', 'insert', 'update'],
    job: ['select', 'update'],
  }),
  wall('case_hold', {
    ...ofSeenCase,
    app: ['select', 'insert', 'update'],
    job: ['select', 'insert', 'update'],
  }),
  wall('case_event', { ...ofSeenCase, app: ['select', 'insert'], job: ['select', 'insert'] }),
  wall('case_link', { ...ofSeenCase, app: ['select', 'insert', 'delete'] }),
  wall('case_barred', { ...ofSeenCase, app: ['select', 'insert', 'delete'] }),
  wall('case_skip', { ...ofSeenCase, app: ['select', 'insert', 'update', 'delete'] }),
  wall('draft', {
    see: ofActor('staff_user_id'),
    change: ofActor('staff_user_id'),
    app: ['select', 'insert', 'update', 'delete'],
  }),
  wall('order_item', {
    see: expected(`abs((select app_scope('case'))) = any (array[organisation_id, 0::smallint])`),
    change: ofOrganisation('case.write'),
    app: ['select', 'update'],
    job: ['select'],
  }),
  wall('person', {
    see: expected(`(select app_scope('case')) = any (seen_by)`),
    app: ['select'],
    job: ['select', 'update'],
  }),
  wall('outbox_mail', {
    see: ofOrganisation('mail'),
    change: ofOrganisation('case.write'),
    app: ['select', 'insert', 'update'],
    job: ['select', 'update'],
  }),
  wall('upload_link', { ...ofSeenCase, app: ['select', 'insert', 'update'], job: ['select', 'update'] }),
];

const ofImages = {
  see: ofOrganisation('image-submission'),
  change: ofOrganisation('image-submission.write'),
};

const IMAGES = [
  wall('stored_file', {
    see: ofOrganisation('file'),
    app: ['select'],
    job: ['select', 'update', 'delete'],
  }),
  wall('image_submission', { ...ofImages, app: ['select', 'update'], job: ['select'] }),
  wall('image_decision', { ...ofImages, app: ['select', 'insert', 'update'], job: ['select'] }),
  wall('image_decision_reason', { ...ofImages, app: ['select', 'insert'], job: ['select'] }),
];

/** Whose names one sees. */
const COLLEAGUE = { resource: 'colleague', action: 'read' } as const;

const STAFF = [
  wall('staff_user', {
    see: `${ofOrganisation(COLLEAGUE.resource)} or ${ofActor('id')}`,
    change: `${ofActor('id')} or ${ofEveryone('staff.write')}`,
    app: ['select', 'insert', 'update'],
    job: ['select'],
  }),
  wall('staff_password', {
    see: ofEveryone('staff.write'),
    change: ofEveryone('staff.write'),
    app: ['select', 'insert', 'update'],
  }),
  wall('staff_session', {
    see: `${ofActor('staff_user_id')} or ${ofEveryone('staff.write')}`,
    change: `${ofActor('staff_user_id')} or ${ofEveryone('staff.write')}`,
    app: ['select', 'update'],
  }),
  wall('sign_in_attempt', { see: 'false' }),
];

/** Nobody writes in another's name; everyone sees what he or she did, as the limits of the day are counted from it. */
const AUDIT = `
${wall('audit_log', { see: `${ofEveryone('audit')} or ${ofActor('actor_id')}`, app: ['select', 'insert'] })}
create policy app_insert on audit_log for insert to desk_app with check (actor_id is not distinct from (select app_actor()));
`;

const JOB_GRANTS = `
grant select on staff_organisation, organisation to desk_job;
`;
