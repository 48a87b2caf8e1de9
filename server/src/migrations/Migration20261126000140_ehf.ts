import { Migration } from '@mikro-orm/migrations';
import { ofOrganisation, wall } from './row-security.ts';

/** An EHF for every invoice and credit note that is billed by invoice (docs/decisions/0711-one-ehf-an-invoice.md). */
export class Migration20261126000140_ehf extends Migration {
  override up(): void {
    for (const sql of [MESSAGE, QUEUED, STANDS, WALL]) this.addSql(sql);
  }
}

/** The XML is kept as it was handed over: that it was sent so is what finance shows a firm. It names firms only. */
const MESSAGE = `
create table ehf_message (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  invoice_id bigint not null unique references invoice on delete cascade,
  message_id uuid not null unique default gen_random_uuid(),  -- the same on every try: the network delivers it once
  status text not null default 'QUEUED'
    check (status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'NOT_A_RECEIVER')),
  attempts int not null default 0 check (attempts >= 0),
  queued_at timestamptz not null,
  send_after timestamptz not null,
  claimed_at timestamptz,
  last_error text check (length(last_error) <= 500),
  xml text,
  sha256 bytea check (octet_length(sha256) = 32),
  sent_at timestamptz,
  receipt text check (length(receipt) <= 200),
  settled_at timestamptz,
  version int not null default 1,
  check ((xml is null) = (sha256 is null)),
  check (status not in ('SENT', 'DELIVERED') or sent_at is not null)
);
create index ehf_message_due on ehf_message (send_after, id) where status = 'QUEUED';
create index ehf_message_claimed on ehf_message (claimed_at) where status = 'SENDING';
create index ehf_message_sent on ehf_message (send_after, id) where status = 'SENT';
create index ehf_message_failed on ehf_message (organisation_id, id desc) where status in ('FAILED', 'NOT_A_RECEIVER');
create trigger audit after insert or update or delete on ehf_message for each row execute function audit_change('-', 'xml', 'sha256');
`;

/** In the transaction that issues: whatever is issued to be billed by invoice is queued, and nothing that was rolled back ever is. */
const QUEUED = `
create function invoice_queues_ehf() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into ehf_message (organisation_id, invoice_id, queued_at, send_after) values (new.organisation_id, new.id, new.issued_at, new.issued_at);
  return null;
end $$;
revoke execute on function invoice_queues_ehf() from public;
create trigger queues_ehf after insert on invoice for each row
  when (new.payment = 'INVOICE' and new.buyer_org_number is not null) execute function invoice_queues_ehf();
`;

/** What was handed over is not written anew. */
const STANDS = `
create function ehf_stands_as_sent() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and (new.xml is distinct from old.xml or new.message_id <> old.message_id) and new.sent_at is not null then
    raise exception 'an EHF stands as it was sent' using errcode = 'insufficient_privilege';
  end if;
  if new.invoice_id <> old.invoice_id then
    raise exception 'an EHF is of one invoice' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands before update on ehf_message for each row execute function ehf_stands_as_sent();
`;

const WALL = wall('ehf_message', {
  see: ofOrganisation('invoice'),
  change: ofOrganisation('invoice.write'),
  app: ['select', 'update'],
  job: ['select', 'update'],
});
