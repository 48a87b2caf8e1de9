/** The statements of issuing invoices anew. */

/** What the buyer has paid and stands to her credit, of invoice i. */
const PAID = `(select coalesce(-sum(e.amount_ore), 0) from ledger_entry e join voucher v on v.id = e.voucher_id
  where e.invoice_id = i.id and e.account = '1500' and v.kind in ('PAYMENT', 'MOVE', 'REFUND'))`;
const BILLED = `i.id::text, i.kind, i.number, i.kid, i.payment, i.order_number as "orderNumber", i.issued_on::text as "issuedOn", i.due_on::text as "dueOn",
  i.customer_reference as "customerReference", i.firm_id::text as "firmId", i.buyer_name as "firmName", i.buyer_org_number as "orgNumber",
  coalesce((select o.ordered_on from card_order o where o.id = i.order_id), i.issued_on)::text as "orderedOn",
  i.gross_ore::text as "grossOre", coalesce(b.credited_ore, 0)::text as "creditedOre", coalesce(b.written_off_ore, 0)::text as "writtenOffOre",
  coalesce(b.balance_ore, 0)::text as "balanceOre", ${PAID}::text as "paidOre",
  (select max(c.through)::text from closed_period c where c.organisation_id = i.organisation_id) as "closedThrough"`;

/** $1 invoices, $2 the proposal that does not count as another one, or null. */
export const FACTS = `select ${BILLED},
  exists (select from reissue_row r where r.invoice_id = i.id and r.state = 'WAITING' and r.proposal_id is distinct from $2::bigint) as proposed
from invoice i left join invoice_balance b on b.invoice_id = i.id where i.id = any ($1::bigint[]) order by i.id`;

/** $1 the year: what the series give next, if nobody is faster. */
export const NEXT_NUMBERS = `select coalesce(max(n.last) filter (where n.name = 'invoice ' || $1), 0)::int as invoice,
  coalesce(max(n.last) filter (where n.name = 'credit note ' || $1), 0)::int as credit_note from number_series n`;

export const ADD_PROPOSAL = `insert into reissue_proposal (organisation_id, firm_id, case_id, cause, reference, proposed_by, proposed_at)
values ($1, $2, $3, $4, $5, $6, $7) returning id::text`;
export const ADD_ROWS = `insert into reissue_row (organisation_id, proposal_id, invoice_id)
select $1, $2, i from unnest($3::bigint[]) with ordinality u (i, place) order by place`;

export const LOCK_PROPOSAL = `select p.id::text, p.organisation_id as "organisationId", p.firm_id::text as "firmId", p.case_id::text as "caseId", p.state,
  p.reference, p.proposed_by::text as "proposedBy", p.version,
  array(select r.invoice_id::text from reissue_row r where r.proposal_id = p.id order by r.id) as "invoiceIds"
from reissue_proposal p where p.id = $1 for update`;
/** $2 state, $3 who, $4 when, $5 why, $6 what the checker saw. */
export const SETTLE = `update reissue_proposal set state = $2, settled_by = $3, settled_at = $4, reason = $5, digest = $6, version = version + 1 where id = $1`;
export const DROP_ROWS = `update reissue_row set state = 'DROPPED' where proposal_id = $1 and state = 'WAITING'`;
export const REFUSE_ROW = `update reissue_row set state = 'REFUSED', problem = $3, done_at = $4 where proposal_id = $1 and invoice_id = $2 and state = 'WAITING'`;
export const END_ROW = `update reissue_row set state = 'DONE', credit_note_id = $3, new_invoice_id = $4, moved_ore = $5, done_at = $6
where proposal_id = $1 and invoice_id = $2 and state = 'WAITING' returning id`;

/** One that has its turn; whoever takes it holds it. */
export const NEXT_ROW = `select r.proposal_id::text as "proposalId", r.invoice_id::text as "invoiceId", p.reference
from reissue_row r join reissue_proposal p on p.id = r.proposal_id where r.id = (select w.id from reissue_row w join reissue_proposal p on p.id = w.proposal_id
  where w.state = 'WAITING' and p.state = 'APPROVED' order by w.id limit 1 for update of w skip locked)`;

/** By the payment that brought it. */
export const PAID_PARTS = `select e.payment_id::text as "paymentId", (-sum(e.amount_ore))::text as "amountOre" from ledger_entry e join voucher v on v.id = e.voucher_id
where e.invoice_id = $1 and e.account = '1500' and v.kind in ('PAYMENT', 'MOVE', 'REFUND') group by e.payment_id having sum(e.amount_ore) <> 0
order by e.payment_id nulls last`;

