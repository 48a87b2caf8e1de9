import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';

/** Invoices go five years after the end of their year, all of an order together; the books keep the figures, which name nobody. */
export class Migration20261126000102_books_erasure extends Migration {
  override up(): void {
    this.addSql(ERASE);
    this.addSql(LINES);
  }
}

const OPTIONS = 'language plpgsql security definer set search_path = public, pg_temp';
const LEAST = `(date_trunc('year', now() - interval '5 years'))::date`;

/** Whatever the caller says, nothing younger than the law asks for, nothing that is owed, and nothing the books touched since. */
const ERASE = `
create function invoices_are_erasable(asked bigint, before date) returns boolean language sql stable as $$
  select not exists (select from invoice i where i.order_id = asked and i.issued_on >= least(before, ${LEAST}))
    and not exists (select from invoice i join invoice_balance b on b.invoice_id = i.id where i.order_id = asked and b.balance_ore <> 0)
    and not exists (select from invoice i join ledger_entry e on e.invoice_id = i.id join voucher v on v.id = e.voucher_id
      where i.order_id = asked and v.booked_on >= least(before, ${LEAST}))
$$;
create function erase_invoices(ids bigint[], before date) returns int ${OPTIONS} as $$
declare gone bigint[];
begin
  gone := array(select i.id from invoice i where i.order_id in (select o.order_id from invoice o where o.id = any(ids))
    and invoices_are_erasable(i.order_id, before));
  delete from invoice i where i.id = any(gone);
  return cardinality(gone);
end $$;
revoke execute on function erase_invoices(bigint[], date) from public;
grant execute on function erase_invoices(bigint[], date) to ${JOB_ROLE};
`;

/** As migration 20261123000290 has it; an order stays as long as its invoices. */
const LINES = `
create or replace function line_is_erasable(asked bigint) returns boolean language sql stable as $$
  select line_is_over(asked, now() - interval '5 years') and not exists (select from desk_case c where c.order_item_id = asked)
    and not exists (select from order_item i join invoice v on v.order_id = i.order_id where i.id = asked)
$$;
`;
