import { Migration } from '@mikro-orm/migrations';
import { ofOrganisation, wall } from './row-security.ts';

/** Files from the bank and the payments in them (docs/decisions/0712-payments.md). */
export class Migration20261126000141_payments extends Migration {
  override up(): void {
    for (const sql of [FILE, PAYMENT, PLACING, STANDS, WALLS]) this.addSql(sql);
  }
}

/** The same bytes are the same file: once in an organisation. */
const FILE = `
create table payment_file (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  name text not null check (length(name) between 1 and 200),
  format text not null check (format in ('OCR_GIRO', 'CAMT_054')),
  sha256 bytea not null check (octet_length(sha256) = 32),
  payments int not null check (payments >= 0),
  total_ore bigint not null check (total_ore >= 0),
  faults jsonb not null,                 -- what could not be used: line, code, what stood there
  imported_at timestamptz not null,
  imported_by bigint not null references staff_user,
  unique (organisation_id, sha256)
);
create trigger audit after insert or update or delete on payment_file for each row execute function audit_change('-', 'faults');
`;

/**
 * NEW is not in the books yet: the clock books it, on the invoice of its KID or on 2990. OPEN waits for a person, with what is left of
 * it in open_ore; POSTED is placed whole.
 */
const PAYMENT = `
create table payment (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  file_id bigint not null references payment_file,
  line int not null check (line > 0),
  kid text check (length(kid) <= 140),
  amount_ore bigint not null check (amount_ore > 0),
  booked_on date not null,
  payer_account text check (length(payer_account) <= 40),
  payer_name text check (length(payer_name) <= 400),
  message text check (length(message) <= 400),
  archive_reference text check (length(archive_reference) <= 140),
  status text not null default 'NEW' check (status in ('NEW', 'OPEN', 'POSTED')),
  open_ore bigint not null default 0 check (open_ore between 0 and amount_ore),
  version int not null default 1,
  check ((status = 'OPEN') = (open_ore > 0)),
  unique (file_id, line)
);
create index payment_new on payment (id) where status = 'NEW';
create index payment_open on payment (organisation_id, id desc) where status = 'OPEN';
create index payment_list on payment (organisation_id, id desc);
create index invoice_balance_amount on invoice_balance (balance_ore, invoice_id) where balance_ore > 0;
create trigger audit after insert or update or delete on payment for each row execute function
  audit_change('-', 'payer_account', 'payer_name', 'message');
`;

/** A person's word for where money went; what the clock placed has none. */
const PLACING = `
create table payment_placing (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  payment_id bigint not null references payment on delete cascade,
  invoice_id bigint references invoice on delete set null,
  amount_ore bigint not null check (amount_ore > 0),
  reason text not null check (length(reason) between 1 and 1000),
  placed_at timestamptz not null,
  placed_by bigint not null references staff_user
);
create index payment_placing_payment on payment_placing (payment_id, id);
create index payment_placing_invoice on payment_placing (invoice_id) where invoice_id is not null;
create trigger audit after insert or update or delete on payment_placing for each row execute function audit_change('-', 'reason');
create trigger stands before update or delete on payment_placing for each row execute function stands_as_written('invoice_id');
`;

/** What the bank said stays as it said it. */
const STANDS = `
create function payment_stands() returns trigger language plpgsql as $$
declare may_move text[] := array['status', 'open_ore', 'version'];
begin
  if to_jsonb(new) - may_move <> to_jsonb(old) - may_move then
    raise exception 'a payment stands as the bank told it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands before update on payment for each row execute function payment_stands();
create trigger stands before update on payment_file for each row execute function stands_as_written();
`;

const books = { see: ofOrganisation('payment'), change: ofOrganisation('payment.write') };

const WALLS = [
  wall('payment_file', { ...books, app: ['select', 'insert'] }),
  wall('payment', { ...books, app: ['select', 'insert', 'update'], job: ['select', 'update'] }),
  wall('payment_placing', { ...books, app: ['select', 'insert'] }),
].join('\n');
