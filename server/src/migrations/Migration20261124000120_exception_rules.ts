import { Migration } from '@mikro-orm/migrations';
import { CLIENT_ROLE } from '../platform/db/roles.ts';
import { door, ofEveryone, wall } from './row-security.ts';

/** Versions of the rules of the exception catalogue, with the date each holds from (docs/decisions/0420-the-catalogue-is-data.md). */
export class Migration20261124000120_exception_rules extends Migration {
  override up(): void {
    this.addSql(TABLE);
    this.addSql(WALL);
  }
}

const oslo = (column: string) => `(${column} at time zone 'Europe/Oslo')::date`;

const TABLE = `
create table exception_rule (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  valid_from date not null,
  body jsonb not null check (jsonb_typeof(body) = 'object' and length(body::text) <= 20000),
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
create unique index exception_rule_one on exception_rule (code, valid_from) where withdrawn_at is null;

-- A decision is added once; nothing is ever changed in place.
create function exception_rule_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.code, old.valid_from, old.body, old.grounds, old.proposed_by, old.proposed_at)
      is distinct from (new.code, new.valid_from, new.body, new.grounds, new.proposed_by, new.proposed_at) then
    raise exception 'a rule of the catalogue is never changed in place';
  end if;
  return new;
end $$;
create trigger stands before update or delete on exception_rule for each row execute function exception_rule_stands();
create trigger audit after insert or update on exception_rule for each row execute function audit_change('-');
`;

/** Every request and job judges by the rules, whoever it serves; no person stands in them but who proposed and approved. */
const WALL = `
${wall('exception_rule', { see: 'true', change: ofEveryone('catalogue.write'), app: ['select', 'insert'], job: ['select'] })}
grant update (approved_by, approved_at, withdrawn_by, withdrawn_at, withdrawn_reason) on exception_rule to desk_app;
${door('exception_rule', CLIENT_ROLE, { rights: ['select'], condition: 'true' })}
`;
