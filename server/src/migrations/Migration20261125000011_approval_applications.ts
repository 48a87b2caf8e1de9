import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CLIENT_ROLE, JOB_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/** Firms apply for approval as others apply for exceptions: the same application, papers, decisions and letters (docs/decisions/0511). */
export class Migration20261125000011_approval_applications extends Migration {
  override up(): void {
    for (const sql of [CASE, APPLICATION, STEPS, CONDITION, REGISTER, JOURNAL, FACTS, COVERAGE, FIRM])
      this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';
const APPROVALS = `('CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY')`;
const CODES = `('AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR', 'AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA',
  'UDI_CONFIRMED', 'UDI_EEA_FAMILY', 'VAT_KF_1510', 'VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD', 'VAT_NOT_LIABLE', 'STAFFING_FOREIGN',
  'CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY')`;

/** Changes a function where it says something; a function that no longer says it stops the migration. */
const rewrite = (signature: string, changes: readonly (readonly [string, string])[]): string => `
do $do$
declare told text := pg_get_functiondef('${signature}'::regprocedure);
begin
${changes
  .map(
    ([
      from,
      to,
    ]) => `  if position($a$${from}$a$ in told) = 0 then raise exception 'nothing to change in ${signature}'; end if;
  told := replace(told, $a$${from}$a$, $b$${to}$b$);`,
  )
  .join('\n')}
  execute told;
end $do$;
`;

const CASE = `
alter table desk_case
  drop constraint desk_case_kind_check, drop constraint desk_case_queue_check,
  add constraint desk_case_kind_check check (kind in ('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION', 'APPROVAL')) not valid,
  add constraint desk_case_queue_check check (queue in ('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION', 'APPROVAL', 'PROTECTED')) not valid;
alter table desk_case validate constraint desk_case_kind_check;
alter table desk_case validate constraint desk_case_queue_check;
${rewrite('case_is_erasable(desk_case)', [["c.kind <> 'EXCEPTION'", "c.kind not in ('EXCEPTION', 'APPROVAL')"]])}
`;

const APPLICATION = `
alter table exception_application
  drop constraint exception_application_code_check, drop constraint exception_application_register_check, drop constraint exception_application_status_check,
  add constraint exception_application_code_check check (code in ${CODES}) not valid,
  add constraint exception_application_register_check check (register in ('AA', 'UDI', 'MVA', 'STAFFING', 'CLEANING_APPROVAL', 'CAR_CARE_APPROVAL')) not valid,
  add constraint exception_application_status_check check (status in ('REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'CARD_ORDERING', 'FOR_APPROVAL',
    'GRANTED', 'REFUSED', 'DISMISSED', 'WITHDRAWN', 'WRONG_CHANNEL', 'APPEALED', 'FORWARDED')) not valid,
  add constraint exception_application_kind check (status <> 'CARD_ORDERING' or code in ('CLEANING_FIRM', 'CAR_CARE_FIRM')) not valid;
alter table exception_application validate constraint exception_application_code_check;
alter table exception_application validate constraint exception_application_register_check;
alter table exception_application validate constraint exception_application_status_check;
alter table exception_application validate constraint exception_application_kind;
create index exception_application_ordering on exception_application (id) where status = 'CARD_ORDERING';
`;

/** The same table as application.rules.ts. */
const STEPS = rewrite('application_step()', [
  [
    `'UNDER_REVIEW>AWAITING_DOCUMENTS',`,
    `'UNDER_REVIEW>AWAITING_DOCUMENTS', 'UNDER_REVIEW>CARD_ORDERING', 'CARD_ORDERING>UNDER_REVIEW', 'CARD_ORDERING>AWAITING_DOCUMENTS',
    'CARD_ORDERING>FOR_APPROVAL', 'FOR_APPROVAL>CARD_ORDERING', 'CARD_ORDERING>GRANTED', 'CARD_ORDERING>REFUSED', 'CARD_ORDERING>DISMISSED',
    'CARD_ORDERING>WITHDRAWN',`,
  ],
]);

/** What a caseworker says of a condition; a new word about it is a new row, and the newest counts. */
const CONDITION = `
create table approval_condition (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  application_id bigint not null references exception_application,
  key text not null check (key ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  state text not null check (state in ('MET', 'NOT_MET', 'NOT_RELEVANT')),
  document_id bigint references case_document,
  comment text check (length(comment) between 1 and 2000),
  said_by bigint not null references staff_user,
  said_at timestamptz not null,
  check (state = 'MET' or comment is not null)
);
create index approval_condition_application on approval_condition (application_id, key, id desc);
create index approval_condition_case on approval_condition (case_id);
create trigger audit after insert or update or delete on approval_condition for each row execute function audit_change('case_id', 'comment');
create trigger stands before update or delete on approval_condition for each row execute function stands_as_written();
${wall('approval_condition', {
  see: ofOrganisation('application'),
  change: ofOrganisation('application.write'),
  app: ['select', 'insert'],
  job: ['select'],
})}
${withheld('approval_condition', 'case')}
-- What an approval of the decision rests on has changed.
create function condition_said() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update exception_application set version = version + 1 where id = new.application_id;
  insert into case_event (organisation_id, case_id, type, actor_id, old_value, new_value, note)
  values (new.organisation_id, new.case_id, 'CONDITION_SAID', new.said_by, new.key, new.state, new.comment);
  return null;
end $$;
create trigger said after insert on approval_condition for each row execute function condition_said();
revoke execute on function condition_said() from public;
`;

/** An approval is another kind of case, and puts the firm into the register from that moment: a firm that is approved already stays so. */
const REGISTER = rewrite('register_application(jsonb, timestamptz, date, int, date)', [
  [`'EXCEPTION', 'EXCEPTION',`, `kind, kind,`],
  [
    `  opened desk_case;`,
    `  kind text := case when told ->> 'code' in ${APPROVALS} then 'APPROVAL' else 'EXCEPTION' end;
  opened desk_case;`,
  ],
  [
    `  returning * into made;`,
    `  returning * into made;
  if kind = 'APPROVAL' and not wrong and not exists (select from firm_approval h where h.firm_id = made.firm_id and h.register = made.register
    and h.to_at is null and h.status <> 'NOT_APPROVED') then
    perform put_firm_approval(made.firm_id, made.register, jsonb_build_object('status', 'APPLICATION_IN_PROGRESS', 'cause', 'APPLIED', 'applicationId', made.id), told_at);
  end if;`,
  ],
]);

/** As before, and whether the case is about an exception or an approval. */
const JOURNAL = `
drop function journal_about(bigint);
create function journal_about(asked bigint) returns table (name text, is_person boolean, register text, code text) language sql stable ${OPTIONS} as $$
  select coalesce(p.given_name || ' ' || p.family_name, f.name), p.id is not null or f.form = 'ENK', a.register, a.code
  from exception_application a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id
  where a.case_id = journal_case_of(asked)
$$;
revoke execute on function journal_about(bigint) from public;
grant execute on function journal_about(bigint) to ${APP_ROLE}, ${CLIENT_ROLE}, ${JOB_ROLE};
`;

/** As before, and whether it is in Foretaksregisteret and what it is in the register of approved firms. */
const FACTS = rewrite('register_facts_of_application(bigint)', [
  [
    `'inVatRegister', f.in_vat_register,`,
    `'inVatRegister', f.in_vat_register, 'inCompanyRegister', f.in_company_register,
        'approval', (select h.status from firm_approval h where h.firm_id = f.id and h.register = a.register and h.to_at is null),`,
  ],
]);

/**
 * How many of those who need a card have a valid one: everybody the desk knows who works in the firm (Aa-registeret) or has an order
 * or a card of it in this scheme. Numbers, and the orders of those who have none; no name crosses from the issuer.
 */
const COVERAGE = `
create function card_coverage_of_application(asked bigint) returns jsonb
language sql stable ${OPTIONS} as $$
  with about as (
    select a.*, case a.register when 'CLEANING_APPROVAL' then 'CLEANING' else 'CAR_CARE' end as scheme from exception_application a
    where a.id = asked and a.register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL') and a.code in ${APPROVALS}
      and (app_scope('application') in (0, a.organisation_id) or session_user = '${JOB_ROLE}' or current_setting('role') = '${JOB_ROLE}')
  ), worker as (
    select e.person_id from about a join employment e on e.main_unit_id = a.firm_id and (e.end_on is null or e.end_on >= current_date)
    union select i.person_id from about a join order_item i on i.main_unit_id = a.firm_id and i.scheme = a.scheme
      and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
    union select k.person_id from about a join card k on k.main_unit_id = a.firm_id and k.scheme = a.scheme and k.status in ('VALID', 'INVALID')
  ), covered as (
    select w.person_id, exists (select from about a join card k on k.main_unit_id = a.firm_id and k.scheme = a.scheme and k.person_id = w.person_id
      and k.status = 'VALID') as has_card from worker w
  )
  select jsonb_build_object('known', count(c.person_id), 'covered', count(*) filter (where c.has_card), 'wanted', max((a.claims ->> 'workers')::int),
    'waiting', (select coalesce(jsonb_agg(o), '[]') from (select jsonb_build_object('number', i.order_number, 'line', i.line, 'status', i.status, 'orderedOn', i.ordered_on) as o
      from about b join order_item i on i.main_unit_id = b.firm_id and i.scheme = b.scheme and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
      order by i.ordered_on, i.id limit 20) w))
  from about a left join covered c on true
  having count(a.id) > 0
$$;
revoke execute on function card_coverage_of_application(bigint) from public;
grant execute on function card_coverage_of_application(bigint) to ${APP_ROLE}, ${JOB_ROLE};
`;

/** A firm the desk has not met before, as Enhetsregisteret has it. */
const FIRM = `
create function add_main_unit(told jsonb) returns bigint language plpgsql volatile ${OPTIONS} as $$
declare made bigint;
begin
  if app_scope('application.write') is null and not exists (select from machine_client m where m.id = app_client() and m.active and 'exception.apply' = any (m.scopes)) then
    raise exception 'not one who registers applications' using errcode = 'insufficient_privilege';
  end if;
  insert into organisation (org_number, name, form, status, registered_on, in_company_register, in_vat_register, sector_code, employees, street, postcode, city,
    municipality, municipality_name, refreshed_at)
  select r.org_number, r.name, r.form, r.status, r.registered_on, r.in_company_register, r.in_vat_register, r.sector_code, r.employees, r.street, r.postcode, r.city,
    r.municipality, r.municipality_name, now()
  from jsonb_populate_record(null::organisation, told) r
  on conflict (org_number) do nothing;
  select coalesce(o.parent_id, o.id) into made from organisation o where o.org_number = told ->> 'org_number';
  return made;
end $$;
revoke execute on function add_main_unit(jsonb) from public;
grant execute on function add_main_unit(jsonb) to ${APP_ROLE}, ${CLIENT_ROLE};
`;
