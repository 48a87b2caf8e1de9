/** What the clock tells approved firms and those who look after them: to confirm in time, that an agency's year runs out, that a firm is bankrupt or gone (domain section 5). */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx, Values } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, sweepJob } from '../../platform/jobs/sweep.ts';
import { lockApplication } from '../application/application-state.write.ts';
import type { CaseStatus } from '../case/case.enums.ts';
import { addEvent, freeCases, saveCase } from '../case/case.write.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import { type LeavingLetter, letterOfClock } from '../decision/plain-letter.write.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { OUTSIDE, takingOver, WITHOUT_CASE } from './taken-over.jobs.ts';

export interface ToldFirmsParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const EVERY_SECONDS = 300;
/** Before the last day of an agency's year. */
const YEAR_WARNING_DAYS = 30;

const DUE = (
  table: string,
  reasons: string,
) => `select ${table}.id::text, ${table}.organisation_id, null as order_number, null as card_number,
  f.name as firm_name, null as person_id, null as person, ${reasons} as reasons, a.case_id::text, a.id::text as application_id`;

/** On $4, $5 days ahead. */
const FIND_UNANSWERED = `${DUE('k', `array['CONFIRMATION_DUE']`)}, null as from_on, g.due_on::text as to_on
from annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id join exception_application a on a.id = k.application_id
join organisation f on f.id = k.firm_id
where k.confirmed_at is null and k.reminded_at is null and k.noticed_at is null and a.status = 'GRANTED'
  and $4::date between g.due_on - $5::int and g.due_on`;
const OUTSIDE_UNANSWERED = `${OUTSIDE(`array['CONFIRMATION_DUE']`, 'null as from_on, g.due_on::text as to_on')}
join annual_confirmation k on k.firm_id = h.firm_id join confirmation_campaign g on g.id = k.campaign_id and g.register = h.register
where ${WITHOUT_CASE} and k.case_id is null and k.confirmed_at is null and $4::date between g.due_on - $5::int and g.due_on`;
const REMINDED = 'update annual_confirmation set reminded_at = $2, version = version + 1 where id = $1';

const YEAR = `(h.from_at at time zone 'Europe/Oslo')::date::text as from_on, h.valid_to::text as to_on`;
/** On $4; an agency that has applied anew already knows. */
const FIND_ENDING = `${DUE('a', `array['YEAR_ENDS']`)}, ${YEAR}
from firm_approval h join exception_application a on a.id = h.application_id join organisation f on f.id = a.firm_id
where h.register = 'STAFFING' and h.to_at is null and h.valid_to between $4::date and $4::date + ${YEAR_WARNING_DAYS}
  and a.warned_of is distinct from h.valid_to
  and not exists (select from exception_application n where n.firm_id = a.firm_id and n.register = a.register and n.id > a.id
    and n.status in ('REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL'))`;
const OUTSIDE_ENDING = `${OUTSIDE(`array['YEAR_ENDS']`, YEAR)}
where ${WITHOUT_CASE} and h.register = 'STAFFING' and h.valid_to between $4::date and $4::date + ${YEAR_WARNING_DAYS}
  and not exists (select from exception_application n where n.firm_id = h.firm_id and n.register = h.register
    and n.status in ('REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL'))`;
const WARNED = 'update exception_application set warned_of = $2 where id = $1';

const FIND_GONE = `${DUE('a', 'array[f.status]')}, null as from_on, null as to_on
from firm_approval h join exception_application a on a.id = h.application_id join organisation f on f.id = a.firm_id
where h.to_at is null and h.status <> 'NOT_APPROVED' and f.status in ('BANKRUPT', 'WINDING_UP', 'REMOVED') and a.firm_gone is distinct from f.status`;
const OUTSIDE_GONE = `${OUTSIDE('array[f.status]', 'null as from_on, null as to_on')}
where ${WITHOUT_CASE} and f.status in ('BANKRUPT', 'WINDING_UP', 'REMOVED')`;
const GONE = 'update exception_application set firm_gone = $2 where id = $1';
const STATUS = 'select status from desk_case where id = $1';

interface Told extends DueRow {
  case_id: string;
  application_id: string;
}

