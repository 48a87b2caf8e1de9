/** What the weekly review counts. Everywhere $1 organisation, $2 first moment of the week, $3 first moment after it. */

/** A lookup of one person: her case, images, number or letter; lists and searches by name are not. */
const DIRECT = `a.kind = 'READ' and a.outcome = 'OK' and a.actor_id is not null and cardinality(a.person_ids) > 0
  and (a.case_id is not null or a.operation in ('searchNationalId', 'revealNationalId'))`;

const direct = (
  from: string,
  to: string,
) => `select a.id, a.at, a.actor_id, a.case_id, a.person_ids[1] as person_id,
    (a.at at time zone 'Europe/Oslo') as oslo
  from audit_log a where a.organisation_id = $1 and a.at >= ${from} and a.at < ${to} and ${DIRECT}`;
const OF_WEEK = direct('$2::timestamptz', '$3::timestamptz');
const OF_MONTH_BEFORE = direct(`$2::timestamptz - interval '28 days'`, '$2::timestamptz');

/** Something the reader did in a case of the person around the lookup. */
const worked = (around: string) => `exists (select 1 from desk_case c join case_event e on e.case_id = c.id
    where c.person_id = d.person_id and e.actor_id = d.actor_id and e.at between d.at - interval '${around}' and d.at + interval '${around}')
  or exists (select 1 from desk_case c where c.person_id = d.person_id and c.reserved_by = d.actor_id)`;

const OPEN_CASE = `exists (select 1 from desk_case c where c.person_id = d.person_id and c.created_at <= d.at
    and (c.closed_at is null or c.closed_at > d.at - interval '7 days'))`;

/** Once per reader and person; `newest` are the rows to show. */
export const PERSONS = `with d as (${OF_WEEK}),
pair as (
  select d.actor_id, d.person_id, count(*)::int as reads, min(d.at) as first_at, max(d.at) as last_at,
    (array_agg(d.id order by d.id desc))[1:20] as newest, bool_and(${OPEN_CASE}) as open_case, bool_or(${worked('30 days')}) as worked
  from d group by d.actor_id, d.person_id)
select pair.actor_id as "actorId", pair.person_id as "personId", reads, open_case or p.id is null as "openCase",
  worked and p.id is not null as worked,  coalesce(p.restricted, true) as restricted,
  first_at as "firstAt", last_at as "lastAt", newest::text[] as rows,
  coalesce(fold(p.family_name) = fold(regexp_replace(u.name, '^.* ', '')), false) as "sameFamilyName",
  case when fold(p.family_name) = fold(regexp_replace(u.name, '^.* ', ''))
    then (select count(*) from person q where q.family_name = p.family_name)::float / greatest((select count(*) from person), 1) else 0 end as "nameShare"
from pair left join person p on p.id = pair.person_id join staff_user u on u.id = pair.actor_id
where (p.id is not null or is_protected(pair.person_id)) and (not worked or p.id is null or p.restricted or fold(p.family_name) = fold(regexp_replace(u.name, '^.* ', '')))`;

export const DAYS = `with d as (${OF_WEEK}),
day as (select actor_id, oslo::date as day, count(distinct person_id)::int as persons, min(at) as first_at, max(at) as last_at,
    (array_agg(id order by id desc))[1:20] as newest from d group by 1, 2),
before as (select actor_id, oslo::date as day, count(distinct person_id)::int as persons from (${OF_MONTH_BEFORE}) b group by 1, 2),
usual as (select actor_id, percentile_cont(0.5) within group (order by persons) as median, count(*) as days from before group by 1)
select day.actor_id as "actorId", day.day, day.persons, first_at as "firstAt", last_at as "lastAt", newest::text[] as rows,
  case when usual.days >= 5 then usual.median end as usual,
  (select percentile_cont(0.5) within group (order by persons) from before) as "usualOfAll"
from day left join usual on usual.actor_id = day.actor_id where day.persons >= 10`;

/** $4: days of the week on which the desk is closed. The night belongs to the day on which it began. */
export const NIGHTS = `with d as (${OF_WEEK})
select d.actor_id as "actorId", (d.oslo - interval '6 hours')::date as day, count(*)::int as reads,
  count(*) filter (where ${worked('1 hour')})::int as "inOwnWork", min(d.at) as "firstAt", max(d.at) as "lastAt",
  (array_agg(d.id order by d.id desc))[1:20]::text[] as rows
from d where d.oslo::time < '06:00' or d.oslo::time >= '22:00' or d.oslo::date = any ($4::date[]) group by 1, 2`;

