/** The one statement behind the case page: the case with everything about it as JSON. */
import { ORDER_MAIL_COLUMNS } from '../correspondence/mail.row.ts';
import { type CaseScope, SCOPE_SQL } from './case.policy.ts';

const STAFF = (alias: string) => `json_build_object('id', ${alias}.id::text, 'name', ${alias}.name)`;
const FIRM = (alias: string) =>
  `json_build_object('id', ${alias}.id::text, 'orgNumber', ${alias}.org_number, 'name', ${alias}.name)`;
const FILE = (alias: string, part: string) =>
  `json_build_object('id', ${alias}.id::text, 'part', '${part}', 'mediaType', ${alias}.media_type, 'width', ${alias}.width,
    'height', ${alias}.height, 'bytes', ${alias}.bytes)`;

const PERSON = `(select json_build_object('id', p.id::text, 'name', p.name, 'birthDate', p.birth_date,
  'maskedNationalId', p.national_id_masked, 'dNumber', p.d_number, 'restricted', p.restricted) from person p where p.id = d.person_id)`;

const ORDER_ITEM = `(select json_build_object('id', i.id::text, 'orderNumber', i.order_number, 'line', i.line, 'scheme', i.scheme,
  'status', i.status, 'imageRequirement', i.image_requirement, 'orderedOn', i.ordered_on, 'ordererName', i.orderer_name,
  'ordererRole', i.orderer_role, 'ordererEmail', i.orderer_email, 'ordererLanguage', i.orderer_language,
  'headgearExemption', i.headgear_exemption, 'unit', ${FIRM('n')}, 'mainUnit', ${FIRM('m')})
  from order_item i join organisation n on n.id = i.unit_id join organisation m on m.id = i.main_unit_id where i.id = d.order_item_id)`;

const EVENTS = `(select json_agg(json_build_object('id', e.id::text, 'at', e.at, 'type', e.type, 'oldValue', e.old_value,
  'newValue', e.new_value, 'note', e.note, 'actor', case when a.id is not null then ${STAFF('a')} end) order by e.id desc)
  from (select * from case_event e where e.case_id = d.id order by e.id desc limit 200) e left join staff_user a on a.id = e.actor_id)`;

/** Both directions; a linked case the actor may not see is not there. */
const links = (
  scope: CaseScope,
) => `(select json_agg(json_build_object('id', l.id::text, 'relation', l.relation, 'caseId', c.id::text, 'personId', c.person_id::text,
  'number', c.number, 'title', coalesce(c.title, lp.name, ''), 'status', c.status) order by l.id)
  from case_link l join desk_case c on c.id = case when l.case_id = d.id then l.other_case_id else l.case_id end
  left join person lp on lp.id = c.person_id
  where (l.case_id = d.id or l.other_case_id = d.id) and ${SCOPE_SQL[scope]})`;

const BARRED = `(select json_agg(json_build_object('staff', ${STAFF('s')}, 'reason', b.reason, 'at', b.created_at, 'byTie', b.tie_id is not null) order by b.created_at)
  from case_barred b join staff_user s on s.id = b.staff_user_id where b.case_id = d.id)`;

/** Colleagues who are not barred; for a reader who is. Whoever proposed does not sign. */
const TAKERS = `case when exists (select from case_barred b where b.case_id = d.id and b.staff_user_id = $3) then
  (select json_agg(json_build_object('id', t.id::text, 'name', t.name, 'roles', t.roles) order by t.name, t.id) from (
    select s.id, s.name, s.roles from staff_user s where s.organisation_id = d.organisation_id and s.active and s.id <> $3
      and not exists (select from case_barred b where b.case_id = d.id and b.staff_user_id = s.id)
      and not exists (select from decision_proposal p where p.case_id = d.id and p.state = 'OPEN' and p.proposed_by = s.id)
    order by s.name, s.id limit 50) t) end`;

