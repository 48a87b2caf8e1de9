import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** Who and what a withdrawal hits, by name, for the caseworker who prepares it (docs/decisions/0601). */
export class Migration20261126000001_withdrawal_names extends Migration {
  override up(): void {
    this.addSql(NAMES);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/**
 * Orders and cardholders of firms whose withdrawal is being prepared: given notice about a confirmation that has not come, or the
 * case of the approval is in the caller's hands; and not those the caller is barred from. Address-protected persons are named to
 * nobody but those who look after them.
 */
const NAMES = `
create function withdrawal_names(firms bigint[], told_register text, most int)
returns table (kind text, firm_id bigint, order_number text, unit_name text, lines int, person_id bigint, name text)
language plpgsql stable ${OPTIONS} as $$
declare
  asked_scheme text := case told_register when 'CLEANING_APPROVAL' then 'CLEANING' when 'CAR_CARE_APPROVAL' then 'CAR_CARE' end;
  prepared bigint[];
begin
  if app_scope('decision.write') is null then
    raise exception 'not one who decides about firms' using errcode = 'insufficient_privilege';
  end if;
  prepared := array(
    select distinct h.firm_id from firm_approval h join exception_application a on a.id = h.application_id join desk_case c on c.id = a.case_id
    where h.firm_id = any (firms) and h.register = told_register and h.to_at is null and a.organisation_id = app_scope('decision.write')
      and not exists (select from case_barred b where b.case_id = c.id and b.staff_user_id = app_actor())
      and (c.reserved_by = app_actor() or exists (select from annual_confirmation k
        where k.application_id = a.id and k.noticed_at is not null and k.confirmed_at is null)));
  return query select 'ORDER', o.main_unit_id, o.order_number, u.name, o.n, null::bigint, null
  from (select i.main_unit_id, i.order_number, i.unit_id, count(*)::int as n from order_item i
    where i.main_unit_id = any (prepared) and (asked_scheme is null or i.scheme = asked_scheme) and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY')
    group by 1, 2, 3 order by i.order_number limit most) o join organisation u on u.id = o.unit_id;
  return query select 'HOLDER', x.main_unit_id, null::text, null::text, null::int, x.id, x.named
  from (select distinct on (p.family_name, p.given_name, p.id) k.main_unit_id, p.id, p.given_name || ' ' || p.family_name as named
    from card k join person p on p.id = k.person_id
    where k.main_unit_id = any (prepared) and (asked_scheme is null or k.scheme = asked_scheme) and k.status = 'VALID'
      and (not p.restricted or app_scope('protected-person') is not null)
    order by p.family_name, p.given_name, p.id limit most) x;
end $$;
revoke execute on function withdrawal_names(bigint[], text, int) from public;
grant execute on function withdrawal_names(bigint[], text, int) to ${APP_ROLE};
`;
