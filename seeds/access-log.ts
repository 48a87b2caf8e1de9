/** Who has looked at whom in the last five weeks: a row for every piece of work, and last week's oddities for the review to find. */
import type { ClientBase } from 'pg';
import { addDays, osloDate, weekdayOf } from '../server/src/platform/calendar/calendar.ts';
import { STAFF } from './factories/staff.ts';

/** Whoever did something in a case had it open first. $1 now. */
const WORK = `insert into audit_log (kind, at, actor_id, operation, table_name, row_id, case_id, person_ids, fields, organisation_id)
select 'READ', e.at - interval '40 seconds', e.actor_id, 'Case', 'desk_case', c.id::text, c.id, array[c.person_id], '{case}', e.organisation_id
from case_event e join desk_case c on c.id = e.case_id
where e.actor_id is not null and c.person_id is not null and e.at > $1::timestamptz - interval '35 days' order by e.at`;

const ROW = `insert into audit_log (kind, at, actor_id, operation, table_name, row_id, case_id, person_ids, fields, organisation_id, purpose, reason, outcome)
select $1::text, $2::timestamp at time zone 'Europe/Oslo', $3::bigint, $4::text, $5::text, $6::text, ($6::text)::bigint, $7::bigint[], $8::text[], 1, $9::text, $10::text, $11::text`;

interface Lookup {
  /** Local time in Oslo. */
  readonly at: string;
  readonly by: number;
  readonly operation: string;
  readonly of?: Found | null;
  readonly refused?: string;
  readonly reason?: string;
}

interface Found {
  readonly caseId: string;
  readonly personId: string;
}

const CLOSED_LONG_AGO = `c.closed_at < $1::timestamptz - interval '30 days'`;
const find = (
  condition: string,
) => `select c.id::text as "caseId", c.person_id::text as "personId" from desk_case c join person p on p.id = c.person_id
where c.organisation_id = 1 and $1::timestamptz is not null and ${condition} order by c.id limit 3`;
const UNTOUCHED = (actor: number) =>
  `not exists (select 1 from case_event e join desk_case d on d.id = e.case_id where d.person_id = c.person_id and e.actor_id = ${actor})`;

export async function seedAccessLog(client: ClientBase, now: Date): Promise<void> {
  await client.query(WORK, [now]);
  const today = osloDate(now);
  const monday = addDays(today, 1 - weekdayOf(today) - 7);
  const on = (day: number, time: string) => `${addDays(monday, day)} ${time}`;
  const { jonas, fatima, ingrid, stine } = STAFF;
  const found = async (condition: string) => (await client.query<Found>(find(condition), [now])).rows;
  const old = await found(`${CLOSED_LONG_AGO} and not p.restricted and ${UNTOUCHED(jonas.id)}`);
  const [namesake] = await found(`c.status = 'OPEN' and not p.restricted and ${UNTOUCHED(fatima.id)}`);
  if (namesake)
    await client.query(`update person set family_name = 'Ali' where id = $1`, [namesake.personId]);
  const [restricted] = await found(`p.restricted and ${UNTOUCHED(ingrid.id)}`);
  const [leaders] = await found(`${CLOSED_LONG_AGO} and not p.restricted and ${UNTOUCHED(stine.id)}`);
  const search = { operation: 'searchNationalId' } as const;
  const open = { operation: 'Case' } as const;
  const lookups: Lookup[] = [
    ...old.map((of, n) => ({ at: on(1, `10:1${n}:40`), by: jonas.id, of, ...open })),
    ...['10:18:31', '10:18:44', '10:20:02'].map(time => ({ at: on(2, time), by: jonas.id, ...search })),
    { at: on(1, '22:47:10'), by: jonas.id, of: old[0] ?? null, ...open },
    ...['10:17:58', '10:19:30', '10:21:12'].map(time => ({
      ...{ at: on(2, time), by: jonas.id, operation: 'revealNationalId', refused: 'FORBIDDEN' },
    })),
    ...(namesake ? [{ at: on(3, '09:31:15'), by: fatima.id, of: namesake, ...open }] : []),
    ...(restricted ? [{ at: on(3, '14:02:09'), by: ingrid.id, of: restricted, ...open }] : []),
    ...(leaders ? [{ at: on(4, '13:20:00'), by: stine.id, of: leaders, ...open }] : []),
  ];
  for (const lookup of lookups) await insert(client, lookup);
}

async function insert(client: ClientBase, { at, by, operation, of, refused, reason }: Lookup): Promise<void> {
  const table = of ? 'desk_case' : 'person';
  const fields = of ? ['case'] : ['national_id'];
  const persons = of ? [of.personId] : [];
  const kind = refused ? 'REFUSED' : 'READ';
  const why = [null, reason ?? null, refused ?? 'OK'];
  await client.query(ROW, [kind, at, by, operation, table, of?.caseId ?? null, persons, fields, ...why]);
}
