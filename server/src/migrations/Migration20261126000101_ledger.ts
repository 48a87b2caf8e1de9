import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall } from './row-security.ts';

/** The books: vouchers whose entries balance, in whole øre, that nobody changes; and periods that are closed (docs/decisions/0701-books.md). */
export class Migration20261126000101_ledger extends Migration {
  override up(): void {
    for (const sql of [ACCOUNT, VOUCHER, ENTRY, BALANCES, SETTLE, PERIOD, ISSUED, STATUS, WALLS])
      this.addSql(sql);
  }
}

const OPTIONS = 'language plpgsql security definer set search_path = public, pg_temp';

/** NS 4102, as far as it names what a card desk has. */
const ACCOUNT = `
create table ledger_account (
  number text primary key check (number ~ '^[0-9]{4}$'),
  name text not null
);
insert into ledger_account (number, name) values
  ('1500', 'Kundefordringer'), ('1920', 'Bankinnskudd'), ('2700', 'Utgående merverdiavgift'), ('2990', 'Innbetalinger uten faktura'),
  ('2991', 'Skyldig tilbakebetaling'), ('3000', 'Salgsinntekt, avgiftspliktig'), ('7830', 'Tap på fordringer');
grant select on ledger_account to ${APP_ROLE}, ${JOB_ROLE};
`;

const VOUCHER = `
create table voucher (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text not null unique check (number ~ '^B[0-9]{10}$'),
  kind text not null check (kind in ('ISSUE', 'CREDIT', 'PAYMENT', 'MOVE', 'REFUND', 'WRITE_OFF')),
  booked_on date not null,
  booked_at timestamptz not null,
  invoice_id bigint references invoice on delete set null,  -- of ISSUE and CREDIT: the document that is booked
  entries smallint not null check (entries >= 2),           -- how many it has: none is added later
  text text not null check (length(text) between 1 and 300),-- names no person: it outlives the invoice
  made_by bigint references staff_user,                     -- null: the clock
  check (invoice_id is null or kind in ('ISSUE', 'CREDIT'))
);
create unique index voucher_of_invoice on voucher (invoice_id) where invoice_id is not null;  -- booked once
create index voucher_day on voucher (organisation_id, booked_on, id);
`;

/** Debit is above zero, credit below. */
const ENTRY = `
create table ledger_entry (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  voucher_id bigint not null references voucher,
  line smallint not null check (line > 0),
  account text not null references ledger_account,
  amount_ore bigint not null check (amount_ore <> 0),
  invoice_id bigint references invoice on delete set null,  -- of 1500: whose receivable
  payment_id bigint,                                        -- of what a payment brought
  unique (voucher_id, line)
);
create index ledger_entry_invoice on ledger_entry (invoice_id, id) where invoice_id is not null;
create index ledger_entry_payment on ledger_entry (payment_id, id) where payment_id is not null;
create trigger stands before update or delete on voucher for each row execute function stands_as_written('invoice_id');
create trigger stands before update or delete on ledger_entry for each row execute function stands_as_written('invoice_id', 'payment_id');
create trigger no_truncate before truncate on voucher for each statement execute function stands_as_written();
create trigger no_truncate before truncate on ledger_entry for each statement execute function stands_as_written();
`;

const BALANCES = `
create function voucher_balances() returns trigger ${OPTIONS} as $$
declare told bigint := case tg_table_name when 'voucher' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'voucher_id')::bigint end;
begin
  if not exists (select 1 from voucher v join ledger_entry e on e.voucher_id = v.id where v.id = told
    group by v.id having count(*) = v.entries and sum(e.amount_ore) = 0) then
    raise exception 'voucher % does not balance', told using errcode = 'check_violation', constraint = 'voucher_balances';
  end if;
  return null;
end $$;
revoke execute on function voucher_balances() from public;
create constraint trigger balances after insert on voucher deferrable initially deferred for each row execute function voucher_balances();
create constraint trigger balances after insert on ledger_entry deferrable initially deferred for each row execute function voucher_balances();
`;

