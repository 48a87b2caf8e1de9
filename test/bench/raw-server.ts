/** The limit to measure against: bare `http` and `pg`, JSON made by PostgreSQL, the organisation written by hand, no rights, no session, no log. */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 10 });

interface Body {
  actor: string;
  caseId?: string;
  after?: [string, string];
  text?: string;
  today?: string;
}

const PAGE = `select coalesce(json_agg(r), '[]') as rows from (
  select c.id::text, c.number, c.status, c.due_on as "dueOn", c.opened_on as "openedOn", c.attempt, c.version, c.priority,
    p.name as "personName", f.name as "firmName", f.org_number as "orgNumber", i.order_number as "orderNumber", i.scheme,
    u.name as "reservedBy", (select coalesce(sum(h.to_on - h.from_on), 0) from case_hold h where h.case_id = c.id) as held
  from (select * from desk_case where organisation_id = 1 and queue = 'IMAGE_REVIEW' and status = 'OPEN' and (due_on, id) > ($1, $2)
    order by due_on, id limit 25) c
  left join person p on p.id = c.person_id left join organisation f on f.id = c.subject_organisation_id
  left join order_item i on i.id = c.order_item_id left join staff_user u on u.id = c.reserved_by and c.reserved_until > now()
  order by c.due_on, c.id) r`;

const CASE = `select json_build_object('id', c.id::text, 'number', c.number, 'status', c.status, 'dueOn', c.due_on, 'version', c.version,
  'person', json_build_object('name', p.name, 'maskedNationalId', p.national_id_masked),
  'orderItem', (select row_to_json(o) from (select i.order_number as "orderNumber", i.line, i.scheme, i.orderer_name as "ordererName",
      (select name from organisation where id = i.unit_id) as unit, (select name from organisation where id = i.main_unit_id) as "mainUnit") o),
  'events', (select coalesce(json_agg(e), '[]') from (select e.id::text, e.at, e.type, e.note, s.name as actor from case_event e
      left join staff_user s on s.id = e.actor_id where e.case_id = c.id order by e.id desc limit 200) e),
  'holds', (select coalesce(json_agg(h), '[]') from (select from_on, to_on from case_hold where case_id = c.id) h),
  'links', (select coalesce(json_agg(l), '[]') from (select l.relation, o.number from case_link l join desk_case o on o.id = l.other_case_id where l.case_id = c.id) l),
  'drafts', (select coalesce(json_agg(d), '[]') from (select action, body from draft where case_id = c.id and staff_user_id = $2) d),
  'submissions', (select coalesce(json_agg(x), '[]') from (select s.id::text, s.attempt, s.status, s.findings, f.width, f.height from image_submission s
      join stored_file f on f.id = s.photo_file_id where s.case_id = c.id order by s.attempt desc) x),
  'mails', (select coalesce(json_agg(m), '[]') from (select id::text, template, status from outbox_mail where case_id = c.id order by id desc limit 50) m)) as c
  from desk_case c left join person p on p.id = c.person_id left join order_item i on i.id = c.order_item_id where c.id = $1 and c.organisation_id = 1`;

const SEARCH = `select coalesce(json_agg(r), '[]') as r from (
  (select * from (select 'FIRM' as "group", o.id::text, c.id::text as "caseId", o.name as title, concat_ws(' · ', o.org_number, c.number) as subtitle, c.status
    from organisation o cross join lateral (select newest.id from (select o.id union all select k.id from organisation k where k.parent_id = o.id) unit
      cross join lateral (select id from desk_case where subject_organisation_id = unit.id and organisation_id = 1 order by id desc limit 1) newest
      order by newest.id desc limit 1) n join desk_case c on c.id = n.id
    where fold(o.name) like fold('%' || $1 || '%') limit 50) x order by title, id limit 8)
  union all
  (select * from (select 'PERSON' as "group", p.id::text, c.id::text as "caseId", p.name as title, concat_ws(' · ', f.name, c.number) as subtitle, c.status
    from person p cross join lateral (select * from desk_case where person_id = p.id and organisation_id = 1 order by id desc limit 1) c
    left join organisation f on f.id = c.subject_organisation_id
    where fold(p.name) like fold('%' || $1 || '%') limit 50) x order by title, id limit 8)) r`;

