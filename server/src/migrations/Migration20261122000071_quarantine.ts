import { Migration } from '@mikro-orm/migrations';

/** A file from outside is in quarantine until it is part of a submission; only then is anyone shown it. */
export class Migration20261122000071_quarantine extends Migration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(TRIGGERS);
  }
}

const COLUMNS = `
alter table stored_file add column state text not null default 'ACCEPTED' check (state in ('QUARANTINED', 'ACCEPTED'));
alter table stored_file alter column state set default 'QUARANTINED';
alter table stored_file add column scanned boolean not null default false; -- a virus scanner found nothing
create index stored_file_key on stored_file (storage_key); -- whose bytes are these?
update stored_file f set state = 'QUARANTINED' from upload_link l where f.id in (l.photo_file_id, l.id_file_id);
`;

const TRIGGERS = `
-- The one way out of quarantine: no role needs the right to change a file for it.
create function accept_files() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update stored_file set state = 'ACCEPTED' where state = 'QUARANTINED'
    and id in (select photo_file_id from added union all select id_file_id from added);
  return null;
end $$;
create trigger accept_files after insert on image_submission referencing new table as added
  for each statement execute function accept_files();

create function file_state_is_final() returns trigger language plpgsql as
  $$ begin raise exception 'an accepted file stays accepted' using errcode = 'check_violation'; end $$;
create trigger file_state_is_final before update of state on stored_file
  for each row when (old.state = 'ACCEPTED' and new.state <> 'ACCEPTED') execute function file_state_is_final();
`;
