import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** The pages of the registers of approved firms: newest first within a register; how many of a firm's workers have cards. */
export class Migration20261125000220_firm_register_pages extends Migration {
  override up(): void {
    for (const sql of [NEWEST, COVERAGE]) this.addSql(sql);
  }
}

const NEWEST = 'create index firm_approval_newest on firm_approval (register, id) where to_at is null;';

/** Numbers alone, so that caseworkers, who see no cards, and support say the same. Of the registers where cards come before approval. */
const COVERAGE = `
create function card_coverage_of_firm(asked bigint, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('register', a.register, 'known', n.known, 'covered', n.covered) order by a.register), '[]')
  from (select h.register, case h.register when 'CLEANING_APPROVAL' then 'CLEANING' else 'CAR_CARE' end as scheme from firm_approval h
    where h.firm_id = asked and h.to_at is null and h.register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL')) a
  cross join lateral (select count(*) as known, count(*) filter (where exists (select from card k where k.main_unit_id = asked
      and k.scheme = a.scheme and k.person_id = w.person_id and k.status = 'VALID')) as covered
    from (select e.person_id from employment e where e.main_unit_id = asked and (e.end_on is null or e.end_on >= on_day)
      union select i.person_id from order_item i where i.main_unit_id = asked and i.scheme = a.scheme and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
      union select k.person_id from card k where k.main_unit_id = asked and k.scheme = a.scheme and k.status in ('VALID', 'INVALID')) w) n
$$;
revoke execute on function card_coverage_of_firm(bigint, date) from public;
grant execute on function card_coverage_of_firm(bigint, date) to ${APP_ROLE};
`;
