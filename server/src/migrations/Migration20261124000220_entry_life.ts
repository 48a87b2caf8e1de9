import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** What happens to entries of the registers of exceptions after they were made: notice, end, deletion, and what rests on them. */
export class Migration20261124000220_entry_life extends Migration {
  override up(): void {
    for (const sql of [MAIL, DELETION, RESTS, INDEXES]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** Whatever was allowed before, and one more: others add to the same lists. */
const widened = (constraint: string, more: string): string => `
do $$ declare before text; begin
  select pg_get_expr(conbin, conrelid) into strict before from pg_constraint where conname = '${constraint}' and conrelid = 'outbox_mail'::regclass;
  alter table outbox_mail drop constraint ${constraint};
  execute format('alter table outbox_mail add constraint ${constraint} check (%s or ${more.replaceAll("'", "''")}) not valid', before);
  alter table outbox_mail validate constraint ${constraint};
end $$;`;

const OF_ENTRY = `template in ('EXCEPTION_EXPIRING', 'EXCEPTION_ENDED')`;

/** subject_id of these is the entry; they go to the contact of its application. */
const MAIL = `
${widened('outbox_mail_template_check', OF_ENTRY)}
${widened('outbox_mail_about', `(${OF_ENTRY} and case_id is not null)`)}
`;

/** Nothing is deleted but what section 4 of the domain guide deletes, and that only when its time is over. */
const DELETION = `
create function entry_may_go() returns trigger language plpgsql as $$
begin
  if not old.delete_after or (old.expiry_noted_on is null and old.ended_on is null) then
    raise exception 'an entry stands' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger may_go before delete on exception_entry for each row execute function entry_may_go();
create index exception_entry_deletion on exception_entry (to_on, id) where delete_after;
`;

/** What of the issuer's rests on an entry, by number and state; nothing else of it is the caseworker's to know. */
const RESTS = `
create function rests_on_entry(asked bigint)
returns table (order_number text, line smallint, scheme text, ordered_on date, status text, outcome text, card_number text, card_status text, card_expires_on date)
language sql stable ${OPTIONS} as $$
  select i.order_number, i.line::smallint, i.scheme, i.ordered_on, i.status, c.outcome, k.number, k.status, k.expires_on
  from exception_entry e join register_check c on c.exception_entry_id = e.id join order_item i on i.id = c.order_item_id
  left join card k on k.order_item_id = i.id
  where e.id = asked and app_scope('entry') in (0, e.organisation_id)
    and (e.withheld_from is null or app_scope('protected-person') is not null)
  order by i.id desc limit 50
$$;
revoke execute on function rests_on_entry(bigint) from public;
grant execute on function rests_on_entry(bigint) to ${APP_ROLE};
`;

/** The register pages: newest first, and soonest over first, of a register or of all. */
const INDEXES = `
create index exception_entry_newest on exception_entry (organisation_id, id desc);
create index exception_entry_soonest on exception_entry (organisation_id, register, (coalesce(to_on, 'infinity'::date)), id);
create index exception_entry_soonest_of_all on exception_entry (organisation_id, (coalesce(to_on, 'infinity'::date)), id);
create index exception_entry_code on exception_entry (organisation_id, code);
create index exception_entry_unnoted on exception_entry (id) where ended_on is null and expiry_noted_on is null and to_on is not null;
create index exception_entry_role on exception_entry (id) where while_role and ended_on is null;
`;
