import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, UPLOAD_ROLE } from '../platform/db/roles.ts';

/**
 * A function that runs with its owner's rights is nobody's but those who need it. PostgreSQL lets everyone call a new one, and
 * hang a trigger function on a temporary table of one's own: so whoever had a database password could show a person to
 * another organisation, or free a file from quarantine. Triggers that exist fire without the right.
 */
export class Migration20261122000090_definer_functions extends Migration {
  override up(): void {
    this.addSql(REVOKE);
    this.addSql(`grant execute on function app_upload_case() to ${UPLOAD_ROLE}`);
  }
}

/** The search functions belong to desk_search: only in its name can rights to them be given and taken; migration 011 did it in vain. */
const REVOKE = `
do $$
declare f record; me name := current_user;
begin
  for f in select p.oid::regprocedure as name, r.rolname as owner from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.prosecdef and p.pronamespace = 'public'::regnamespace
  loop
    execute format('set local role %I', f.owner);
    execute format('revoke execute on function %s from public', f.name);
    if f.owner = 'desk_search' then
      execute format('grant execute on function %s to ${APP_ROLE}, %I', f.name, me);
    end if;
  end loop;
  execute format('set local role %I', me);
end $$;
`;
