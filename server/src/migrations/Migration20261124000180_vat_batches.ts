import { Migration } from '@mikro-orm/migrations';
import { ofEveryone, wall } from './row-security.ts';

/**
 * The list of firms whose orderers declared them not liable to VAT, sent to the tax authorities in numbered batches
 * (domain section 4; docs/decisions/0480-vat-batches.md).
 */
export class Migration20261124000180_vat_batches extends Migration {
  override up(): void {
    for (const sql of [SAID, BATCH, FIRM, COLLECT, DECLARER, REGISTERED, WALLS, BEFORE]) this.addSql(sql);
  }
}

const OPTIONS = 'language plpgsql security definer set search_path = public, pg_temp';

/** What was said is kept as it was said: in what role, and what the firm was called; and there is no word without who gave it. */
const SAID = `
alter table vat_declaration
  add column declarer_role text check (length(declarer_role) <= 200),
  add column firm_name text check (length(firm_name) <= 500),
  add constraint vat_declaration_by_someone check (declared_by_id is not null) not valid;
create index vat_declaration_at on vat_declaration (declared_at, firm_id);
`;

/** The bytes lie here so that a batch sent again is the same to the last byte; no person stands in them. */
const BATCH = `
create table vat_batch (
  id bigint generated always as identity primary key,
  number int not null unique check (number > 0),      -- from number_series: no hole, also after what was rolled back
  made_at timestamptz not null,
  made_by bigint not null references staff_user,
  from_at timestamptz not null,                       -- the earliest and the latest first declaration in it
  to_at timestamptz not null,
  firms int not null check (firms > 0),
  csv bytea not null,
  json bytea not null,
  csv_sha256 bytea not null check (csv_sha256 = sha256(csv)),
  json_sha256 bytea not null check (json_sha256 = sha256(json)),
  times_sent int not null default 0,
  sent_at timestamptz,                                -- the last time
  sent_by bigint references staff_user,
  receipt text check (length(receipt) between 1 and 100),
  received_on date,
  receipt_by bigint references staff_user,
  receipt_at timestamptz,
  version int not null default 1,
  check (from_at <= to_at),
  check ((times_sent = 0) = (sent_at is null) and (sent_at is null) = (sent_by is null)),
  check ((receipt is null) = (received_on is null) and (receipt is null) = (receipt_by is null) and (receipt is null) = (receipt_at is null)),
  check (receipt is null or sent_at is not null)
);
create function vat_batch_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.number, old.made_at, old.made_by, old.from_at, old.to_at, old.firms, old.csv_sha256, old.json_sha256)
      is distinct from (new.number, new.made_at, new.made_by, new.from_at, new.to_at, new.firms, new.csv_sha256, new.json_sha256)
    or new.times_sent < old.times_sent or (old.receipt is not null and new.receipt is null) then
    raise exception 'what a batch holds is never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands before update or delete on vat_batch for each row execute function vat_batch_stands();
create trigger audit after insert or update or delete on vat_batch for each row execute function audit_change('-', 'csv', 'json');
insert into number_series (name, last) values ('vat-batch', 0);
`;

/** One row per firm: so it is in one batch, once, and never in another. */
const FIRM = `
create table vat_firm (
  firm_id bigint primary key references organisation,
  org_number text not null check (org_number ~ '^[0-9]{9}$'),
  firm_name text not null,
  declarer_role text,
  first_declared_at timestamptz not null,
  last_declared_at timestamptz not null,
  declarations int not null check (declarations > 0),
  declaration_id bigint references vat_declaration on delete set null, -- the first; goes when its order goes
  batch_id bigint references vat_batch,
  line int,
  check ((batch_id is null) = (line is null)),
  unique (batch_id, line)
);
create index vat_firm_waiting on vat_firm (first_declared_at, firm_id) where batch_id is null;
create index vat_firm_last on vat_firm (last_declared_at desc, firm_id);
create index vat_firm_declaration on vat_firm (declaration_id) where declaration_id is not null;
create function vat_firm_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.batch_id is not null and (old.batch_id, old.line) is distinct from (new.batch_id, new.line)) then
    raise exception 'a firm is in one batch' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands before update or delete on vat_firm for each row execute function vat_firm_stands();
create trigger audit after update of batch_id on vat_firm for each row execute function audit_change('-');
`;