export const QUEUES = `with d as (${OF_WEEK}),
seen as (select d.actor_id, c.queue, count(distinct c.id)::int as cases, min(d.at) as first_at, max(d.at) as last_at,
    (array_agg(d.id order by d.id desc))[1:20] as newest
  from d join desk_case c on c.id = d.case_id group by 1, 2),
work as (select distinct e.actor_id, c.queue from case_event e join desk_case c on c.id = e.case_id
  where e.organisation_id = $1 and e.actor_id is not null and e.at >= $2::timestamptz - interval '30 days' and e.at < $3::timestamptz)
select seen.actor_id as "actorId", seen.queue, seen.cases, first_at as "firstAt", last_at as "lastAt", newest::text[] as rows,
  exists (select 1 from work w where w.actor_id = seen.actor_id and w.queue = seen.queue) as "worksHere",
  exists (select 1 from work w where w.actor_id = seen.actor_id and w.queue <> seen.queue) as "worksElsewhere"
from seen where seen.cases >= 3`;

const COUNTED = `a.organisation_id = $1 and a.at >= $2::timestamptz and a.at < $3::timestamptz and a.kind in ('READ', 'REFUSED') and a.actor_id is not null`;
const NO_HITS = `a.kind = 'READ' and a.operation in ('searchName', 'searchNationalId') and cardinality(a.person_ids) = 0`;

export const ACTORS = `with d as (${OF_WEEK}),
idle as (select d.actor_id, d.person_id, array_agg(d.id) as ids from d where ${OPEN_CASE} group by 1, 2 having not bool_or(${worked('30 days')})),
idle_count as (select actor_id, count(*)::int as n, (array_agg(ids[1] order by ids[1] desc))[1:20] as newest from idle group by 1)
select a.actor_id as "actorId", count(*) filter (where ${NO_HITS})::int as "noHits",
  count(*) filter (where ${NO_HITS} and a.operation = 'searchNationalId')::int as "noHitsByNumber",
  count(*) filter (where a.kind = 'REFUSED' and a.outcome <> 'DAILY_LIMIT')::int as refused,
  count(*) filter (where a.kind = 'REFUSED' and a.outcome = 'DAILY_LIMIT')::int as "limitReached",
  coalesce(max(i.n), 0) as "notWorking",
  min(a.at) as "firstAt", max(a.at) as "lastAt",
  (array_agg(a.id order by a.id desc) filter (where ${NO_HITS}))[1:20]::text[] as "noHitRows",
  (array_agg(a.id order by a.id desc) filter (where a.kind = 'REFUSED' and a.outcome <> 'DAILY_LIMIT'))[1:20]::text[] as "refusedRows",
  (array_agg(a.id order by a.id desc) filter (where a.outcome = 'DAILY_LIMIT'))[1:20]::text[] as "limitRows",
  coalesce(max(i.newest::text)::bigint[], '{}')::text[] as "idleRows"
from audit_log a left join idle_count i on i.actor_id = a.actor_id where ${COUNTED} group by a.actor_id`;

export const TOTALS = `select count(*) filter (where a.kind = 'READ')::int as reads,
  count(distinct a.actor_id)::int as colleagues, count(*) filter (where a.kind = 'REFUSED' and a.outcome <> 'DAILY_LIMIT')::int as refused,
  count(*) filter (where a.kind = 'READ' and a.operation in ('searchName', 'searchNationalId'))::int as searches
from audit_log a where ${COUNTED}`;

/** $1 organisation, $2 Monday. The newest word on each oddity stands. */
export const MARKS = `select distinct on (m.oddity) m.oddity, m.verdict, m.comment, m.marked_at as at, u.id as "byId", u.name as "byName"
from access_review_mark m join staff_user u on u.id = m.marked_by where m.organisation_id = $1 and m.week_on = $2 order by m.oddity, m.id desc`;

export const SIGNED = `select r.signed_at as at, r.oddities, u.id as "byId", u.name as "byName"
from access_review r join staff_user u on u.id = r.signed_by where r.organisation_id = $1 and r.week_on = $2`;
