import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** Who is barred is asked when it counts, whatever was read before. */
export class Migration20261125000101_bar_gate extends Migration {
  override up(): void {
    this.addSql(GATE);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/**
 * What decides is asked after the case is held: a bar written while one waited for it counts. And whatever a statement saw when it
 * began, nobody gets a case she is barred from: it is tried again, and then sees the bar.
 */
const GATE = `
create function is_barred(about bigint, who bigint) returns boolean language plpgsql volatile as
  $$ begin return exists (select from public.case_barred b where b.case_id = about and b.staff_user_id = who); end $$;
-- For what is decided without a case: whether the actor is tied to one of these.
create function app_is_tied_to(persons bigint[], firms bigint[]) returns boolean language sql stable ${OPTIONS} as $$
  select exists (select from ties_to_persons(persons) m join staff_tie t on t.id = m.tie_id where t.staff_user_id = app_actor())
    or exists (select from organisation f join staff_tie t on t.main_unit_id = coalesce(f.parent_id, f.id) and t.ended_at is null
      where f.id = any (firms) and t.staff_user_id = app_actor()) $$;
revoke execute on function app_is_tied_to(bigint[], bigint[]) from public;
grant execute on function app_is_tied_to(bigint[], bigint[]) to ${APP_ROLE};
create function not_to_the_barred() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if is_barred(new.id, new.reserved_by) then
    raise exception 'barred from the case' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger not_to_the_barred before update of reserved_by on desk_case for each row
  when (new.reserved_by is not null and new.reserved_by is distinct from old.reserved_by) execute function not_to_the_barred();
revoke execute on function not_to_the_barred() from public;
`;
