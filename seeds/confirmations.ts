/** Two yearly confirmations that are over (who answered and when, and that those who lost their approval in spring did not) and the one that runs, with firms that were given notice. */
import type pg from 'pg';
import {
  addDays,
  daysBetween,
  isWorkingDay,
  type LocalDate,
  nextWorkingDay,
  osloDate,
} from '../server/src/platform/calendar/calendar.ts';

const OPEN_DAYS = 61;
/** As many as the setting allows. */
const MOST_OPEN_DAYS = 200;
/** Notices, comments and withdrawals take until summer. */
const OVER_AFTER = 180;

const CAMPAIGN = `insert into confirmation_campaign (organisation_id, register, year, due_on, opened_at)
select 2, r, $1, $2, $3::date::timestamp at time zone 'Europe/Oslo' from unnest(array['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL']) r`;
/** Of every firm that was approved the day it opened: the answer, or the reminder and the notice before the approval was lost. */
const ANSWERS = `insert into annual_confirmation (organisation_id, campaign_id, firm_id, case_id, application_id, reminded_at, noticed_at, comment_by,
  confirmed_at, received_on, channel, employees, statements, receipt)
select 2, x.campaign, x.firm_id, x.case_id, x.application_id,
  case when x.lost or x.slow then (x.due_on - 14 + time '09:30') at time zone 'Europe/Oslo' end,
  case when x.lost then (x.due_on + 8 + time '10:10') at time zone 'Europe/Oslo' end, case when x.lost then x.due_on + 29 end,
  case when not x.lost then x.answered end, case when not x.lost then (x.answered at time zone 'Europe/Oslo')::date end,
  case when not x.lost then case when x.firm_id % 5 = 0 then 'LETTER' when x.firm_id % 3 = 0 then 'EDIALOG' else 'PORTAL' end end,
  case when not x.lost then x.employees end, case when not x.lost then $2::jsonb end,
  case when not x.lost then x.year || '-' || lpad(x.campaign || lpad(x.firm_id::text, 5, '0'), 6, '0') end
from (select g.id as campaign, g.year, g.due_on, h.firm_id, h.application_id, a.case_id, coalesce(f.employees, 0) as employees, h.firm_id % 9 = 0 as slow,
    coalesce(h.to_at between g.due_on and g.due_on + 180 and exists (select from firm_approval n where n.firm_id = h.firm_id and n.register = h.register
      and n.from_at = h.to_at and n.status = 'NOT_APPROVED'), false) as lost,
    (case when h.firm_id % 9 = 0 then g.due_on - (h.firm_id % 12)::int else g.due_on - 15 - (h.firm_id % 40)::int end + time '11:00') at time zone 'Europe/Oslo' as answered
  from confirmation_campaign g join firm_approval h on h.register = g.register and h.status in ('APPROVED_WITH_EMPLOYEES', 'APPROVED_WITHOUT_EMPLOYEES')
    and h.from_at <= g.opened_at and (h.to_at is null or h.to_at > g.due_on)
  join organisation f on f.id = h.firm_id left join exception_application a on a.id = h.application_id where g.year = $1) x
order by x.campaign, x.firm_id`;

/** Of every firm that was approved the day it opened: some have answered since, some were reminded, most are still silent ($2: of a hundred who have answered). */
const RUNNING = `insert into annual_confirmation (organisation_id, campaign_id, firm_id, case_id, application_id, reminded_at, confirmed_at, received_on, channel, employees, statements, receipt)
select 2, x.campaign, x.firm_id, x.case_id, x.application_id, case when not x.answers and (x.firm_id % 6 = 0 or $4::timestamptz > x.due_on) then least($4::timestamptz - interval '4 days', x.due_on - 14 + time '09:30') end,
  case when x.answers then x.answered end, case when x.answers then (x.answered at time zone 'Europe/Oslo')::date end,
  case when x.answers then case when x.firm_id % 5 = 0 then 'EMAIL' when x.firm_id % 3 = 0 then 'API' else 'PORTAL' end end,
  case when x.answers then x.employees end, case when x.answers then $3::jsonb end,
  case when x.answers then x.year || '-' || lpad(x.campaign || lpad(x.firm_id::text, 5, '0'), 6, '0') end
from (select g.id as campaign, g.year, g.due_on, h.firm_id, h.application_id, a.case_id, coalesce(f.employees, 0) as employees, (h.firm_id * 37) % 100 < $2 as answers,
    g.opened_at + (least($4::timestamptz, g.due_on) - g.opened_at) * ((h.firm_id * 61) % 97 / 100.0) as answered
  from confirmation_campaign g join firm_approval h on h.register = g.register and h.status in ('APPROVED_WITH_EMPLOYEES', 'APPROVED_WITHOUT_EMPLOYEES')
    and h.from_at < g.opened_at + interval '1 day' and h.to_at is null
  join organisation f on f.id = h.firm_id left join exception_application a on a.id = h.application_id where g.year = $1) x
order by x.campaign, x.firm_id`;

