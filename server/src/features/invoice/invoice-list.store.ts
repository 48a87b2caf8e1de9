/** The statements of the list of invoices: newest first, by state, or by any number that stands on one. */
import { InvoiceState } from './invoice.enums.ts';
import { BOOKS } from './invoice.sql.ts';

/** As invoice-state.rules.ts has it, of invoice_balance b on the day in $2; a test holds the two together. */
export const STATE_SQL: Readonly<Record<InvoiceState, string>> = {
  ISSUED: 'b.balance_ore > 0 and b.due_on >= $2::date and b.balance_ore >= b.gross_ore - b.credited_ore',
  PARTLY_PAID: 'b.balance_ore > 0 and b.due_on >= $2::date and b.balance_ore < b.gross_ore - b.credited_ore',
  OVERDUE: 'b.balance_ore > 0 and b.due_on < $2::date',
  PAID: 'b.balance_ore = 0 and b.written_off_ore <= 0 and (b.gross_ore = 0 or b.credited_ore < b.gross_ore)',
  OVERPAID: 'b.balance_ore < 0',
  CREDITED: 'b.balance_ore = 0 and b.gross_ore > 0 and b.credited_ore > 0 and b.credited_ore = b.gross_ore',
  WRITTEN_OFF: 'b.balance_ore = 0 and b.written_off_ore > 0 and b.credited_ore < b.gross_ore',
};

const ROW = `i.id::text, i.kind, i.number, i.kid, i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.buyer_name as "buyerName",
  i.buyer_org_number as "buyerOrgNumber", i.customer_reference as "customerReference", i.order_id::text as "orderId", i.order_number as "orderNumber",
  i.gross_ore::text as "grossOre", i.person_id::text, ${BOOKS} as books`;

/** What somebody calls an invoice by; each look-up has its index. */
const named = (value: string) => `i.id in (select f.id from invoice f where f.number = ${value}
  union all select f.id from invoice f where f.kind = 'INVOICE' and f.kid = ${value}
  union all select f.id from invoice f where f.order_number = ${value}
  union all select f.id from invoice f where f.internal_order_number = ${value}
  union all select f.id from invoice f where f.customer_reference is not null and f.customer_reference = ${value}
  union all select f.id from organisation o join invoice f on f.firm_id = o.id where o.org_number = ${value})`;

const pageOf = (from: string, where: string, id: string) => ({
  after: `select ${ROW} from ${from} where ${where} and ($3::bigint is null or ${id} < $3) order by ${id} desc limit 101`,
  before: `select ${ROW} from ${from} where ${where} and ${id} > $3::bigint order by ${id} limit 101`,
});

const ALL = 'invoice i left join invoice_balance b on b.invoice_id = i.id';
const OF_BALANCE = 'invoice_balance b join invoice i on i.id = b.invoice_id';

/** Every statement takes the day, whether the state asks for it or not. */
const ON_DAY = '($2::date is not null)';

type Way = 'after' | 'before';

export interface InvoiceWhere {
  readonly state: InvoiceState | null;
  readonly text: string | null;
}

/** $1 organisation, $2 today, $3 id to go on from, $4 the text when there is one. */
export function listSql({ state, text }: InvoiceWhere, way: Way): string {
  if (text !== null) {
    const where = state ? `${ON_DAY} and ${STATE_SQL[state]}` : ON_DAY;
    return pageOf(ALL, `i.organisation_id = $1 and ${where} and ${named('$4')}`, 'i.id')[way];
  }
  if (state)
    return pageOf(OF_BALANCE, `b.organisation_id = $1 and ${ON_DAY} and ${STATE_SQL[state]}`, 'b.invoice_id')[
      way
    ];
  return pageOf(ALL, `i.organisation_id = $1 and ${ON_DAY}`, 'i.id')[way];
}

/** How many stand how, each up to what a count says; $1 organisation, $2 today. */
export const FACETS = Object.values(InvoiceState)
  .map(
    state => `select '${state}' as state, (select count(*)::int from (select 1 from ${OF_BALANCE}
  where b.organisation_id = $1 and ${STATE_SQL[state]} limit 1001) x) as n`,
  )
  .join(' union all ');

/** For the search: $1 organisation, $2 what was typed. */
export const FIND_INVOICES = `select 'INVOICE' as "group", i.person_id as "personId", i.id, null::bigint as "caseId", i.number as title,
  concat_ws(' · ', i.buyer_name, i.order_number) as subtitle, null as status
from invoice i where i.organisation_id = $1 and ${named('$2')} order by i.id desc limit 8`;
