/** Statements about appeals. */
import { neverCame } from '../letter/letter-reach.store.ts';

// A letter that reached its reader later than presumed gives her the days from then on, and one sent again those it names.
// $3 when the appeal came: no time runs from a letter that came back, and none has taken its place.
export const NEWEST = `select d.id::text, d.outcome, greatest(d.appeal_deadline_on,
    (select max(greatest(l.deadline_on, l.delivered_on + $2::int)) from letter l where l.decision_id = d.id and l.status not in ('RETURNED', 'CANCELLED')),
    case when ${neverCame('d.id')} then $3::date end)::text as "deadlineOn",
  exists (select from appeal a where a.decision_id = d.id) as appealed from decision d where d.application_id = $1 order by d.id desc limit 1`;
export const REGISTER = `insert into appeal (organisation_id, case_id, application_id, decision_id, received_on, channel, appellant, document_id, deadline_on, late, registered_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_actor())`;
export const OPEN = `select a.id::text, a.late, a.late_accepted as accepted, a.received_on::text as "receivedOn", d.outcome from appeal a join decision d on d.id = a.decision_id
where a.application_id = $1 and a.outcome is null for update of a`;
export const ACCEPT =
  'update appeal set late_accepted = true, late_grounds = $2, version = version + 1 where id = $1';
export const SETTLE = `update appeal set outcome = $2, assessment = $3, settled_by = app_actor(), settled_at = $4, forwarded_at = $5,
  forwarded_by = case when $5::timestamptz is null then null else app_actor() end, version = version + 1 where id = $1`;
export const ANSWERED = `update appeal set body_outcome = $2, body_outcome_on = $3, version = version + 1
where application_id = $1 and forwarded_at is not null and body_outcome is null returning id`;
export const LAST_OUTCOME = 'select outcome from decision where application_id = $1 order by id desc limit 1';
export const PAPER =
  'select 1 as one from case_document where id = $1 and case_id = $2 and struck_at is null';
