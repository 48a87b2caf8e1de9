/** What firms have asked finance about invoices of the demo: read and found by the desk's own rules, most of them answered. */
import type pg from 'pg';
import { DOCUMENT } from '../server/src/features/invoice/invoice.sql.ts';
import {
  type AskedInvoice,
  answerOf,
  offeredFaults,
} from '../server/src/features/invoice-query/answer.rules.ts';
import { type Finding, findInvoice } from '../server/src/features/invoice-query/finding.rules.ts';
import type { QueryOutcome } from '../server/src/features/invoice-query/invoice-query.enums.ts';
import { readQuery } from '../server/src/features/invoice-query/invoice-query.rules.ts';
import { askedIn, type Told } from '../server/src/features/invoice-query/lookup.readmodel.ts';
import { columnsOf } from '../server/src/features/invoice-query/open-query.write.ts';
import { addWorkingDays, osloDate } from '../server/src/platform/calendar/calendar.ts';
import { STAFF } from './factories/staff.ts';
import { type AskedAbout, WRITTEN_QUERIES, type WrittenQuery } from './invoice-query-texts.ts';

const QUERIES = 300;
/** Of the newest so many are open, and so many more wait for the firm. */
const OPEN = 40;
const WAITING = 8;
const DUE_DAYS = 5;
const HOUR = 3_600_000;

/** Spread evenly over the invoices of firms. */
const INVOICES = `select i.id::text, i.number, i.kid, i.order_number as "order", i.internal_order_number as internal, i.buyer_org_number as main,
  l.unit_org_number as unit, i.buyer_name as firm, i.customer_reference as reference, i.issued_at as "issuedAt", i.payment, ${DOCUMENT} as document
from (select i.*, row_number() over (order by i.id desc) as place, count(*) over () as n from invoice i where i.kind = 'INVOICE' and i.buyer_org_number is not null
    and i.withheld_from is null) i
join invoice_line l on l.invoice_id = i.id and l.line = 1
where i.place % greatest(1, i.n / $1) = 0 order by i.id limit $1`;
const LOOK_UP = 'select invoices_asked_about($1, $2, $3) as told';
const CASE = `with numbered as (insert into number_series as s (name, last) values ('case ' || $1, 1)
  on conflict (name) do update set last = s.last + 1 returning last)
insert into desk_case (organisation_id, number, kind, queue, status, channel, language, title, subject_organisation_id, opened_on, due_days, due_on,
  created_at, closed_at, hold_reason, hold_until, last_worker_id)
select 1, $1 || '/' || lpad(last::text, 6, '0'), 'INVOICE_QUERY', 'INVOICE_QUERY', $2, $3, $4, $5,
  (select coalesce(o.parent_id, o.id) from organisation o where o.org_number = $6), $7, ${DUE_DAYS}, $8, $9, $10, $11, $12, $13 from numbered returning id::text`;
const QUERY = `insert into invoice_query (case_id, organisation_id, contact_name, contact_email, company, wanted_reference, asked, named,
  state, reason, invoice_id, found_by, found_from, confirmed_by) values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const POST = `insert into invoice_query_post (organisation_id, case_id, received_at, sender, body) values (1, $1, $2, $3, $4)`;
const EVENT = `insert into case_event (organisation_id, case_id, at, type, actor_id, old_value, new_value) values (1, $1, $2, $3, $4, $5, $6)`;
const HOLD = `insert into case_hold (organisation_id, case_id, from_on, reason, created_by) values (1, $1, $2, 'AWAITING_FIRM', $3)`;
const ANSWER = `insert into invoice_answer (organisation_id, case_id, invoice_id, outcome, language, recipient, paragraphs, code_lines, answered_by, answered_at)
values (1, $1, $2, $3, $4, $5, $6, '{}', $7, $8)`;

/** What each day brought and took, on hold too; the trigger that counts is silent while the demo is made. */
const QUEUE_DAYS = `insert into queue_day (organisation_id, queue, day, opened, closed)
select 1, 'INVOICE_QUERY', d.day, sum(d.opened), sum(d.closed) from (
  select opened_on as day, 1 as opened, 0 as closed from desk_case where queue = 'INVOICE_QUERY'
  union all select (closed_at at time zone 'Europe/Oslo')::date, 0, 1 from desk_case where queue = 'INVOICE_QUERY' and closed_at is not null
  union all select h.from_on, 0, 1 from desk_case c join case_hold h on h.case_id = c.id where c.queue = 'INVOICE_QUERY' and c.status = 'ON_HOLD') d
