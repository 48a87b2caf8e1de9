/** The statements of the books: what is closed, what was posted day by day, and all of it for the journal export. */

/** $1 organisation. */
export const CLOSINGS = `select c.id::text, c.through::text, c.closed_at as "closedAt", json_build_object('id', s.id::text, 'name', s.name) as "closedBy"
from closed_period c join staff_user s on s.id = c.closed_by where c.organisation_id = $1 order by c.through desc limit 24`;

/** $1 organisation, $2 the first day. */
export const DAYS = `select v.booked_on::text as "on", count(distinct v.id)::int as vouchers,
  coalesce(sum(e.amount_ore) filter (where e.amount_ore > 0), 0)::text as "debitOre", coalesce(-sum(e.amount_ore) filter (where e.amount_ore < 0), 0)::text as "creditOre"
from voucher v join ledger_entry e on e.voucher_id = v.id where v.organisation_id = $1 and v.booked_on >= $2
group by v.booked_on order by v.booked_on desc limit 31`;

export const CLOSE =
  'insert into closed_period (organisation_id, through, closed_at, closed_by) values ($1, $2, $3, app_actor())';

/** $1 organisation, $2 first day, $3 last day. Of a person who is billed herself there is no number, and no name. */
export const EXPORTED = `select v.id::text as "voucherId", v.number as voucher, v.kind, v.booked_on::text as "bookedOn", v.booked_at as "bookedAt", v.text, e.line,
  e.account, e.amount_ore::text as "amountOre", i.number as invoice, i.buyer_org_number as "customer", d.vat_percent as "vatPercent"
from voucher v join ledger_entry e on e.voucher_id = v.id left join invoice i on i.id = e.invoice_id left join invoice d on d.id = v.invoice_id
where v.organisation_id = $1 and v.booked_on between $2 and $3 order by v.id, e.line`;

/** Of each account, before the first day ($2) and at the end of the last one ($3). */
export const BALANCES = `select a.number as account, a.name, coalesce(sum(s.amount) filter (where s.booked_on < $2), 0)::text as "openingOre",
  coalesce(sum(s.amount), 0)::text as "closingOre"
from ledger_account a left join (select e.account, v.booked_on, sum(e.amount_ore) as amount from voucher v join ledger_entry e on e.voucher_id = v.id
  where v.organisation_id = $1 and v.booked_on <= $3 group by 1, 2) s on s.account = a.number
group by a.number, a.name order by a.number`;