const DAY = `select json_build_object(
  'mine', (select coalesce(json_agg(x), '[]') from (select c.id::text, c.number, c.status, c.due_on, p.name from desk_case c left join person p on p.id = c.person_id
      where c.last_worker_id = $1 and c.closed_at is null order by c.due_on, c.id limit 50) x),
  'overdue', (select count(*) from (select 1 from desk_case where organisation_id = 1 and last_worker_id = $1 and closed_at is null and due_on < $2 limit 1001) x),
  'open', (select json_object_agg(q, n) from (values ('IMAGE_REVIEW'), ('INQUIRY')) v(q),
      lateral (select count(*) as n from (select 1 from desk_case where organisation_id = 1 and queue = q and status = 'OPEN' limit 1001) x) y),
  'late', (select json_object_agg(q, n) from (values ('IMAGE_REVIEW'), ('INQUIRY')) v(q),
      lateral (select count(*) as n from (select 1 from desk_case where organisation_id = 1 and queue = q and status = 'OPEN' and due_on < $2 limit 1001) x) y),
  'days', (select coalesce(json_agg(x), '[]') from (select queue, day, opened, closed from queue_day where organisation_id = 1 order by day desc limit 40) x),
  'news', (select coalesce(json_agg(x), '[]') from (select e.id::text, e.type, e.at, c.number from desk_case c join case_event e on e.case_id = c.id
      where c.last_worker_id = $1 and c.closed_at is null and e.at > now() - interval '1 day' order by e.id desc limit 10) x)) as r`;

const TAKE = `with n as (select id from desk_case c where organisation_id = 1 and queue = 'IMAGE_REVIEW' and status = 'OPEN'
    and (reserved_until is null or reserved_until < now() or reserved_by = $1)
    and not exists (select 1 from case_barred b where b.case_id = c.id and b.staff_user_id = $1)
    and not exists (select 1 from case_skip s where s.case_id = c.id and s.staff_user_id = $1 and s.skipped_on = $2)
    order by priority desc, due_on, id limit 1 for update skip locked),
  u as (update desk_case set reserved_by = $1, reserved_until = now() + interval '30 minutes', version = version + 1 from n where desk_case.id = n.id returning desk_case.*),
  e as (insert into case_event (organisation_id, case_id, type, actor_id) select organisation_id, id, 'RESERVED', $1 from u)
  select row_to_json(u) as c from u`;

/** Lock, check in code, one writing statement, commit: what an approval must at least do. */
async function decide({ actor, caseId }: Body): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(
      'select c.id, c.version, s.id as submission, c.order_item_id as item from desk_case c join image_submission s on s.case_id = c.id where c.id = $1 for update of c, s',
      [caseId],
    );
    if (rows[0] === undefined) throw new Error('no such case');
    const { rows: done } = await client.query(
      `with d as (insert into image_decision (organisation_id, case_id, submission_id, outcome, catalogue_version, decided_by, undo_until) values (1, $1, $2, 'APPROVED', 1, $4, now() + interval '60 s') returning id),
       s as (update image_submission set status = 'APPROVED', version = version + 1 where id = $2),
       i as (update order_item set image_requirement = 'MET', version = version + 1 where id = $3),
       c as (update desk_case set status = 'CLOSED', closed_at = now(), reserved_by = null, reserved_until = null, last_worker_id = $4, version = version + 1 where id = $1 returning version),
       e as (insert into case_event (organisation_id, case_id, type, actor_id) values (1, $1, 'IMAGES_APPROVED', $4))
       select d.id::text, c.version from d, c`,
      [caseId, rows[0].submission, rows[0].item, actor],
    );
    await client.query('commit');
    return done[0];
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const ANSWERS: Record<string, (body: Body) => Promise<unknown>> = {
  '/queue': async ({ after }) => (await pool.query(PAGE, after ?? ['0001-01-01', '0'])).rows[0].rows,
  '/case': async ({ caseId, actor }) => (await pool.query(CASE, [caseId, actor])).rows[0].c,
  '/search': async ({ text }) => (await pool.query(SEARCH, [text])).rows[0].r,
  '/day': async ({ actor, today }) => (await pool.query(DAY, [actor, today])).rows[0].r,
  '/take': async ({ actor, today }) => (await pool.query(TAKE, [actor, today])).rows[0]?.c ?? null,
  '/decide': decide,
};

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Body;
}

const server = createServer(async (request, response) => {
  try {
    const answer = await ANSWERS[request.url ?? '']?.(await bodyOf(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: answer }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');
