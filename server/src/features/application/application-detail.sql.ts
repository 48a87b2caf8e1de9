/** The one statement behind the application page: the application with everything about it as JSON; row security leaves out what is not the reader's. */
import { neverCame } from '../letter/letter-reach.store.ts';
import { APPLICATION_SCOPE_SQL, type ApplicationScope } from './application.policy.ts';

const STAFF = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'name', ${alias}.name) end`;
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const person = (column: string) => `(select json_build_object('id', p.id::text, 'name', p.name,
  'birthDate', p.birth_date, 'maskedNationalId', p.national_id_masked, 'dNumber', p.d_number, 'restricted', p.restricted)
  from person p where p.id = ${column})`;

const FIRM = `json_build_object('id', f.id::text, 'orgNumber', f.org_number, 'name', f.name, 'form', f.form, 'status', f.status,
  'sectorCode', f.sector_code, 'registeredOn', f.registered_on, 'employees', f.employees)`;
const DUTIES = `json_build_object('form', f.form, 'status', f.status, 'employees', f.employees, 'inCompanyRegister', f.in_company_register,
  'inVatRegister', f.in_vat_register)`;
const SAID = `(select json_agg(json_build_object('key', x.key, 'state', x.state, 'documentId', x.document_id::text, 'comment', x.comment,
  'saidBy', x.name, 'saidAt', ${utc('x.said_at')})) from (select distinct on (c.key) c.*, s.name from approval_condition c
  join staff_user s on s.id = c.said_by where c.application_id = a.id order by c.key, c.id desc) x)`;
const APPROVAL = `(select h.status from firm_approval h where h.firm_id = a.firm_id and h.register = a.register and h.to_at is null)`;

const WORKERS = `(select json_agg(json_build_object('person', ${person('w.person_id')}, 'relation', w.relation, 'cardStatus', card_of_worker(w.id)) order by w.id)
  from approval_worker w where w.application_id = a.id)`;

/** Those that count: struck ones stand in the case and prove nothing. */
const DOCUMENTS = `(select json_agg(json_build_object('id', d.id::text, 'kind', d.kind) order by d.id)
  from case_document d where d.case_id = a.case_id and d.struck_at is null)`;

const ORDERS = `(select json_agg(json_build_object('number', w.number, 'line', w.line, 'scheme', w.scheme, 'orderedOn', w.ordered_on,
  'status', w.status, 'outcome', w.outcome, 'cancelOn', w.cancel_on)) from orders_of_application(a.id) w)`;

const ENTRIES = `(select json_agg(json_build_object('id', e.id::text, 'fromOn', e.from_on, 'toOn', e.to_on, 'whileRole', e.while_role,
  'endedOn', e.ended_on, 'endReason', e.end_reason) order by e.id desc)
  from (select * from exception_entry e where e.application_id = a.id order by e.id desc limit 10) e)`;

const codesIn = (column: string) =>
  `(select coalesce(json_agg(x.one->>'code' order by x.place), '[]') from jsonb_array_elements(${column}) with ordinality x (one, place))`;

const DECISIONS = `(select json_agg(json_build_object('id', d.id::text, 'kind', d.kind, 'outcome', d.outcome, 'decidedOn', d.decided_on,
  'decidedBy', ${STAFF('by')}, 'approvedBy', ${STAFF('second')}, 'validFrom', d.valid_from, 'validTo', d.valid_to, 'whileRole', d.while_role,
  'appealDeadlineOn', case when not ${neverCame('d.id')} then greatest(d.appeal_deadline_on,
    (select max(l.deadline_on) from letter l where l.decision_id = d.id and l.status not in ('RETURNED', 'CANCELLED'))) end, 'replacesId', d.replaces_id::text,
  'digest', left(encode(d.digest, 'hex'), 8), 'groundCodes', ${codesIn('d.grounds')}, 'statuteCodes', ${codesIn('d.legal_refs')},
  'facts', coalesce(d.facts->'relied', '[]'), 'freeText', coalesce(d.free_text, '')) order by d.id desc)
  from (select * from decision d where d.application_id = a.id order by d.id desc limit 10) d
  left join staff_user by on by.id = d.decided_by left join staff_user second on second.id = d.approved_by)`;

const LETTERS = `(select json_agg(json_build_object('id', l.id::text, 'decisionId', l.decision_id::text, 'kind', l.kind, 'channel', l.channel,
  'status', l.status, 'createdAt', ${utc('l.created_at')}, 'returnedOn', l.returned_on,
  'resent', exists (select from letter n where n.resend_of = l.id and n.status <> 'CANCELLED'), 'sentAt', ${utc('l.sent_at')}) order by l.id desc)
  from (select * from letter l where l.application_id = a.id order by l.id desc limit 20) l)`;

const APPEALS = `(select json_agg(json_build_object('id', k.id::text, 'decisionId', k.decision_id::text, 'receivedOn', k.received_on,
  'deadlineOn', k.deadline_on, 'late', k.late, 'lateAccepted', k.late_accepted,
  'outcome', k.outcome, 'packaged', k.package_file_id is not null, 'bodyOutcome', k.body_outcome, 'bodyOutcomeOn', k.body_outcome_on, 'forwardedAt', ${utc('k.forwarded_at')}) order by k.id desc)
  from (select * from appeal k where k.application_id = a.id order by k.id desc limit 10) k)`;

/** $1 organisation of the actor, $2 the case. */
export const applicationDetailSql = (
  scope: ApplicationScope,
) => `select a.id::text, a.case_id::text, a.organisation_id,
  a.registrar_organisation_id, a.number, a.code, a.register, a.status, a.channel, a.version, a.language, a.received_on::text, a.handed_over_at,
  a.decided_on::text, a.wanted_from::text, a.evidence_ends_on::text, a.contact_name, a.contact_email, a.order_number, a.claims,
  a.person_id::text, a.related_person_id::text, ${STAFF('r')} as "registeredBy", o.name as registrar,
  case when a.organisation_id = $1::smallint then card_end_of_application(a.id) end::text as "cardExpiresOn",
  ${person('a.person_id')} as person, ${person('a.related_person_id')} as related, ${FIRM} as firm, ${DOCUMENTS} as documents,
  ${ORDERS} as "waitingOrders", ${ENTRIES} as entries, ${DECISIONS} as decisions, ${LETTERS} as letters, ${APPEALS} as appeals,
  ${DUTIES} as duties, ${SAID} as said, ${APPROVAL} as approval, card_coverage_of_application(a.id) as coverage, ${WORKERS} as workers,
  case when a.status = 'UNDER_REVIEW' and (a.suggested ->> 'version')::int = a.version then a.suggested end as suggested
from (select * from exception_application a where a.case_id = $2 and ${APPLICATION_SCOPE_SQL[scope]}) a
join organisation f on f.id = a.firm_id
left join staff_user r on r.id = a.registered_by
left join staff_organisation o on o.id = a.registrar_organisation_id`;