/** Whoever takes the order may write no list of firms; the declaration itself brings the firm there. */
const COLLECT = `
create function vat_collect() returns trigger ${OPTIONS} as $$
begin
  insert into vat_firm as f (firm_id, org_number, firm_name, declarer_role, first_declared_at, last_declared_at, declarations, declaration_id)
  select new.firm_id, new.org_number, coalesce(new.firm_name, o.name), new.declarer_role, new.declared_at, new.declared_at, 1, new.id
  from organisation o where o.id = new.firm_id
  on conflict (firm_id) do update set declarations = f.declarations + 1, last_declared_at = greatest(f.last_declared_at, excluded.last_declared_at),
    (first_declared_at, declaration_id, declarer_role) = (select earlier.* from (values
      (excluded.first_declared_at, excluded.declaration_id, excluded.declarer_role), (f.first_declared_at, f.declaration_id, f.declarer_role)) earlier
      order by 1 limit 1);
  return null;
end $$;
revoke execute on function vat_collect() from public;
create trigger collect after insert on vat_declaration for each row execute function vat_collect();
`;

/**
 * The authority's only door to who said it: the name alone, nothing of the order; nobody's when she is protected and the asker
 * does not look after protected persons.
 */
const DECLARER = `
create function vat_declarer(declaration bigint) returns table (person_id bigint, name text)
language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
begin
  if app_scope('vat-batch') is null then return; end if;
  return query select d.declared_by_id, d.declarer_name from vat_declaration d join person p on p.id = d.declared_by_id
    where d.id = declaration and (not p.restricted or app_scope('protected-person') is not null);
end $$;
revoke execute on function vat_declarer(bigint) from public;
grant execute on function vat_declarer(bigint) to desk_app;

-- Firms whose orderers said it at least so often since then.
create function vat_declared_again(times int, since timestamptz, most int) returns table (firm_id bigint, lately int)
language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
begin
  if app_scope('vat-batch') is null then return; end if;
  return query select d.firm_id, count(*)::int from vat_declaration d where d.declared_at >= since
    group by d.firm_id having count(*) >= times order by count(*) desc, d.firm_id limit most;
end $$;
revoke execute on function vat_declared_again(int, timestamptz, int) from public;
grant execute on function vat_declared_again(int, timestamptz, int) to desk_app;
`;

/** The register does not say since when; the day the desk saw it turn is kept. */
const REGISTERED = `
alter table organisation add column in_vat_register_since date;
create function vat_register_since() returns trigger language plpgsql as $$
begin
  if new.in_vat_register is not true then new.in_vat_register_since := null;
  elsif old.in_vat_register is false then
    new.in_vat_register_since := (coalesce(new.refreshed_at, now()) at time zone 'Europe/Oslo')::date;
  end if;
  return new;
end $$;
create trigger vat_register_since before update of in_vat_register on organisation for each row execute function vat_register_since();
`;

const WALLS = [
  wall('vat_batch', {
    see: ofEveryone('vat-batch'),
    change: ofEveryone('vat-batch.write'),
    app: ['select', 'insert'],
  }),
  'grant update (times_sent, sent_at, sent_by, receipt, received_on, receipt_by, receipt_at, version) on vat_batch to desk_app;',
  wall('vat_firm', { see: ofEveryone('vat-batch'), change: ofEveryone('vat-batch.write'), app: ['select'] }),
  'grant update (batch_id, line) on vat_firm to desk_app;',
].join('\n');

/** Whoever declared before today waits for the first batch. */
const BEFORE = `
insert into vat_firm (firm_id, org_number, firm_name, first_declared_at, last_declared_at, declarations, declaration_id)
select d.firm_id, (array_agg(d.org_number order by d.declared_at, d.id))[1], min(o.name), min(d.declared_at), max(d.declared_at), count(*),
  (array_agg(d.id order by d.declared_at, d.id))[1]
from vat_declaration d join organisation o on o.id = d.firm_id group by d.firm_id;
`;