interface Now {
  readonly at: Date;
  readonly today: LocalDate;
  readonly mailDomain: string;
}

type Deal = (tx: Tx, row: Told, now: Now) => Promise<void>;

interface Telling {
  readonly find: string;
  /** The same of approvals that have no case yet. */
  readonly outside: string;
  readonly key: string;
  readonly values: (db: Db, now: Date) => Promise<Values>;
  readonly deal: Deal;
}

const onlyToday = async (_db: Db, now: Date): Promise<Values> => [osloDate(now)];

export function toldFirmsJobs({ clock, mailDomain }: ToldFirmsParts): JobDefinition[] {
  const job = (name: string, { deal, outside, ...given }: Telling) => {
    const sweep = sweepJob<Told>({
      ...{ ...given, name, clock, everySeconds: EVERY_SECONDS },
      deal: (tx, rows, at) => each(tx, rows, { deal, now: { at, today: osloDate(at), mailDomain } }),
    });
    return takingOver({ job: sweep, clock, outside, values: given.values });
  };
  return [
    job('remind-confirmations', {
      find: FIND_UNANSWERED,
      outside: OUTSIDE_UNANSWERED,
      key: 'k.id',
      values: remindValues,
      deal: remind,
    }),
    job('warn-approvals', {
      find: FIND_ENDING,
      outside: OUTSIDE_ENDING,
      key: 'a.id',
      values: onlyToday,
      deal: warn,
    }),
    job('firms-gone', {
      find: FIND_GONE,
      outside: OUTSIDE_GONE,
      key: 'a.id',
      values: async () => [],
      deal: gone,
    }),
  ];
}

async function remindValues(db: Db, now: Date): Promise<Values> {
  const today = osloDate(now);
  return [today, (await settingsOn(db, today)).confirmationReminderDays];
}

/** A case that is in use is left for the next run. */
async function each(
  tx: Tx,
  rows: readonly Told[],
  { deal, now }: { readonly deal: Deal; readonly now: Now },
): Promise<number> {
  const free = await freeCases(
    tx,
    rows.map(({ case_id }) => case_id),
  );
  const ready = rows.filter(({ case_id }) => free.has(case_id));
  for (const row of ready) await deal(tx, row, now);
  return ready.length;
}

async function remind(tx: Tx, row: Told, now: Now): Promise<void> {
  await tx.query(REMINDED, [row.id, now.at]);
  await tell(tx, row, { now, letter: { kind: 'CONFIRMATION_REMINDER', deadlineOn: row.to_on } });
}

async function warn(tx: Tx, row: Told, now: Now): Promise<void> {
  await tx.query(WARNED, [row.application_id, row.to_on]);
  const validity = { from: row.from_on ?? now.today, to: row.to_on };
  await tell(tx, row, { now, letter: { kind: 'APPROVAL_EXPIRING', validity } });
}

interface News {
  readonly now: Now;
  readonly letter: Pick<LeavingLetter, 'kind' | 'deadlineOn' | 'validity'>;
}

async function tell(tx: Tx, { case_id }: Told, { now, letter }: News): Promise<void> {
  const { at, today, mailDomain } = now;
  const basis = await decisionBasis(tx, await lockApplication(tx, case_id), today);
  await letterOfClock(tx, basis, { ...letter, date: today, signer: null, sendAfter: at, mailDomain });
}

/** A person decides: orders stop by the register check already, but the approval does not end by itself. */
async function gone(tx: Tx, row: Told, { at }: Now): Promise<void> {
  const [status = ''] = row.reasons;
  const about = { id: row.case_id, organisation_id: row.organisation_id };
  const found = await tx.one<{ status: CaseStatus }>(STATUS, [row.case_id]);
  await tx.query(GONE, [row.application_id, status]);
  await addEvent(tx, about, { type: 'FIRM_GONE', newValue: status });
  const closed = found?.status === 'CLOSED';
  await saveCase(tx, about, { new_post_at: at, ...(closed ? { status: 'OPEN', closed_at: null } : {}) });
  if (closed) await addEvent(tx, about, { type: 'REOPENED', newValue: 'NEW_INFORMATION' });
}
