/** Writes down every run of every job, for the clock page: when, on which server, how many rows it dealt with, what stopped it. */
import { hostname } from 'node:os';
import type { Db } from '../db/db.ts';
import type { Enqueue, JobDefinition } from './jobs.ts';

export const KEPT_DAYS = 90;

/** Runs that find nothing follow each other by the second: they share a row, an hour of them at most. One job runs once at a time. */
const BEGIN = `with last as (
  select id from job_run where job = $1 order by id desc limit 1
), again as (
  update job_run r set runs = r.runs + 1, begun_at = clock_timestamp(), ended_at = null, server = $2 from last
  where r.id = last.id and r.touched = 0 and r.error is null and r.ended_at is not null and r.started_at > now() - interval '1 hour'
  returning r.id
), fresh as (
  insert into job_run (job, server, started_at, begun_at)
  select $1, $2, at, at from clock_timestamp() at where not exists (select 1 from again) returning id
)
select id::text from again union all select id::text from fresh`;

/** A run that found something gets a row of its own after all. */
const END = `with run as (
  select *, runs > 1 and ($2::int > 0 or $3::text is not null) as apart from job_run where id = $1
), kept as (
  update job_run r set runs = r.runs - apart::int, ended_at = case when apart then run.begun_at else clock_timestamp() end,
    touched = case when apart then 0 else $2::int end, error = case when apart then null else $3::text end
  from run where r.id = run.id
)
insert into job_run (job, server, started_at, begun_at, ended_at, touched, error)
select job, server, begun_at, begun_at, clock_timestamp(), $2::int, $3::text from run where apart`;

const FORGET = `delete from job_run where started_at < now() - make_interval(days => ${KEPT_DAYS}) returning 1`;

const SERVER = `${hostname()}:${process.pid}`;

/** @returns job_run.id, for endRun */
export async function beginRun(db: Db, job: string): Promise<string> {
  const [row] = await db.read<{ id: string }>(BEGIN, [job, SERVER]);
  return row?.id ?? '';
}

export interface RunEnd {
  readonly touched: number;
  /** Kind and code of what stopped it; never its message, which may quote data. */
  readonly error: string | null;
}

export async function endRun(db: Db, id: string, { touched, error }: RunEnd): Promise<void> {
  await db.read(END, [id, touched, error]);
}

/** What the clock page says about a failed run. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Za-z0-9_]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name;
}

const ASKED = `update job_request set started_at = clock_timestamp()
where id in (select id from job_request where started_at is null order by id limit 50 for update skip locked) returning job`;

/** Starts what somebody has asked for out of turn, on whatever server. */
export function askedRuns(enqueue: Enqueue): JobDefinition {
  return {
    name: 'start-asked-runs',
    everySeconds: 5,
    quiet: true,
    run: db =>
      db.transaction(async tx => {
        const asked = await tx.query<{ job: string }>(ASKED);
        for (const job of new Set(asked.map(row => row.job))) await enqueue(tx, job);
        return asked.length;
      }),
  };
}

export const jobRunJobs: readonly JobDefinition[] = [
  { name: 'forget-job-runs', everySeconds: 24 * 3_600, run: async db => (await db.read(FORGET)).length },
];
