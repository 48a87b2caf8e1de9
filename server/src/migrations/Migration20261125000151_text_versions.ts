import { Migration } from '@mikro-orm/migrations';
import { ofEveryone, wall } from './row-security.ts';

/**
 * Texts and law of decisions get new versions in the desk: one leader proposes, another approves, nothing that stands is ever changed
 * (docs/decisions/0504-texts-have-versions.md). The versions the desk was born with have nobody behind them.
 */
export class Migration20261125000151_text_versions extends Migration {
  override up(): void {
    this.addSql(STANDS);
    this.addSql(versions('text_block'));
    this.addSql(versions('statute'));
    this.addSql(NUMBERED);
  }
}

const STANDS = `
create function text_version_stands() returns trigger language plpgsql as $$
declare settled text[] := array['approved_by', 'approved_at', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'];
begin
  if tg_op = 'DELETE' or old.proposed_by is null or old.withdrawn_at is not null
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or to_jsonb(old) - settled is distinct from to_jsonb(new) - settled then
    raise exception 'a text of decisions is never changed in place';
  end if;
  return new;
end $$;
`;

const oslo = (column: string) => `(${column} at time zone 'Europe/Oslo')::date`;
const longer = (columns: readonly string[]) =>
  columns.map(name => `add check (length(${name} ->> 'nb') <= 4000)`).join(', ');

function versions(table: 'text_block' | 'statute'): string {
  const words = table === 'text_block' ? ['label', 'text'] : ['citation', 'title'];
  return `
alter table ${table}
  add column grounds text check (grounds <> ''),
  add column proposed_by bigint references staff_user,
  add column proposed_at timestamptz,
  add column approved_by bigint references staff_user check (approved_by <> proposed_by),
  add column approved_at timestamptz,
  add column withdrawn_by bigint references staff_user,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text,
  add check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (grounds is null)),
  add check (proposed_by is not null or (approved_by is null and withdrawn_by is null)),
  add check ((approved_by is null) = (approved_at is null)),
  add check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_reason is null)),
  add check (valid_from > ${oslo('proposed_at')}),
  add check (approved_at is null or valid_from > ${oslo('approved_at')}),
  add check (withdrawn_at is null or approved_at is null or valid_from > ${oslo('withdrawn_at')}),
  drop constraint ${table}_code_valid_from_key,
  ${longer(words)};
create unique index ${table}_one on ${table} (code, valid_from) where withdrawn_at is null;
create trigger stands before update or delete on ${table} for each row execute function text_version_stands();
create trigger audit after insert or update on ${table} for each row when (new.proposed_by is not null) execute function audit_change('-');
${wall(table, { see: '(select app_actor()) is not null', change: ofEveryone('catalogue.write'), app: ['select', 'insert'], job: ['select'] })}
grant update (approved_by, approved_at, withdrawn_by, withdrawn_at, withdrawn_reason) on ${table} to desk_app;
`;
}

/** A text is known by its number on old decisions. Numbers are given one after the other, and the one of a withdrawn version is not used again. */
const NUMBERED = `
-- Of no outcome: not offered from its day on.
alter table text_block drop constraint text_block_outcomes_check;
alter table text_block add check (outcomes <@ array['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW']);
create function number_text_version() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('text_block'), hashtext(new.code));
  new.version := coalesce((select max(version) from public.text_block where code = new.code), 0) + 1;
  return new;
end $$;
create trigger number before insert on text_block for each row when (new.version is null) execute function number_text_version();
`;
