import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** What a change of who orders as usual is rehearsed on: the industry of each firm, and the lines of firms outside Mva-registeret. */
export class Migration20261125000150_usual_rehearsal extends Migration {
  override up(): void {
    this.addSql(INDUSTRY);
    this.addSql(LINES);
  }
}

/** Until a firm is asked about again, as it last answered. */
const INDUSTRY = `
alter table organisation add column industry text;
update organisation o set industry = a.industry
from (select distinct on (firm_id) firm_id, answered ->> 'industry' as industry from register_answer
  where register = 'ENHETSREGISTERET' and firm_id is not null and person_id is null and answered ->> 'kind' = 'UNIT' order by firm_id, id desc) a
where a.firm_id = o.id;
`;

/** What of the issuer's a leader must know to change the rule: order, day and firm, no person; nothing about who is protected. */
const LINES = `
create index register_check_outside_vat on register_check (order_item_id) where register = 'MVA' and settled_outcome <> 'APPROVED';
create function lines_outside_vat(first date, most int)
returns table (number text, line smallint, ordered_on date, status text, firm_name text, org_number text, form text, sector_code text, industry text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.order_number, i.line::smallint, i.ordered_on, i.status, f.name, f.org_number, f.form, f.sector_code, f.industry
  from register_check c join order_item i on i.id = c.order_item_id join organisation f on f.id = i.main_unit_id
  where app_scope('catalogue.write') = 0 and c.register = 'MVA' and c.settled_outcome <> 'APPROVED'
    and i.ordered_on >= first and i.status <> 'DRAFT' and i.withheld_from is null
  order by i.ordered_on desc, i.id desc limit most
$$;
revoke execute on function lines_outside_vat(date, int) from public;
grant execute on function lines_outside_vat(date, int) to ${APP_ROLE};
`;
