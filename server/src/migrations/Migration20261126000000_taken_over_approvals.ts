import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';

/** An approval taken over from the old register gets a case the moment something is to be done about it (docs/decisions/0600). */
export class Migration20261126000000_taken_over_approvals extends Migration {
  override up(): void {
    for (const sql of [STANDS, ASKED, TAKE_OVER]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** A status ends once, and is joined once to the case it is then written about; nothing else of the history ever changes. */
const STANDS = `
create or replace function firm_approval_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.to_at is null and new.to_at is not null and to_jsonb(new) - 'to_at' = to_jsonb(old) - 'to_at' then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.cause = 'TAKEN_OVER' and old.application_id is null and new.application_id is not null
    and to_jsonb(new) - 'application_id' = to_jsonb(old) - 'application_id' then
    return new;
  end if;
  raise exception 'the history of an approval stands as it was written' using errcode = 'insufficient_privilege';
end $$;
`;

/** What was asked without a case gets it later, once. */
const ASKED = `
drop trigger stands on annual_confirmation;
create trigger stands before update or delete on annual_confirmation for each row execute function
  stands_as_written('case_id', 'application_id', 'reminded_at', 'noticed_at', 'comment_by', 'confirmed_at', 'confirmed_by', 'received_on', 'channel', 'employees',
    'statements', 'receipt', 'version');
create trigger stands_with_case before update on annual_confirmation for each row
  when (old.case_id is not null and (new.case_id, new.application_id) is distinct from (old.case_id, old.application_id))
  execute function stands_as_written();
`;

/**
 * The case the approval that holds now is written in; where it was taken over, one is opened: closed, granted, without papers.
 * Confirmations that were asked for without a case join it. @returns null when the firm is not approved
 */
const TAKE_OVER = `
create function take_over_approval(told_firm bigint, told_register text, at timestamptz, told_on date)
returns bigint language plpgsql volatile ${OPTIONS} as $$
declare
  home smallint := (select o.id from staff_organisation o where o.kind = 'AUTHORITY' order by o.id limit 1);
  asked_code text := case told_register when 'CLEANING_APPROVAL' then 'CLEANING_FIRM' when 'CAR_CARE_APPROVAL' then 'CAR_CARE_FIRM' else 'STAFFING_AGENCY' end;
  held firm_approval;
  opened desk_case;
  made exception_application;
begin
  if app_scope('application.write') is distinct from home and app_scope('decision.write') is distinct from home
    and session_user <> '${JOB_ROLE}' and current_setting('role') <> '${JOB_ROLE}' then
    raise exception 'not one who decides about firms' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from organisation o where o.id = told_firm for no key update;
  select * into held from firm_approval h where h.firm_id = told_firm and h.register = told_register and h.to_at is null and h.status like 'APPROVED%';
  if held.id is null then return null; end if;
  if held.application_id is null then
    with given as (
      insert into number_series as n (name, last) values ('case ' || extract(year from told_on), 1)
      on conflict (name) do update set last = n.last + 1 returning n.last)
    insert into desk_case (organisation_id, number, kind, queue, status, channel, language, title, subject_organisation_id, opened_on, due_days, due_on, closed_at)
    select home, extract(year from told_on) || '/' || lpad(given.last::text, 6, '0'), 'APPROVAL', 'APPROVAL', 'CLOSED', 'PORTAL', 'nb', asked_code,
      told_firm, told_on, 1, told_on, at
    from given returning * into opened;
    insert into exception_application (organisation_id, case_id, number, code, register, firm_id, status, status_at, channel, received_on, language, claims, registered_by)
    values (home, opened.id, opened.number, asked_code, told_register, told_firm, 'GRANTED', at, opened.channel, told_on, opened.language,
      case held.status when 'APPROVED_WITHOUT_EMPLOYEES' then '{"employees": 0}' else '{}' end::jsonb, app_actor())
    returning * into made;
    insert into case_event (organisation_id, case_id, type, actor_id, new_value) values
      (home, opened.id, 'CASE_OPENED', app_actor(), opened.channel), (home, opened.id, 'APPROVAL_TAKEN_OVER', app_actor(), held.status);
    update firm_approval h set application_id = made.id where h.id = held.id;
  else
    select * into made from exception_application a where a.id = held.application_id;
  end if;
  update annual_confirmation k set case_id = made.case_id, application_id = made.id from confirmation_campaign g
  where k.firm_id = told_firm and k.case_id is null and g.id = k.campaign_id and g.register = told_register;
  return made.case_id;
end $$;
revoke execute on function take_over_approval(bigint, text, timestamptz, date) from public;
grant execute on function take_over_approval(bigint, text, timestamptz, date) to ${APP_ROLE}, ${JOB_ROLE};
`;
