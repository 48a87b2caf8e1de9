/** What the clock does to cases: wakes those whose hold has ended, and frees those whose reservation has run out. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { addEvent, saveCase } from './case.write.ts';
import { endHold, type HeldCase } from './hold.write.ts';

/** Rows in one transaction; several servers share the work, as each passes over what another has locked. */
const BATCH = 200;

const WAKE = `select id, organisation_id, opened_on, due_days from desk_case
where status = 'ON_HOLD' and hold_until <= $1 order by hold_until, id limit ${BATCH} for update skip locked`;

/** No new version: nobody's text becomes outdated by this. */
const EXPIRE = `with lapsed as (
  select id, organisation_id, reserved_by from desk_case
  where reserved_by is not null and reserved_until <= $1 order by id limit ${BATCH} for update skip locked
), freed as (
  update desk_case c set reserved_by = null, reserved_until = null from lapsed l where c.id = l.id returning c.id
)
insert into case_event (organisation_id, case_id, type, old_value)
select l.organisation_id, l.id, 'RESERVATION_EXPIRED', u.name from lapsed l join staff_user u on u.id = l.reserved_by returning id`;

export function caseJobs(clock: Clock): JobDefinition[] {
  return [
    {
      name: 'wake-held-cases',
      everySeconds: 60,
      run: (db, stopping) => inBatches(() => wakeHeldCases(db, clock.now()), stopping),
    },
    {
      name: 'expire-reservations',
      everySeconds: 15,
      run: (db, stopping) => inBatches(() => expireReservations(db, clock.now()), stopping),
    },
  ];
}

/** One batch. @returns how many were woken */
export async function wakeHeldCases(db: Db, now: Date): Promise<number> {
  const today = osloDate(now);
  return db.transaction(async tx => {
    const rows = await tx.query<HeldCase & Record<string, unknown>>(WAKE, [today]);
    for (const row of rows) await wake(tx, row, today);
    return rows.length;
  });
}

async function wake(tx: Tx, row: HeldCase, today: LocalDate): Promise<void> {
  await saveCase(tx, row, { ...(await endHold(tx, row, today)), status: 'OPEN' });
  await addEvent(tx, row, { type: 'RESUMED' });
}

/** One batch. @returns how many were freed */
export async function expireReservations(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => (await tx.query(EXPIRE, [now])).length);
}

async function inBatches(batch: () => Promise<number>, stopping: () => boolean): Promise<number> {
  let total = 0;
  for (let done = BATCH; done === BATCH && !stopping(); total += done) done = await batch();
  return total;
}
