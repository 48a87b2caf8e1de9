import { Migration } from '@mikro-orm/migrations';
import { ofEveryone, wall } from './row-security.ts';

/** The rules of the scheme with the date they hold from (docs/decisions/0220-settings-with-dates.md). */
export class Migration20261123000220_settings extends Migration {
  override up(): void {
    this.addSql(TABLE);
    this.addSql(WALL);
  }
}

const oslo = (column: string) => `(${column} at time zone 'Europe/Oslo')::date`;

const TABLE = `
create table scheme_setting (
  id bigint generated always as identity primary key,
  key text not null check (key ~ '^[a-zA-Z]{3,60}$'),
  scheme text check (scheme in ('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT')),
  value text not null check (length(value) between 1 and 500),
  valid_from date not null,
  grounds text not null check (grounds <> ''),
  proposed_by bigint not null references staff_user,
  proposed_at timestamptz not null,
  approved_by bigint references staff_user check (approved_by <> proposed_by),
  approved_at timestamptz,
  withdrawn_by bigint references staff_user,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((approved_by is null) = (approved_at is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_reason is null)),
  check (valid_from > ${oslo('proposed_at')}),
  check (approved_at is null or valid_from > ${oslo('approved_at')}),
  -- What has begun stays; what nobody approved may be cleared away later too.
  check (withdrawn_at is null or approved_at is null or valid_from > ${oslo('withdrawn_at')})
);
create unique index scheme_setting_one on scheme_setting (key, scheme, valid_from) nulls not distinct where withdrawn_at is null;

-- A decision is added once; nothing is ever changed in place.
create function scheme_setting_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.key, old.scheme, old.value, old.valid_from, old.grounds, old.proposed_by, old.proposed_at)
      is distinct from (new.key, new.scheme, new.value, new.valid_from, new.grounds, new.proposed_by, new.proposed_at) then
    raise exception 'a setting is never changed in place';
  end if;
  return new;
end $$;
create trigger stands before update or delete on scheme_setting for each row execute function scheme_setting_stands();
create trigger audit after insert or update on scheme_setting for each row execute function audit_change('-');
`;

/** Every request and job judges by the rules, whoever it serves; no person stands in them but who proposed and approved. */
const WALL = `
${wall('scheme_setting', { see: 'true', change: ofEveryone('setting.write'), app: ['select', 'insert'], job: ['select'] })}
grant update (approved_by, approved_at, withdrawn_by, withdrawn_at, withdrawn_reason) on scheme_setting to desk_app;
`;
