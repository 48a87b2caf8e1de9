/** Jobs that deal with what is due, batch by batch; the run and its rehearsal find it by the same statement. */
import type { Clock } from '../clock.ts';
import type { Db, Tx, Values } from '../db/db.ts';
import type { JobDefinition, Rehearsal } from './jobs.ts';

/** A row that is due, with what a rehearsal says about it. */
export interface DueRow {
  /** Rows are taken in this order. */
  id: string;
  organisation_id: number;
  order_number: string | null;
  card_number: string | null;
  firm_name: string | null;
  person_id: string | null;
  /** "K. N."; null for protected persons. */
  person: string | null;
  /** Codes of why. */
  reasons: string[];
  /** Day 0 and the last day of what has run out. */
  from_on: string | null;
  to_on: string | null;
}

export interface Sweep<R extends DueRow> {
  readonly name: string;
  readonly everySeconds: number;
  readonly clock: Clock;
  /** A select of DueRow without order, limit or lock; its `where` ends open for more conditions. */
  readonly find: string;
  /** Column the rows are ordered by, as `i.id`; its table is the one to lock. */
  readonly key: string;
  /** Values of `find`, from $4 on. */
  values(db: Db, now: Date): Promise<Values>;
  /** One batch, locked. @returns how many rows were dealt with; those that were not come again at the next run */
  deal(tx: Tx, rows: readonly R[], now: Date): Promise<number>;
  readonly batch?: number;
}

const BATCH = 200;
/** As many as a count says exactly. */
const MOST_SHOWN = 1_001;

/** $1 last id seen, $2 how many, $3 the organisation or null for all. */
function statement<R extends DueRow>({ find, key }: Sweep<R>, lock: boolean): string {
  const [table] = key.split('.');
  const own = `($3::smallint is null or ${table}.organisation_id = $3)`;
  const found = `${find} and ${key} > $1 and ${own} order by ${key} limit $2`;
  return lock ? `${found} for update of ${table} skip locked` : found;
}

export function sweepJob<R extends DueRow>(sweep: Sweep<R>): JobDefinition {
  const { name, everySeconds, clock } = sweep;
  return {
    name,
    everySeconds,
    run: (db, stopping) => runSweep(sweep, { db, now: clock.now(), stopping }),
    rehearse: (db, at, organisationId) => rehearseSweep(sweep, { db, at, organisationId }),
  };
}

interface Run {
  readonly db: Db;
  readonly now: Date;
  readonly stopping: () => boolean;
}

/** Each row is looked at once in a run; several servers share the work, as each passes over what another has locked. */
async function runSweep<R extends DueRow>(sweep: Sweep<R>, { db, now, stopping }: Run): Promise<number> {
  const text = statement(sweep, true);
  const { batch = BATCH } = sweep;
  const values = await sweep.values(db, now);
  let [after, total, found] = ['0', 0, batch];
  while (found === batch && !stopping()) {
    const [rows, done] = await db.transaction(async tx => {
      const due = await tx.query<R & Record<string, unknown>>(text, [after, batch, null, ...values]);
      return [due, due.length > 0 ? await sweep.deal(tx, due, now) : 0] as const;
    });
    after = rows.at(-1)?.id ?? after;
    found = rows.length;
    total += done;
  }
  return total;
}

async function rehearseSweep<R extends DueRow>(
  sweep: Sweep<R>,
  { db, at, organisationId }: { db: Db; at: Date; organisationId: number | null },
): Promise<Rehearsal> {
  const values = await sweep.values(db, at);
  const rows = await db.read<R & Record<string, unknown>>(statement(sweep, false), [
    ...['0', MOST_SHOWN, organisationId],
    ...values,
  ]);
  return { rows };
}

/** Who a row is about, for a page that shows no names. The person's table is called p. */
export const MASKED_PERSON = `case when p.restricted then null else left(p.given_name, 1) || '. ' || left(p.family_name, 1) || '.' end as person`;
