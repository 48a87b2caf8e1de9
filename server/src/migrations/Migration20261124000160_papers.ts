import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** Papers hang on the application they came for, whoever brings them; and only who may open them sees where they lie. */
export class Migration20261124000160_papers extends Migration {
  override up(): void {
    this.addSql(BELONGS);
    this.addSql(WALLS);
    this.addSql(STANDS);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** The issuer adds to what it has not handed over yet; the application is held meanwhile, so that it is not handed over under the scan. */
const BELONGS = `
create function paper_belongs() returns trigger language plpgsql ${OPTIONS} as $$
declare about exception_application;
begin
  select * into about from exception_application a where a.case_id = new.case_id for share;
  if about.id is null or about.organisation_id <> new.organisation_id then
    raise exception 'no application for this paper' using errcode = 'check_violation';
  end if;
  if new.intake_organisation_id is not null
    and (about.status <> 'REGISTERED' or about.registrar_organisation_id is distinct from new.intake_organisation_id) then
    raise exception 'an application that is not at the issuer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger belongs before insert on case_document for each row execute function paper_belongs();
create function version_belongs() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if not exists (select from case_document d where d.id = new.document_id and d.case_id = new.case_id and d.struck_at is null)
    or not exists (select from stored_file f where f.id = new.file_id and f.case_id = new.case_id and f.purpose = 'DOCUMENT'
      and f.original_sha256 = new.sha256 and f.media_type = new.media_type) then
    raise exception 'document and file are not of one case' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger belongs before insert on document_version for each row execute function version_belongs();
revoke execute on function paper_belongs(), version_belongs() from public;
`;

/** A file is added after the row of its document, and seen by who sees papers of its case. */
const OF_SEEN_CASE = 'exists (select from case_document d where d.case_id = stored_file.case_id)';
const WALLS = `
grant insert on stored_file to ${APP_ROLE};
drop policy app_select_paper on stored_file;
create policy app_select_paper on stored_file for select to ${APP_ROLE} using (purpose = 'DOCUMENT'
  and (select app_scope('document.write')) is not null and ${OF_SEEN_CASE});
drop policy app_insert_paper on stored_file;
create policy app_insert_paper on stored_file for insert to ${APP_ROLE} with check ((select app_scope('document.write')) is not null
  and (purpose in ('LETTER', 'MAIL') or (purpose = 'DOCUMENT' and ${OF_SEEN_CASE})));
drop policy app_insert on document_version;
create policy app_insert on document_version for insert to ${APP_ROLE} with check ((select app_scope('document.write')) is not null
  and exists (select from case_document d where d.id = document_id));
`;

/** As migration 012 has it; a trigger without arguments has none, and not an empty list of them. */
const STANDS = `
create or replace function stands_as_written() returns trigger language plpgsql as $$
declare may_change text[] := coalesce(tg_argv::text[], '{}') || array['withheld_from', 'organisation_id'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - may_change = to_jsonb(old) - may_change then return new; end if;
  raise exception '% stands as it was written', tg_table_name using errcode = 'insufficient_privilege';
end $$;
`;