group by d.day`;

interface InvoiceRow extends AskedAbout {
  readonly id: string;
  readonly issuedAt: Date;
  readonly payment: AskedInvoice['payment'];
  readonly document: AskedInvoice['document'];
}

interface Plan {
  readonly about: InvoiceRow;
  readonly written: WrittenQuery;
  readonly openedAt: Date;
  readonly status: 'OPEN' | 'ON_HOLD' | 'CLOSED';
  readonly today: string;
  readonly email: string;
}

/** After the invoices: without any, nobody asks. */
export async function seedInvoiceQueries(client: pg.ClientBase, now: Date): Promise<void> {
  const { rows: invoices } = await client.query<InvoiceRow>(INVOICES, [QUERIES]);
  await client.query(`select set_config('app.scopes', ' invoice-query.write=0', true)`);
  for (const [n, about] of invoices.entries())
    await tell(client, planOf(n, about, { now, of: invoices.length }));
  await client.query(`select set_config('app.scopes', '', true)`);
  await client.query(QUEUE_DAYS);
}

function planOf(n: number, about: InvoiceRow, { now, of }: { now: Date; of: number }): Plan {
  const written = WRITTEN_QUERIES[n % WRITTEN_QUERIES.length] as WrittenQuery;
  const fromEnd = of - 1 - n;
  const open = fromEnd < OPEN;
  const daysAgo = open ? 0.2 + (fromEnd % 6) : 7 + fromEnd / 2;
  const openedAt = new Date(now.getTime() - daysAgo * 24 * HOUR);
  const waits = !open && fromEnd < OPEN + WAITING;
  const status = open ? 'OPEN' : waits ? 'ON_HOLD' : 'CLOSED';
  return {
    about,
    written,
    openedAt,
    status,
    today: osloDate(now),
    email: `regnskap${about.main.slice(-4)}@firma.example`,
  };
}

async function tell(client: pg.ClientBase, plan: Plan): Promise<void> {
  const { about, written, openedAt, email } = plan;
  const read = readQuery(written.text(about));
  const asked = askedIn([read.text]);
  const { rows } = await client.query<{ told: Told }>(LOOK_UP, [asked.asked, asked.named, email]);
  const told = rows[0]?.told;
  if (!told) throw new Error('the lookup gave no answer');
  const finding = findInvoice(asked.numbers, told.candidates, told);
  const caseId = await openCase(client, plan, read.company ?? about.firm);
  const wanted = read.wantedReference?.text ?? null;
  const query = [caseId, null, email, read.company, wanted, asked.asked, asked.named, ...columnsOf(finding)];
  await client.query(QUERY, query);
  await client.query(POST, [caseId, openedAt, email, read.text]);
  await client.query(EVENT, [caseId, openedAt, 'CASE_OPENED', null, null, 'EMAIL']);
  if (finding.state === 'FOUND')
    await client.query(EVENT, [caseId, openedAt, 'INVOICE_FOUND', null, finding.foundBy, finding.foundFrom]);
  if (plan.status !== 'OPEN') await answer(client, plan, { caseId, finding });
}

const answeredAt = ({ openedAt }: Plan): Date => new Date(openedAt.getTime() + 26 * HOUR);

async function openCase(client: pg.ClientBase, plan: Plan, title: string): Promise<string> {
  const { written, openedAt, status, about } = plan;
  const openedOn = osloDate(openedAt);
  const closedAt = status === 'CLOSED' ? answeredAt(plan) : null;
  const holdUntil = status === 'ON_HOLD' ? addWorkingDays(plan.today, 5) : null;
  const { rows } = await client.query<{ id: string }>(CASE, [
    ...[openedOn.slice(0, 4), status, 'EMAIL', written.language, title, about.main, openedOn],
    ...[addWorkingDays(openedOn, DUE_DAYS), openedAt, closedAt, holdUntil && 'AWAITING_FIRM', holdUntil],
    status === 'OPEN' ? null : STAFF.mona.id,
  ]);
  return rows[0]?.id ?? '';
}

interface Found {
  readonly caseId: string;
  readonly finding: Finding;
}

async function answer(client: pg.ClientBase, plan: Plan, { caseId, finding }: Found): Promise<void> {
  const { about, written, email, status } = plan;
  const found = finding.state === 'FOUND';
  const facts = {
    ...{ language: written.language, contactName: null, comment: null, wantedReference: null },
    invoice: found
      ? { document: about.document, payment: about.payment, balanceOre: 1, replaced: false }
      : null,
    reason: found ? null : finding.reason,
  };
  const outcome = outcomeOf(plan, offeredFaults(facts));
  const at = answeredAt(plan);
  if (status === 'CLOSED') await client.query(EVENT, [caseId, at, 'CLOSED', STAFF.mona.id, null, 'ANSWERED']);
  // Closed by hand, without a mail.
  if (outcome === null) return;
  const { paragraphs } = answerOf(outcome, facts, []);
  const invoiceId = found && outcome !== 'EARLIER_ISSUER' ? about.id : null;
  await client.query(ANSWER, [
    caseId,
    invoiceId,
    outcome,
    written.language,
    email,
    paragraphs,
    STAFF.mona.id,
    at,
  ]);
  await client.query(EVENT, [caseId, at, 'QUERY_ANSWERED', STAFF.mona.id, null, outcome]);
  if (status === 'ON_HOLD') await client.query(HOLD, [caseId, osloDate(at), STAFF.mona.id]);
}

/** As it was wished, when it fits what was found; null for none. */
function outcomeOf({ status, written }: Plan, offered: readonly string[]): QueryOutcome | null {
  if (status === 'ON_HOLD') return 'ASKED_BACK';
  const wished = written.outcome;
  return wished !== null && wished !== 'ASKED_BACK' && offered.includes(wished) ? wished : null;
}
