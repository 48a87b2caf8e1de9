import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** What the application page reads of the issuer's: the last day of the card an exception would follow, and nothing else of it. */
export class Migration20261124000200_application_page extends Migration {
  override up(): void {
    this.addSql(CARD_END);
  }
}

const CARD_END = `
create function card_end_of_application(asked bigint) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select max(k.expires_on) from exception_application a join card k on k.person_id = a.person_id and k.main_unit_id = a.firm_id
  where a.id = asked and k.status in ('VALID', 'INVALID') and app_scope('application') in (0, a.organisation_id)
    and (a.withheld_from is null or app_scope('protected-person') is not null)
$$;
revoke execute on function card_end_of_application(bigint) from public;
grant execute on function card_end_of_application(bigint) to ${APP_ROLE};
`;
