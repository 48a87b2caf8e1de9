import { Migration } from '@mikro-orm/migrations';
import { ofActor, ofOrganisation, wall } from './row-security.ts';

/** Key rotation, erasure of files, whose organisation a log row belongs to, and the weekly review of the access log. */
export class Migration20261122000050_personal_data extends Migration {
  override up(): void {
    this.addSql(NATIONAL_ID_KEYS);
    this.addSql(FILE_KEYS);
    this.addSql(AUDIT_ORGANISATION);
    this.addSql(REVIEW);
    this.addSql(WALLS);
  }
}

const NATIONAL_ID_KEYS = `
-- While two keys are in use a number has a hash by each; only the current one is searched and shown in national_id_idx.
alter table person add column national_id_idx_others bytea[];
-- Every hash of every person, so that a number stays unique across keys. Kept by the trigger alone; nobody has rights to it.
create table national_id_index (
  idx bytea primary key,
  person_id bigint not null references person on delete cascade
);
create index national_id_index_person on national_id_index (person_id);
insert into national_id_index (idx, person_id) select national_id_idx, id from person;
create function keep_national_id_index() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then delete from national_id_index where person_id = new.id; end if;
  insert into national_id_index (idx, person_id)
    select distinct h, new.id from unnest(array_prepend(new.national_id_idx, coalesce(new.national_id_idx_others, '{}'))) h;
  return null;
end $$;
create trigger keep_national_id_index after insert or update of national_id_idx, national_id_idx_others on person
  for each row execute function keep_national_id_index();

drop trigger audit on person;
create trigger audit after insert or delete or update of given_name, family_name, birth_date, national_id_enc, national_id_key,
  national_id_idx, national_id_idx_others, national_id_masked, d_number, restricted on person for each row execute function
  audit_change('-', 'national_id_enc', 'national_id_idx', 'national_id_idx_others', 'national_id_masked', 'given_name', 'family_name', 'name',
    'birth_date', 'seen_by');

-- What a rotation has left to do is found by index, however many rows there are.
create index person_national_id_key on person (national_id_key);
create index person_national_id_old_form on person (id) where octet_length(national_id_enc) < 40 or national_id_idx_others is not null;
`;

const FILE_KEYS = `
create index stored_file_master_key on stored_file (master_key) where data_key is not null;
-- Without its key a file is noise, in every backup of the folder too.
alter table stored_file alter column data_key drop not null;
alter table stored_file add constraint stored_file_key_or_deleted check (data_key is not null or deleted_at is not null);
`;

const AUDIT_ORGANISATION = `
-- The organisation of whoever acted. Rows from before have none, and are the auditor's alone; the log is append-only.
alter table audit_log add column organisation_id smallint;
alter table audit_log alter column organisation_id set default app_organisation();
create index audit_log_review on audit_log (organisation_id, at) where kind in ('READ', 'REFUSED');
create index audit_log_no_hit on audit_log (id) where kind = 'READ' and operation in ('searchName', 'searchNationalId') and person_ids = '{}';
`;

const REVIEW = `
-- What a leader or the auditor said about an oddity. Append-only: the newest word stands, the older ones stay.
create table access_review_mark (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  week_on date not null,
  oddity text not null,
  actor_id bigint not null references staff_user,
  verdict text not null check (verdict in ('EXPLAINED', 'FOLLOW_UP')),
  comment text not null,
  marked_by bigint not null references staff_user check (marked_by <> actor_id),
  marked_at timestamptz not null default now()
);
create index access_review_mark_week on access_review_mark (organisation_id, week_on, id);
create table access_review (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  week_on date not null,
  signed_by bigint not null references staff_user,
  signed_at timestamptz not null default now(),
  oddities int not null,
  unique (organisation_id, week_on)
);
create function access_review_is_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the access review is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger no_change before update or delete on access_review_mark for each row execute function access_review_is_append_only();
create trigger no_change before update or delete on access_review for each row execute function access_review_is_append_only();
create trigger audit after insert on access_review_mark for each row execute function audit_change('-', 'comment');
create trigger audit after insert on access_review for each row execute function audit_change('-');
`;

const reviewed = {
  see: ofOrganisation('access-review'),
  change: ofOrganisation('access-review.write'),
  app: ['select', 'insert'],
} as const;

const WALLS = `
${wall('national_id_index', { see: 'false' })}
${wall('access_review_mark', reviewed)}
${wall('access_review', reviewed)}
alter policy app_select on audit_log using (${ofOrganisation('audit')} or ${ofOrganisation('access-review')} or ${ofActor('actor_id')});
`;
