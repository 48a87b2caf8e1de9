import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall } from './row-security.ts';

/** Control visits (tilsyn) at firms, as the authority has them, and how many orders a firm has under way, as a number (docs/decisions/0610). */
export class Migration20261126000040_control_visits extends Migration {
  override up(): void {
    for (const sql of [VISIT, BELONGS, COVERAGE]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** A visit stands as it was written down; another row takes its place when something in it was wrong. */
const VISIT = `
create table control_visit (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  firm_id bigint not null references organisation,  -- the main unit
  unit_id bigint references organisation,           -- null: the main unit itself, or somewhere else
  place text check (length(place) <= 200),
  visited_on date not null,
  visitor_ids bigint[] not null check (cardinality(visitor_ids) between 1 and 10),
  outcome text not null check (outcome in ('NO_FINDINGS', 'FINDINGS', 'ORDER_GIVEN', 'STOPPED')),
  findings text check (length(findings) <= 10000),
  case_id bigint references desk_case,
  document_id bigint references case_document,
  replaces_id bigint unique references control_visit,
  reason text check (length(reason) <= 1000),
  recorded_by bigint not null references staff_user,
  recorded_at timestamptz not null,
  check (outcome = 'NO_FINDINGS' or findings is not null),
  check (document_id is null or case_id is not null),
  check ((replaces_id is null) = (reason is null))
);
create index control_visit_firm on control_visit (firm_id, visited_on desc, id desc);
create index control_visit_case on control_visit (case_id) where case_id is not null;
create index control_visit_document on control_visit (document_id) where document_id is not null;
create trigger audit after insert or update or delete on control_visit for each row execute function audit_change('case_id', 'findings', 'reason', 'place');
create trigger stands before update or delete on control_visit for each row execute function stands_as_written();
${wall('control_visit', { see: ofOrganisation('visit'), change: ofOrganisation('visit.write'), app: ['select', 'insert'] })}
grant usage on sequence control_visit_id_seq to ${APP_ROLE};
`;

/** Unit, visitors, note and what is replaced are of this firm and this house, whoever writes; and what an open proposal rests on has changed. */
const BELONGS = `
create function visit_belongs() returns trigger language plpgsql ${OPTIONS} as $$
begin
  if exists (select from organisation o where o.id = new.firm_id and o.parent_id is not null)
    or not exists (select from organisation o where o.id = coalesce(new.unit_id, new.firm_id) and new.firm_id in (o.id, o.parent_id))
    or (select count(*) from staff_user s where s.id = any (new.visitor_ids) and s.organisation_id = new.organisation_id) <> cardinality(new.visitor_ids)
    or (new.case_id is not null and not exists (select from exception_application a where a.case_id = new.case_id
      and a.firm_id = new.firm_id and a.organisation_id = new.organisation_id))
    or (new.document_id is not null and not exists (select from case_document d where d.id = new.document_id and d.case_id = new.case_id
      and d.kind = 'INSPECTION_NOTE'))
    or (new.replaces_id is not null and not exists (select from control_visit v where v.id = new.replaces_id
      and v.firm_id = new.firm_id and v.organisation_id = new.organisation_id)) then
    raise exception 'not of this firm' using errcode = 'check_violation';
  end if;
  update exception_application set version = version + 1 where case_id = new.case_id;
  return new;
end $$;
revoke execute on function visit_belongs() from public;
create trigger belongs before insert on control_visit for each row execute function visit_belongs();
`;

/** As migration 20261125000220 has it, with the orders under way: a number, as the cards are. */
const COVERAGE = `
create or replace function card_coverage_of_firm(asked bigint, on_day date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('register', a.register, 'known', n.known, 'covered', n.covered, 'underWay', (select count(*) from order_item u
      where u.main_unit_id = asked and u.scheme = a.scheme and u.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION'))) order by a.register), '[]')
  from (select h.register, case h.register when 'CLEANING_APPROVAL' then 'CLEANING' else 'CAR_CARE' end as scheme from firm_approval h
    where h.firm_id = asked and h.to_at is null and h.register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL')) a
  cross join lateral (select count(*) as known, count(*) filter (where exists (select from card k where k.main_unit_id = asked
      and k.scheme = a.scheme and k.person_id = w.person_id and k.status = 'VALID')) as covered
    from (select e.person_id from employment e where e.main_unit_id = asked and (e.end_on is null or e.end_on >= on_day)
      union select i.person_id from order_item i where i.main_unit_id = asked and i.scheme = a.scheme and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
      union select k.person_id from card k where k.main_unit_id = asked and k.scheme = a.scheme and k.status in ('VALID', 'INVALID')) w) n
$$;
`;
