/** Opens the yearly confirmation of each register when its day has come, with every firm that was approved on that day. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx, Values } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { DueRow } from '../../platform/jobs/sweep.ts';
import { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { type CampaignDays, campaignOn } from './confirmation.rules.ts';

const EVERY_SECONDS = 300;
const BATCH = 500;
const MOST_SHOWN = 1_001;
/** Staffing agencies apply anew every year instead. */
const REGISTERS = [ApprovalRegister.CLEANING_APPROVAL, ApprovalRegister.CAR_CARE_APPROVAL];

const AUTHORITY = `(select o.id from staff_organisation o where o.kind = 'AUTHORITY' order by o.id limit 1)`;
const OPEN = `insert into confirmation_campaign (organisation_id, register, year, due_on, opened_at) select ${AUTHORITY}, $1, $2, $3, $4
on conflict (organisation_id, register, year) do nothing`;
/** $1 registers, $2 year, $3 day it opens: firms approved before the day was over that are not asked yet, with the case their approval rests on. */
const FIRMS = `select h.firm_id, f.name, h.register, a.id as application_id, a.case_id
from firm_approval h join organisation f on f.id = h.firm_id left join exception_application a on a.id = h.application_id
where h.register = any ($1::text[]) and h.to_at is null and h.status in ('APPROVED_WITH_EMPLOYEES', 'APPROVED_WITHOUT_EMPLOYEES')
  and h.from_at < ($3::date + 1)::timestamp at time zone 'Europe/Oslo'
  and not exists (select from annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id
    where k.firm_id = h.firm_id and g.register = h.register and g.year = $2)
order by h.firm_id`;
const ASK = `insert into annual_confirmation (organisation_id, campaign_id, firm_id, case_id, application_id)
select g.organisation_id, g.id, d.firm_id, d.case_id, d.application_id from (${FIRMS} limit ${BATCH}) d
join confirmation_campaign g on g.register = d.register and g.year = $2
on conflict (campaign_id, firm_id) do nothing returning id`;
const SHOW = `select d.firm_id::text as id, ${AUTHORITY} as organisation_id, null as order_number, null as card_number, d.name as firm_name, null as person_id,
  null as person, array[d.register] as reasons, $3::date::text as from_on, null as to_on from (${FIRMS} limit ${MOST_SHOWN}) d
where $4::smallint is null or $4 = ${AUTHORITY}`;

const asked = ({ year, opensOn }: CampaignDays): Values => [REGISTERS, year, opensOn];

export const openCampaignJobs = (clock: Clock): JobDefinition[] => [
  {
    name: 'open-confirmations',
    everySeconds: EVERY_SECONDS,
    run: (db, stopping) => open(db, clock.now(), stopping),
    rehearse: async (db, at, organisationId) => {
      const days = await daysOn(db, osloDate(at));
      return {
        rows: days
          ? await db.read<DueRow & Record<string, unknown>>(SHOW, [...asked(days), organisationId])
          : [],
      };
    },
  },
];

const daysOn = async (db: Db, today: LocalDate): Promise<CampaignDays | null> =>
  campaignOn(today, await settingsOn(db, today));

async function open(db: Db, now: Date, stopping: () => boolean): Promise<number> {
  const days = await daysOn(db, osloDate(now));
  if (!days) return 0;
  let [total, found] = [0, BATCH];
  while (found === BATCH && !stopping()) {
    found = await db.transaction(tx => askSome(tx, days, now));
    total += found;
  }
  return total;
}

/** A register without approved firms has no campaign. */
async function askSome(tx: Tx, days: CampaignDays, now: Date): Promise<number> {
  const due = await tx.query<{ register: string }>(`${FIRMS} limit ${BATCH}`, asked(days));
  for (const register of new Set(due.map(one => one.register)))
    await tx.query(OPEN, [register, days.year, days.dueOn, now]);
  return due.length === 0 ? 0 : (await tx.query(ASK, asked(days))).length;
}