/** What an invoice is owed follows from its entries, at once. */
const SETTLE = `
create function entries_settle() returns trigger ${OPTIONS} as $$
begin
  update invoice_balance b set balance_ore = b.balance_ore + s.amount, credited_ore = b.credited_ore + s.credited,
    written_off_ore = b.written_off_ore + s.written_off
  from (select e.invoice_id, sum(e.amount_ore) as amount, sum(case when v.kind = 'CREDIT' then -e.amount_ore else 0 end) as credited,
      sum(case when v.kind = 'WRITE_OFF' then -e.amount_ore else 0 end) as written_off
    from added e join voucher v on v.id = e.voucher_id where e.account = '1500' and e.invoice_id is not null group by e.invoice_id) s
  where b.invoice_id = s.invoice_id;
  return null;
end $$;
revoke execute on function entries_settle() from public;
create trigger settle after insert on ledger_entry referencing new table as added for each statement execute function entries_settle();
`;

/** Whoever closes waits for those who post, and the other way round; what was closed stays closed. */
const PERIOD = `
create table closed_period (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  through date not null,
  closed_at timestamptz not null,
  closed_by bigint not null references staff_user,
  unique (organisation_id, through)
);
create trigger audit after insert or update or delete on closed_period for each row execute function audit_change('-');
create trigger stands before update or delete on closed_period for each row execute function stands_as_written();
create trigger no_truncate before truncate on closed_period for each statement execute function stands_as_written();
create function voucher_in_open_period() returns trigger ${OPTIONS} as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('close the books of ' || new.organisation_id, 0));
  if exists (select from closed_period c where c.organisation_id = new.organisation_id and c.through >= new.booked_on) then
    raise exception 'the books are closed through that day' using errcode = 'check_violation', constraint = 'voucher_in_open_period';
  end if;
  return new;
end $$;
create function period_closes() returns trigger ${OPTIONS} as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('close the books of ' || new.organisation_id, 0));
  if exists (select from closed_period c where c.organisation_id = new.organisation_id and c.through >= new.through) then
    raise exception 'closed already' using errcode = 'check_violation', constraint = 'period_closes';
  end if;
  return new;
end $$;
revoke execute on function voucher_in_open_period(), period_closes() from public;
create trigger in_open_period before insert on voucher for each row execute function voucher_in_open_period();
create trigger closes before insert on closed_period for each row execute function period_closes();
`;

/** Nothing is issued that is not in the books, with its own sum. */
const ISSUED = `
create function invoice_is_booked() returns trigger ${OPTIONS} as $$
begin
  if not exists (select from voucher v join ledger_entry e on e.voucher_id = v.id and e.account = '1500'
    where v.invoice_id = new.id and v.kind = case new.kind when 'INVOICE' then 'ISSUE' else 'CREDIT' end
      and e.invoice_id = coalesce(new.credits_id, new.id) and abs(e.amount_ore) = new.gross_ore) and new.gross_ore > 0 then
    raise exception 'what is issued is booked' using errcode = 'check_violation', constraint = 'invoice_is_booked';
  end if;
  return null;
end $$;
revoke execute on function invoice_is_booked() from public;
create constraint trigger is_booked after insert on invoice deferrable initially deferred for each row execute function invoice_is_booked();
`;

/** Whoever looks after orders may know how the order's invoice stands; no other column of it, and nothing of the books. */
const STATUS = `
create function order_invoice_books(asked bigint)
returns table (id bigint, number text, gross_ore bigint, credited_ore bigint, written_off_ore bigint, balance_ore bigint, due_on date)
language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
begin
  return query select i.id, i.number, b.gross_ore, b.credited_ore, b.written_off_ore, b.balance_ore, b.due_on
    from invoice i join invoice_balance b on b.invoice_id = i.id
    where i.order_id = asked and i.withheld_from is null and app_scope('order.read:invoiceStatus') in (i.organisation_id, 0)
    order by i.id desc limit 1;
end $$;
revoke execute on function order_invoice_books(bigint) from public;
grant execute on function order_invoice_books(bigint) to ${APP_ROLE};
`;

const add = ['select', 'insert'] as const;
const books = { see: ofOrganisation('ledger'), change: ofOrganisation('ledger.write') };

const WALLS = [
  wall('voucher', { ...books, app: add, job: add }),
  wall('ledger_entry', { ...books, app: add, job: add }),
  wall('closed_period', { ...books, app: add, job: ['select'] }),
].join('\n');
