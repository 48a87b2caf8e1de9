import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/** Approved firms confirm every year that they still meet the conditions; who does not, and who is gone, may lose the approval (docs/decisions/0540). */
export class Migration20261125000240_confirmations extends Migration {
  override up(): void {
    for (const sql of [CAMPAIGN, CONFIRMATION, TOLD, CONSEQUENCES]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

const CAMPAIGN = `
create table confirmation_campaign (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  register text not null check (register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL')),
  year int not null check (year between 2000 and 2200),
  due_on date not null,
  opened_at timestamptz not null,
  unique (organisation_id, register, year)
);
create trigger audit after insert or update or delete on confirmation_campaign for each row execute function audit_change('-');
create trigger stands before update or delete on confirmation_campaign for each row execute function stands_as_written();
${wall('confirmation_campaign', { see: ofOrganisation('decision'), app: ['select'], job: ['select', 'insert'] })}
`;

/** One per firm that was approved when the campaign opened; without a case where the approval was taken over from outside the desk. */
const CONFIRMATION = `
create table annual_confirmation (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  campaign_id bigint not null references confirmation_campaign,
  firm_id bigint not null references organisation,
  case_id bigint references desk_case,
  application_id bigint references exception_application,
  reminded_at timestamptz,
  noticed_at timestamptz,
  comment_by date,
  confirmed_at timestamptz,
  confirmed_by bigint references staff_user,
  received_on date,
  channel text check (channel in ('PORTAL', 'API', 'EDIALOG', 'LETTER', 'EMAIL')),
  employees int check (employees between 0 and 1000000),
  statements jsonb,
  receipt text unique,
  version int not null default 1,
  unique (campaign_id, firm_id),
  check ((case_id is null) = (application_id is null)),
  check ((noticed_at is null) = (comment_by is null)),
  check ((confirmed_at is null) = (receipt is null) and (confirmed_at is null) = (received_on is null)
    and (confirmed_at is null) = (channel is null) and (confirmed_at is null) = (statements is null))
);
create index annual_confirmation_page on annual_confirmation (campaign_id, id);
create index annual_confirmation_open on annual_confirmation (campaign_id, id) where confirmed_at is null;
create index annual_confirmation_firm on annual_confirmation (firm_id, id desc);
create index annual_confirmation_case on annual_confirmation (case_id) where case_id is not null;
create trigger audit after insert or update or delete on annual_confirmation for each row execute function audit_change('case_id');
create trigger stands before update or delete on annual_confirmation for each row execute function
  stands_as_written('reminded_at', 'noticed_at', 'comment_by', 'confirmed_at', 'confirmed_by', 'received_on', 'channel', 'employees', 'statements', 'receipt', 'version');
${wall('annual_confirmation', {
  see: ofOrganisation('decision'),
  change: ofOrganisation('decision.write'),
  app: ['select', 'update'],
  job: ['select', 'insert', 'update'],
})}
${withheld('annual_confirmation', 'case')}
-- A confirmation that has come in changes what an open proposal rests on: the proposal falls.
create function confirmation_came() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update exception_application set version = version + 1 where id = new.application_id;
  return null;
end $$;
revoke execute on function confirmation_came() from public;
create trigger came after update of confirmed_at on annual_confirmation for each row
  when (old.confirmed_at is null and new.confirmed_at is not null) execute function confirmation_came();
`;

/** What the clock has told a case already: how Enhetsregisteret has the firm, and the last day of the year it has warned of. */
const TOLD = `
alter table exception_application
  add column firm_gone text check (firm_gone in ('BANKRUPT', 'WINDING_UP', 'REMOVED')),
  add column warned_of date;
`;

/** Orders and cards are the issuer's: numbers cross, and nothing else. Staffing: whatever the card. */
const CONSEQUENCES = `
create function withdrawal_consequences(firms bigint[], told_register text)
returns table (firm_id bigint, orders int, cards int) language plpgsql stable ${OPTIONS} as $$
declare asked_scheme text := case told_register when 'CLEANING_APPROVAL' then 'CLEANING' when 'CAR_CARE_APPROVAL' then 'CAR_CARE' end;
begin
  if app_scope('decision.write') is null then
    raise exception 'not one who decides about firms' using errcode = 'insufficient_privilege';
  end if;
  return query select f.id,
    (select count(*)::int from order_item i where i.main_unit_id = f.id and (asked_scheme is null or i.scheme = asked_scheme)
      and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY')),
    (select count(*)::int from card k where k.main_unit_id = f.id and (asked_scheme is null or k.scheme = asked_scheme) and k.status = 'VALID')
  from unnest(firms) as f(id);
end $$;
revoke execute on function withdrawal_consequences(bigint[], text) from public;
grant execute on function withdrawal_consequences(bigint[], text) to ${APP_ROLE};
`;