/** Cleaning firms with cards, whose campaign has passed its last day: silent after all. */
const SILENT = `select k.id::text, k.firm_id::text as firm from annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id
join firm_approval h on h.firm_id = k.firm_id and h.register = g.register and h.to_at is null and h.status like 'APPROVED%'
where g.year = $1 and g.register = 'CLEANING_APPROVAL' and k.noticed_at is null
order by k.confirmed_at is not null, (select count(*) from card c where c.main_unit_id = k.firm_id and c.scheme = 'CLEANING' and c.status = 'VALID') desc, k.id limit 8`;
const TAKE_OVER = `select put_taken_over($1, 'CLEANING_APPROVAL', $2, $3)::text as case_id`;
const NOTICED = `update annual_confirmation set confirmed_at = null, confirmed_by = null, received_on = null, channel = null, employees = null, statements = null, receipt = null,
  reminded_at = coalesce(reminded_at, $2::timestamptz - interval '30 days'), noticed_at = $2, comment_by = $3 where id = $1`;
const POST = 'update desk_case set new_post_at = $2 where id = $1';
const NOTE = `insert into case_event (organisation_id, case_id, type, actor_id, note, at) select 2, $1, 'NOTE_ADDED', s.id, $2, $3 from staff_user s
where s.organisation_id = 2 and 'CASEWORKER' = any (s.roles) order by s.id limit 1`;
const COMMENTS = [
  'Daglig leder ringte: meldingen ble sendt 28. januar, men til gammel adresse. Hun sender den på nytt.',
  'Regnskapsføreren skriver at virksomheten har fusjonert, og spør om den må melde likevel.',
  'Virksomheten skriver at den har vært stengt i vinter, og ber om to uker til.',
];
const COMMENT_DAYS = 14;

const SETTING = `insert into scheme_setting (key, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
select 'confirmationOpenDays', $1, $2, 'Virksomhetene får lengre tid på seg i år', p.id, $3::timestamptz - interval '3 days', a.id, $3::timestamptz - interval '2 days'
from staff_user p, staff_user a where p.name = 'Astrid Jakobsen' and a.name = 'Vidar Lunde'`;

/** @param statements everything a firm can be asked to say */
export async function seedConfirmations(
  client: pg.ClientBase,
  now: Date,
  statements: readonly string[],
): Promise<void> {
  const today = osloDate(now);
  const years = lastYears(today);
  const told = JSON.stringify(statements);
  for (const year of years) {
    await client.query(CAMPAIGN, [year, dueIn(year), addDays(`${year}-01-31`, -OPEN_DAYS)]);
    await client.query(ANSWERS, [year, told]);
  }
  const last = years.at(-1) ?? 0;
  const running = last + 1;
  const isDue = dueIn(running) < today;
  await client.query(CAMPAIGN, [running, dueIn(running), await openedOn(client, running, now)]);
  await client.query(RUNNING, [running, isDue ? 88 : 42, told, now]);
  await giveNotice(client, isDue ? running : last, now);
}

/** As the clock opens it; earlier, by a setting that says so, when that day is still to come. */
async function openedOn(client: pg.ClientBase, year: number, now: Date): Promise<LocalDate> {
  const today = osloDate(now);
  const usual = addDays(`${year}-01-31`, -OPEN_DAYS);
  if (usual < today) return usual;
  const days = Math.min(MOST_OPEN_DAYS, daysBetween(today, `${year}-01-31`) + 30);
  const opensOn = addDays(`${year}-01-31`, -days);
  await client.query(SETTING, [String(days), opensOn, new Date(`${addDays(opensOn, -5)}T10:00:00Z`)]);
  return opensOn;
}

const DAY_MS = 86_400_000;

/** Three have commented, three have let the time go by, two still have time. */
async function giveNotice(client: pg.ClientBase, year: number, now: Date): Promise<void> {
  const { rows } = await client.query<{ id: string; firm: string }>(SILENT, [year]);
  for (const [n, { id, firm }] of rows.entries()) {
    const noticedAt = new Date(now.getTime() - (n < 6 ? 20 : 5) * DAY_MS);
    const day = osloDate(noticedAt);
    const { rows: cases } = await client.query<{ case_id: string }>(TAKE_OVER, [firm, noticedAt, day]);
    await client.query(NOTICED, [id, noticedAt, addDays(day, COMMENT_DAYS)]);
    const comment = COMMENTS[n];
    const caseId = cases[0]?.case_id;
    if (!caseId || !comment) continue;
    const came = new Date(now.getTime() - (n + 2) * DAY_MS);
    await client.query(POST, [caseId, came]);
    await client.query(NOTE, [caseId, comment, came]);
  }
}

function dueIn(year: number): LocalDate {
  const last = `${year}-01-31`;
  return isWorkingDay(last) ? last : nextWorkingDay(last);
}

function lastYears(today: LocalDate): number[] {
  const year = Number(today.slice(0, 4));
  const last = addDays(`${year}-01-31`, OVER_AFTER) < today ? year : year - 1;
  return [last - 1, last];
}