/** The last row ends the proposal, once. */
export const FINISH = `update reissue_proposal p set finished_at = $2, version = version + 1
where p.id = $1 and p.finished_at is null and not exists (select from reissue_row r where r.proposal_id = p.id and r.state = 'WAITING')
returning p.organisation_id as "organisationId"`;
/** Everyone whose order was billed anew, once, in her language; who has address protection is written to by others. */
export const TO_TELL = `select distinct on (lower(i.orderer_email)) i.id::text as "itemId", i.orderer_language as language
from reissue_row r join invoice n on n.id = r.new_invoice_id join order_item i on i.order_id = n.order_id
where r.proposal_id = $1 and r.state = 'DONE' and i.withheld_from is null and i.orderer_email <> '' order by lower(i.orderer_email), i.id`;
export const QUEUE_MAIL = `insert into outbox_mail (organisation_id, order_item_id, template, language, subject_id, dedupe, message_id, send_after)
values ($1, $2, 'INVOICE_REISSUED', $3, $4, $5, $6, $7) on conflict (dedupe) do nothing`;

const COUNTS = `(select count(*)::int from reissue_row r where r.proposal_id = p.id) as invoices,
  (select count(*)::int from reissue_row r where r.proposal_id = p.id and r.state = 'DONE') as done,
  (select count(*)::int from reissue_row r where r.proposal_id = p.id and r.state = 'REFUSED') as refused,
  (select count(*)::int from reissue_row r where r.proposal_id = p.id and r.state = 'WAITING') as waiting,
  (select i.number from reissue_row r join invoice i on i.id = r.invoice_id where r.proposal_id = p.id order by r.id limit 1) as "firstNumber",
  (select coalesce(sum(i.gross_ore), 0)::text from reissue_row r join invoice i on i.id = r.invoice_id where r.proposal_id = p.id) as "grossOre"`;
const staff = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'name', ${alias}.name) end`;
const PROPOSAL = `p.id::text, p.state, p.cause, p.reference, p.version, p.proposed_at as "proposedAt", p.settled_at as "settledAt", p.finished_at as "finishedAt",
  p.reason, f.id::text as "firmId", f.name as "firmName", f.org_number as "orgNumber", p.case_id::text as "caseId",
  (select c.number from desk_case c where c.id = p.case_id) as "caseNumber", ${staff('m')} as "proposedBy", ${staff('s')} as "settledBy", ${COUNTS}
from reissue_proposal p join organisation f on f.id = p.firm_id join staff_user m on m.id = p.proposed_by left join staff_user s on s.id = p.settled_by`;

export const ONE_PROPOSAL = `select ${PROPOSAL} where p.id = $1`;
export const ROWS_OF = `select r.invoice_id::text as "invoiceId", r.state, r.problem, r.moved_ore::text as "movedOre", r.done_at as "doneAt",
  case when c.id is not null then json_build_object('id', c.id::text, 'number', c.number, 'kid', c.kid, 'dueOn', c.due_on) end as "creditNote",
  case when n.id is not null then json_build_object('id', n.id::text, 'number', n.number, 'kid', n.kid, 'dueOn', n.due_on) end as "newInvoice"
from reissue_row r left join invoice c on c.id = r.credit_note_id left join invoice n on n.id = r.new_invoice_id where r.proposal_id = $1 order by r.invoice_id`;

const OF_STATE = `select ${PROPOSAL} where p.organisation_id = $1 and p.state = $2`;
/** $1 organisation, $2 state, $3 id to go on from, $4 how many. Who waits is first come, first served; what is settled is newest first. */
export const WORKLIST = {
  rising: {
    after: `${OF_STATE} and ($3::bigint is null or p.id > $3) order by p.id limit $4`,
    before: `${OF_STATE} and p.id < $3::bigint order by p.id desc limit $4`,
  },
  falling: {
    after: `${OF_STATE} and ($3::bigint is null or p.id < $3) order by p.id desc limit $4`,
    before: `${OF_STATE} and p.id > $3::bigint order by p.id limit $4`,
  },
} as const;
/** $1 organisation, $2 from when on. */
export const CAUSES = `select p.cause, count(*)::int as invoices from reissue_proposal p join reissue_row r on r.proposal_id = p.id and r.state = 'DONE'
where p.organisation_id = $1 and r.done_at >= $2 group by p.cause order by count(*) desc, p.cause`;
