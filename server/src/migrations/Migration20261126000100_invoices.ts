import { Migration } from '@mikro-orm/migrations';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/** Invoices and credit notes as records that stand as they were issued (docs/decisions/0700-invoices-as-records.md). */
export class Migration20261126000100_invoices extends Migration {
  override up(): void {
    for (const sql of [INVOICE, INDEXES, LINE, BALANCE, STANDS, REPLACED, WAITING, SERIES, WALLS])
      this.addSql(sql);
  }
}

/** What is said to the buyer stands here as it was on the day; whether it is paid, credited or late is what the books say. */
const INVOICE = `
create table invoice (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  number text not null unique check (number ~ '^K?[0-9]{10}$'),
  order_id bigint not null references card_order,
  order_number text not null check (order_number ~ '^[0-9]{7}$'),
  internal_order_number text not null check (internal_order_number ~ '^[0-9]{6,9}$'),
  payment text not null check (payment in ('CARD', 'VIPPS', 'PERSONAL_INVOICE', 'INVOICE')),
  issued_on date not null,                -- Europe/Oslo
  issued_at timestamptz not null,
  due_on date,
  firm_id bigint not null references organisation,  -- the main unit of the order
  person_id bigint references person,     -- the orderer, when she is billed herself
  buyer_name text not null check (length(buyer_name) between 1 and 500),
  buyer_org_number text check (buyer_org_number ~ '^[0-9]{9}$'),
  buyer_street text,
  buyer_postcode text,
  buyer_city text,
  seller jsonb not null,
  customer_reference text check (length(customer_reference) between 1 and 100),
  kid text not null check (kid ~ '^[0-9]{1,24}[0-9-]$'),
  vat_percent smallint not null check (vat_percent between 0 and 100),
  net_ore bigint not null check (net_ore >= 0),
  vat_ore bigint not null check (vat_ore >= 0),
  gross_ore bigint not null check (gross_ore = net_ore + vat_ore),
  language text not null check (language in ('nb', 'nn', 'en')),
  credits_id bigint references invoice,
  replaces_id bigint unique references invoice,     -- an invoice is replaced once at most
  issued_by bigint references staff_user,           -- null: the clock
  check ((kind = 'CREDIT_NOTE') = (credits_id is not null) and (kind = 'INVOICE') = (due_on is not null)),
  check ((kind = 'CREDIT_NOTE') = (number like 'K%') and (kind = 'INVOICE' or replaces_id is null)),
  check ((payment = 'PERSONAL_INVOICE') = (buyer_org_number is null)),
  check (payment = 'PERSONAL_INVOICE' or person_id is null),
  check (payment = 'INVOICE' or customer_reference is null),
  check (due_on >= issued_on)
);
${withheld('invoice', 'person')}
`;

const INDEXES = `
-- One invoice per order [000]; another one only in the place of one that was taken back.
create unique index invoice_first_of_order on invoice (order_id) where kind = 'INVOICE' and replaces_id is null;
create unique index invoice_kid on invoice (kid) where kind = 'INVOICE';
create index invoice_list on invoice (organisation_id, id desc) include (withheld_from);
create index invoice_order on invoice (order_id, id);
create index invoice_order_number on invoice (order_number);
create index invoice_internal on invoice (internal_order_number);
create index invoice_firm on invoice (firm_id, id desc);
create index invoice_reference on invoice (customer_reference) where customer_reference is not null;
create index invoice_credits on invoice (credits_id) where credits_id is not null;
create index invoice_person on invoice (person_id) where person_id is not null;
create index invoice_day on invoice (issued_on, id);
create trigger audit after insert or update or delete on invoice for each row execute function
  audit_change('-', 'seller', 'person_id', 'buyer_name', 'buyer_street', 'customer_reference');
`;

const LINE = `
create table invoice_line (
  invoice_id bigint not null references invoice on delete cascade,
  line smallint not null check (line > 0),
  organisation_id smallint not null references staff_organisation,
  scheme text not null check (scheme in ('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT')),
  unit_org_number text not null check (unit_org_number ~ '^[0-9]{9}$'),
  unit_name text not null,
  quantity int not null check (quantity > 0),
  unit_price_ore bigint not null check (unit_price_ore >= 0),
  net_ore bigint not null check (net_ore = quantity * unit_price_ore),
  primary key (invoice_id, line)
);
`;

/**
 * What the books say of each invoice, so that lists need not add them up: written by the books alone (migration 101), and a test
 * compares it with them.
 */