const DRAFTS = `(select json_agg(json_build_object('action', r.action, 'body', r.body, 'version', r.version, 'updatedAt', r.updated_at))
  from draft r where r.case_id = d.id and r.staff_user_id = $3)`;

const HOLDS = `(select json_agg(json_build_object('fromOn', h.from_on, 'toOn', h.to_on) order by h.from_on) from case_hold h where h.case_id = d.id)`;

const REASONS = `(select json_agg(json_build_object('code', r.code, 'part', r.part) order by r.position)
  from image_decision_reason r where r.decision_id = x.id)`;

const MAIL_LEFT = `exists (select 1 from outbox_mail o where o.case_id = x.case_id and o.subject_id = x.id
  and o.template in ('IMAGES_REJECTED', 'IMAGES_STOPPED') and o.status not in ('QUEUED', 'CANCELLED'))`;

/** The newest decision on each pair: the standing one, or the one that was taken back last. */
const SUBMISSIONS = `(select json_agg(json_build_object('id', s.id::text, 'attempt', s.attempt, 'status', s.status, 'channel', s.channel,
  'submittedAt', s.submitted_at, 'version', s.version, 'findings', s.findings, 'photo', ${FILE('ph', 'PHOTO')},
  'identification', ${FILE('ip', 'ID')}, 'decision', x.decision) order by s.attempt desc)
  from image_submission s join stored_file ph on ph.id = s.photo_file_id join stored_file ip on ip.id = s.id_file_id
  left join lateral (select json_build_object('id', x.id::text, 'outcome', x.outcome, 'comment', x.comment, 'decidedAt', x.decided_at,
      'undoneAt', x.undone_at, 'undoUntil', x.undo_until, 'decidedBy', ${STAFF('b')}, 'reasons', ${REASONS}, 'mailLeft', ${MAIL_LEFT}) as decision
    from image_decision x join staff_user b on b.id = x.decided_by where x.submission_id = s.id order by x.id desc limit 1) x on true
  where s.case_id = d.id)`;

const MAILS = `(select json_agg(x order by x.id::bigint desc) from (select ${ORDER_MAIL_COLUMNS} from outbox_mail m
  join desk_case c on c.id = m.case_id join order_item oi on oi.id = c.order_item_id where m.case_id = d.id order by m.id desc limit 50) x)`;

const UPLOAD_LINK = `(select json_build_object('id', k.id::text, 'createdAt', k.created_at, 'expiresAt', k.expires_at, 'usedAt', k.used_at,
  'revokedAt', k.revoked_at) from upload_link k where k.case_id = d.id order by k.id desc limit 1)`;

/** Where it is, and who waits for a second signature. */
const APPLICATION = `(select json_build_object('status', a.status, 'proposedBy', p.proposed_by::text) from exception_application a
  left join decision_proposal p on p.application_id = a.id and p.state = 'OPEN' where a.case_id = d.id)`;

/** $1 organisation of the actor, $2 id or number, $3 the actor. */
export const caseDetailSql = (scope: CaseScope, by: 'id' | 'number') => `select d.*, u.name as reserver,
  case when f.id is not null then ${FIRM('f')} end as organisation,
  exists (select 1 from case_barred b where b.case_id = d.id and b.staff_user_id = $3) as barred_me,
  (select a.preferences ->> 'language' from staff_user a where a.id = $3) as reader_language,
  ${PERSON} as person, ${ORDER_ITEM} as "orderItem", ${HOLDS} as holds, ${EVENTS} as events, ${links(scope)} as links, ${BARRED} as barred, ${TAKERS} as takers,
  ${APPLICATION} as application, ${DRAFTS} as drafts, ${SUBMISSIONS} as submissions, ${MAILS} as mails, ${UPLOAD_LINK} as "uploadLink"
from (select * from desk_case c where c.${by} = $2 and ${SCOPE_SQL[scope]}) d
left join organisation f on f.id = d.subject_organisation_id
left join staff_user u on u.id = d.reserved_by`;
