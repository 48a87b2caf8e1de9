import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';

/** The desk keeps the registers of approved firms itself: every status a firm has had, from-to, and what it began with. */
export class Migration20261125000010_firm_approvals extends Migration {
  override up(): void {
    for (const sql of [HISTORY, STANDS, WAKE, SET]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** What was known of the outside register stays, from its day; a row that said "never applied" said nothing. */
const HISTORY = `
alter table firm_approval
  drop constraint firm_approval_firm_id_register_key,
  drop constraint firm_approval_status_check,
  add column from_at timestamptz,
  add column to_at timestamptz,           -- null: still so
  add column cause text not null default 'TAKEN_OVER' check (cause in ('TAKEN_OVER', 'APPLIED', 'ORDERING_OPENED', 'DECISION')),
  add column application_id bigint references exception_application,
  add column decision_id bigint references decision;
update firm_approval set from_at = status_on::timestamp at time zone 'Europe/Oslo';
delete from firm_approval where status = 'NOT_REGISTERED';
update firm_approval set status = 'APPROVED' where register = 'STAFFING' and (status like 'APPROVED%' or status = 'CARD_ORDER_IN_PROGRESS');
update firm_approval set status = 'APPROVED_WITH_EMPLOYEES' where register <> 'STAFFING' and status = 'APPROVED';
alter table firm_approval
  alter column from_at set not null,
  alter column cause drop default,
  drop column status_on,
  drop column refreshed_at,
  add constraint firm_approval_status_check check (status in ('APPLICATION_IN_PROGRESS', 'CARD_ORDER_IN_PROGRESS', 'APPROVED_WITH_EMPLOYEES',
    'APPROVED_WITHOUT_EMPLOYEES', 'APPROVED', 'NOT_APPROVED')),
  add constraint firm_approval_kind check ((register = 'STAFFING') = (status = 'APPROVED') or status in ('APPLICATION_IN_PROGRESS', 'NOT_APPROVED')),
  add constraint firm_approval_time check (to_at > from_at);
create unique index firm_approval_now on firm_approval (firm_id, register) where to_at is null;
create index firm_approval_history on firm_approval (firm_id, register, from_at desc);
create index firm_approval_list on firm_approval (register, status, firm_id) where to_at is null;
create index firm_approval_changed on firm_approval (from_at, id);
create index firm_approval_application on firm_approval (application_id) where application_id is not null;
create trigger audit after insert or update or delete on firm_approval for each row execute function audit_change('-');
revoke insert, update, delete on firm_approval from ${JOB_ROLE};
`;

/** A status ends once; nothing else of the history ever changes. */
const STANDS = `
create function firm_approval_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.to_at is null and new.to_at is not null and to_jsonb(new) - 'to_at' = to_jsonb(old) - 'to_at' then
    return new;
  end if;
  raise exception 'the history of an approval stands as it was written' using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update or delete on firm_approval for each row execute function firm_approval_stands();
create trigger no_truncate before truncate on firm_approval for each statement execute function stands_as_written();
`;

/** As migration 20261124000012 has it; a line that waits for a silent register too would else be asked about that one alone. */
const WAKE = `
create or replace function wake_lines_of_entry(told_person bigint, told_firm bigint, at timestamptz)
returns bigint language plpgsql volatile ${OPTIONS} as $$
declare n bigint;
begin
  with woken as (
    update order_item i set check_at = at
    where i.main_unit_id = told_firm and (told_person is null or i.person_id = told_person) and i.check_at is not null returning i.id
  ), asked as (
    update register_check c set next_at = at from woken w where c.order_item_id = w.id and c.next_at is null
      and exists (select from register_check s where s.order_item_id = w.id and s.next_at is not null) returning 1)
  select count(*) into n from woken;
  return n;
end $$;
`;

/**
 * The only way a status comes about: the one before it ends the same moment, and every order line and card of the firm is asked
 * about again at once (R3, R14). Told no status, the firm is in the register no longer. @returns false when nothing changes
 */
const SET = `
create function put_firm_approval(told_firm bigint, told_register text, told jsonb, at timestamptz)
returns boolean language plpgsql volatile ${OPTIONS} as $$
declare
  now_is firm_approval;
  changed_at timestamptz;
begin
  perform 1 from organisation o where o.id = told_firm for no key update;
  select * into now_is from firm_approval a where a.firm_id = told_firm and a.register = told_register and a.to_at is null;
  if (now_is.status, now_is.valid_to) is not distinct from (told ->> 'status', (told ->> 'validTo')::date) then return false; end if;
  changed_at := greatest(at, now_is.from_at + interval '1 microsecond',
    (select max(a.to_at) from firm_approval a where a.firm_id = told_firm and a.register = told_register));
  update firm_approval a set to_at = changed_at where a.id = now_is.id;
  if told ->> 'status' is not null then
    insert into firm_approval (firm_id, register, status, valid_to, from_at, cause, application_id, decision_id)
    values (told_firm, told_register, told ->> 'status', (told ->> 'validTo')::date, changed_at, told ->> 'cause',
      (told ->> 'applicationId')::bigint, (told ->> 'decisionId')::bigint);
  end if;
  perform wake_lines_of_entry(null, told_firm, at);
  return true;
end $$;
revoke execute on function put_firm_approval(bigint, text, jsonb, timestamptz) from public;
-- For those who decide, and for jobs.
create function set_firm_approval(told_firm bigint, told_register text, told jsonb, at timestamptz)
returns boolean language plpgsql volatile ${OPTIONS} as $$
begin
  if app_scope('decision.write') is null and session_user <> '${JOB_ROLE}' and current_setting('role') <> '${JOB_ROLE}' then
    raise exception 'not one who decides about firms' using errcode = 'insufficient_privilege';
  end if;
  return put_firm_approval(told_firm, told_register, told, at);
end $$;
revoke execute on function set_firm_approval(bigint, text, jsonb, timestamptz) from public;
grant execute on function set_firm_approval(bigint, text, jsonb, timestamptz) to ${APP_ROLE}, ${JOB_ROLE};
`;