const BALANCE = `
create table invoice_balance (
  invoice_id bigint primary key references invoice on delete cascade,
  organisation_id smallint not null references staff_organisation,
  gross_ore bigint not null,
  due_on date not null,
  credited_ore bigint not null default 0 check (credited_ore between 0 and gross_ore), -- never more than was billed
  written_off_ore bigint not null default 0,
  balance_ore bigint not null default 0   -- what the buyer owes; below zero: what is owed to the buyer
);
create index invoice_balance_open on invoice_balance (organisation_id, invoice_id desc) include (due_on) where balance_ore > 0;
create index invoice_balance_over on invoice_balance (organisation_id, invoice_id desc) where balance_ore < 0;
create index invoice_balance_credited on invoice_balance (organisation_id, invoice_id desc) where credited_ore > 0;
create function invoice_opens_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into invoice_balance (invoice_id, organisation_id, gross_ore, due_on) values (new.id, new.organisation_id, new.gross_ore, new.due_on);
  return null;
end $$;
revoke execute on function invoice_opens_balance() from public;
create trigger opens_balance after insert on invoice for each row when (new.kind = 'INVOICE') execute function invoice_opens_balance();
`;

/** Bookkeeping law: five years after the end of the year. Nobody, whatever the role, changes or removes anything sooner. */
const STANDS = `
create function invoice_stands() returns trigger language plpgsql as $$
declare may_move text[] := array['withheld_from', 'organisation_id'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - may_move = to_jsonb(old) - may_move then return new; end if;
  if tg_op = 'DELETE' and old.issued_on < date_trunc('year', now() - interval '5 years') then return old; end if;
  raise exception '% stands as it was issued', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update or delete on invoice for each row execute function invoice_stands();
create trigger no_truncate before truncate on invoice for each statement execute function stands_as_written();
-- A line goes with its invoice only.
create function invoice_line_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from invoice i where i.id = old.invoice_id) then return old; end if;
  raise exception '% stands as it was issued', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update or delete on invoice_line for each row execute function invoice_line_stands();
create trigger no_truncate before truncate on invoice_line for each statement execute function stands_as_written();
-- What is issued is whole: its lines make its sum, and none is added later.
create function invoice_adds_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare told bigint := case tg_table_name when 'invoice' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'invoice_id')::bigint end;
begin
  if (select sum(l.net_ore) from invoice_line l where l.invoice_id = told) is distinct from (select i.net_ore from invoice i where i.id = told) then
    raise exception 'the lines of a document make its sum' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke execute on function invoice_adds_up() from public;
create constraint trigger adds_up after insert on invoice deferrable initially deferred for each row execute function invoice_adds_up();
create constraint trigger adds_up after insert on invoice_line deferrable initially deferred for each row execute function invoice_adds_up();
`;

/** § 5-2-7 of the bookkeeping regulation: another invoice only when the first one has been credited whole, in the same order. */
const REPLACED = `
create function invoice_takes_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from invoice i join invoice_balance b on b.invoice_id = i.id
    where i.id = new.replaces_id and i.order_id = new.order_id and b.credited_ore = b.gross_ore) then
    raise exception 'an invoice is replaced when it has been credited whole' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke execute on function invoice_takes_place() from public;
create constraint trigger takes_place after insert on invoice deferrable initially deferred for each row
  when (new.replaces_id is not null) execute function invoice_takes_place();
create function invoice_credits_its_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from invoice i where i.id = new.credits_id and i.kind = 'INVOICE' and i.order_id = new.order_id) then
    raise exception 'a credit note is for an invoice of the same order' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke execute on function invoice_credits_its_order() from public;
create constraint trigger credits_its_order after insert on invoice deferrable initially deferred for each row
  when (new.credits_id is not null) execute function invoice_credits_its_order();
`;

/**
 * Orders nobody has billed yet; a row comes with its order and goes with the order's first invoice. Orders from before this table
 * were billed elsewhere, and those from before 2020 by the earlier issuer.
 */
const WAITING = `
create table order_to_invoice (
  order_id bigint primary key references card_order on delete cascade,
  organisation_id smallint not null references staff_organisation
);
create function order_waits_for_invoice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_to_invoice (order_id, organisation_id) values (new.id, new.organisation_id);
  return null;
end $$;
create trigger waits_for_invoice after insert on card_order for each row
  when (new.payment is not null and new.ordered_on >= '2020-01-01') execute function order_waits_for_invoice();
create function order_is_invoiced() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from order_to_invoice w where w.order_id = new.order_id;
  return null;
end $$;
revoke execute on function order_waits_for_invoice(), order_is_invoiced() from public;
create trigger is_invoiced after insert on invoice for each row execute function order_is_invoiced();
`;

/** 'books' has no numbers: whoever writes in the books holds its row first, so that no two wait for each other in a ring. */
const SERIES = `
insert into number_series (name, last) values ('books', 0), ('invoice order', 700000);
`;

const add = ['select', 'insert'] as const;

const WALLS = [
  wall('invoice', {
    see: ofOrganisation('invoice'),
    change: ofOrganisation('invoice.write'),
    app: add,
    job: add,
  }),
  wall('invoice_line', {
    see: ofOrganisation('invoice'),
    change: ofOrganisation('invoice.write'),
    app: add,
    job: add,
  }),
  wall('order_to_invoice', { see: 'false', job: ['select', 'update'] }),
  wall('invoice_balance', { see: ofOrganisation('invoice'), app: ['select'], job: ['select'] }),
].join('\n');
