import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';

/** The clock writes letters too: what a letter is composed from is open to it, and an application remembers its interim reply. */
export class Migration20261125000130_letters_by_the_clock extends Migration {
  override up(): void {
    for (const sql of [FACTS, INTERIM]) this.addSql(sql);
  }
}

const READERS = `app_scope('application') in (0, a.organisation_id) and (a.withheld_from is null or app_scope('protected-person') is not null)`;
const THE_CLOCK = `'${JOB_ROLE}' in (session_user, current_setting('role'))`;

/** The function as it is, with one more who may read by it. */
const FACTS = `
do $move$ declare was text := pg_get_functiondef('register_facts_of_application(bigint)'::regprocedure);
  readers text := $of$${READERS}$of$;
begin
  if position(readers in was) = 0 then raise exception 'its readers are others than expected'; end if;
  execute replace(was, readers, $of$(${THE_CLOCK} or (${READERS}))$of$);
end $move$;
grant execute on function register_facts_of_application(bigint) to ${JOB_ROLE};
`;

/** forvaltningsloven § 11 a: once per application. Part of no version, so that no proposal falls by it. */
const INTERIM = `
alter table exception_application add column interim_reply_on date;
create index exception_application_undecided on exception_application (received_on, id) where interim_reply_on is null and status in ('UNDER_REVIEW', 'FOR_APPROVAL');
`;
