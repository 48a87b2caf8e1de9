/** The one statement behind the page of an enquiry: what was written, the invoice as it was issued, what else may fit, and the answers. */
import { BOOKS, DOCUMENT } from '../invoice/invoice.sql.ts';

const POSTS = `(select json_agg(json_build_object('id', p.id::text, 'receivedAt', p.received_at, 'sender', p.sender, 'subject', p.subject, 'text', p.body,
  'attachments', p.attachments) order by p.id desc) from (select * from invoice_query_post p where p.case_id = q.case_id order by p.id desc limit 10) p)`;

const INVOICE = `(select json_build_object('id', i.id::text, 'payment', i.payment, 'replacedBy', (select r.number from invoice r where r.replaces_id = i.id),
  'document', ${DOCUMENT}, 'books', ${BOOKS}) from invoice i left join invoice_balance b on b.invoice_id = i.id where i.id = q.invoice_id)`;

const CANDIDATE = `json_build_object('id', i.id::text, 'kind', i.kind, 'number', i.number, 'issuedOn', i.issued_on, 'buyerName', i.buyer_name,
  'buyerOrgNumber', i.buyer_org_number, 'orderNumber', i.order_number, 'grossOre', i.gross_ore, 'fits', x.fits)`;

/** Those that have one of the numbers, then the newest of the firms that were named. */
const CANDIDATES = `(select json_agg(${CANDIDATE} order by x.fits desc, i.id desc)
  from (select id, bool_or(fits) as fits from (
      (select (c ->> 'id')::bigint as id, true as fits from jsonb_array_elements(t.told -> 'candidates') c limit 10)
      union all (select n.id, false from (select distinct (f ->> 'firmId')::bigint as firm_id from jsonb_array_elements(t.told -> 'named') f limit 3) d
        cross join lateral (select i.id from invoice i where i.firm_id = d.firm_id order by i.id desc limit 3) n)) y
    where q.state = 'AMBIGUOUS' group by id) x
  join invoice i on i.id = x.id)`;

const UNITS = `(select json_object_agg(o.org_number, case when o.parent_id is null then 'MAIN_UNIT' else 'SUB_UNIT' end)
  from organisation o where o.org_number = any (q.named))`;

const ANSWERS = `(select json_agg(json_build_object('id', a.id::text, 'outcome', a.outcome, 'answeredAt', a.answered_at, 'answeredBy', u.name,
  'recipient', a.recipient, 'language', a.language, 'paragraphs', a.paragraphs, 'codeLines', a.code_lines,
  'mailStatus', (select m.status from outbox_mail m where m.dedupe = 'invoice-answer:' || a.id)) order by a.id desc)
  from (select * from invoice_answer a where a.case_id = q.case_id order by a.id desc limit 10) a join staff_user u on u.id = a.answered_by)`;

/** $1 case. */
export const INVOICE_QUERY = `select q.case_id::text as "caseId", q.contact_name as "contactName", q.contact_email as "contactEmail", q.company,
  q.wanted_reference as "wantedReference", q.state, q.reason, q.found_by as "foundBy", q.found_from as "foundFrom", q.confirmed_by as "confirmedBy",
  q.chosen_reason as "chosenReason", q.named, t.told, ${POSTS} as posts, ${INVOICE} as invoice, ${CANDIDATES} as candidates, ${UNITS} as units, ${ANSWERS} as answers
from (select * from invoice_query q where q.case_id = $1) q
cross join lateral (select invoices_asked_about(q.asked, q.named, q.contact_email) as told) t`;
