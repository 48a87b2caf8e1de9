/** Gives approvals from the old register a case before the clock tells anybody about them, so that they are dealt with like every other; a rehearsal shows them too. */
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { DueRow } from '../../platform/jobs/sweep.ts';
import { type Approved, takeOverApproval } from './confirmation.store.ts';

const BATCH = 200;
const MOST_SHOWN = 1_001;
const AUTHORITY = `(select o.id from staff_organisation o where o.kind = 'AUTHORITY' order by o.id limit 1)`;

/** Columns of firm_approval h and its firm f, for `outside`. */
export const OUTSIDE = (reasons: string, days: string): string =>
  `select h.id::text, ${AUTHORITY} as organisation_id, null as order_number, null as card_number, f.name as firm_name, null as person_id, null as person,
  ${reasons} as reasons, ${days}, h.firm_id::text as "firmId", h.register from firm_approval h join organisation f on f.id = h.firm_id`;
/** Of approvals that hold now and have no case. */
export const WITHOUT_CASE = `h.to_at is null and h.application_id is null and h.status like 'APPROVED%'`;

type Found = DueRow & Approved & Record<string, unknown>;

export interface TakingOver {
  readonly job: JobDefinition;
  readonly clock: Clock;
  /** A select by OUTSIDE; its `where` ends open for more conditions. */
  readonly outside: string;
  /** Of `outside`, from $4 on. */
  readonly values: (db: Db, now: Date) => Promise<Values>;
}

const statement = (outside: string) =>
  `${outside} and h.id > $1 and ($3::smallint is null or $3 = ${AUTHORITY}) order by h.id limit $2`;

export const takingOver = ({ job, clock, outside, values }: TakingOver): JobDefinition => ({
  ...job,
  run: async (db, stopping) => {
    const now = clock.now();
    const asked = await values(db, now);
    let found = BATCH;
    while (found === BATCH && !stopping()) {
      found = await db.transaction(async tx => {
        const due = await tx.query<Found>(statement(outside), ['0', BATCH, null, ...asked]);
        for (const one of due) await takeOverApproval(tx, one, now);
        return due.length;
      });
    }
    return job.run(db, stopping);
  },
  rehearse: async (db, at, organisationId) => {
    const own = await job.rehearse?.(db, at, organisationId);
    const asked = ['0', MOST_SHOWN, organisationId, ...(await values(db, at))];
    return { rows: [...(own?.rows ?? []), ...(await db.read<Found>(statement(outside), asked))] };
  },
});
