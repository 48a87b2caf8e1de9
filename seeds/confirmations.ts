/** The two yearly confirmations that are over: who answered and when, and that those who lost their approval in spring did not. The next one the clock opens itself. */
import type pg from 'pg';
import {
  addDays,
  isWorkingDay,
  type LocalDate,
  nextWorkingDay,
  osloDate,
} from '../server/src/platform/calendar/calendar.ts';

const OPEN_DAYS = 61;
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

/** @param statements everything a firm can be asked to say */
export async function seedConfirmations(
  client: pg.ClientBase,
  now: Date,
  statements: readonly string[],
): Promise<void> {
  const today = osloDate(now);
  for (const year of lastYears(today)) {
    await client.query(CAMPAIGN, [year, dueIn(year), addDays(`${year}-01-31`, -OPEN_DAYS)]);
    await client.query(ANSWERS, [year, JSON.stringify(statements)]);
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
