/** What the clock has done and will do, for the clock page: each job with its last and next run. */
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { JOBS_SCHEMA } from '../../platform/jobs/jobs.schema.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { ClockPageType, JobRequestType, JobRunType, JobType } from './clock.type.ts';

export interface ClockPageParts {
  readonly clock: Clock;
  readonly definitions: readonly JobDefinition[];
}

/** A run that has not ended goes on only as long as its server says so. */
const RUN = (
  r: string,
) => `jsonb_build_object('id', ${r}.id::text, 'startedAt', ${r}.started_at, 'begunAt', ${r}.begun_at, 'endedAt', ${r}.ended_at,
  'runs', ${r}.runs, 'touched', ${r}.touched, 'error', ${r}.error, 'server', ${r}.server, 'state', case
    when ${r}.error is not null then 'FAILED' when ${r}.ended_at is not null then 'DONE'
    when ${r}.id = (select max(x.id) from job_run x where x.job = ${r}.job)
      and exists (select 1 from ${JOBS_SCHEMA}.job b where b.name = ${r}.job and b.state = 'active') then 'RUNNING' else 'BROKEN_OFF' end)`;

const JOBS = `select j.name, j.every as "everySeconds",
  (select ${RUN('r')} from job_run r where r.job = j.name order by r.id desc limit 1) as "lastRun",
  (select ${RUN('r')} from job_run r where r.job = j.name and r.touched > 0 order by r.id desc limit 1) as "lastUseful",
  (select ${RUN('r')} from job_run r where r.job = j.name and r.started_at > now() - interval '7 days'
    and (r.error is not null or (r.ended_at is null and r.id < (select max(x.id) from job_run x where x.job = r.job)))
    order by r.id desc limit 1) as "lastFailure",
  least((select r.begun_at + make_interval(secs => j.every) from job_run r where r.job = j.name order by r.id desc limit 1),
    (select min(b.start_after) from ${JOBS_SCHEMA}.job b where b.name = j.name || '.wake' and b.state = 'created')) as "nextAt",
  (select coalesce(sum(r.touched), 0)::int from job_run r where r.job = j.name and r.begun_at > now() - interval '24 hours') as "touchedLately",
  (select json_build_object('reason', q.reason, 'askedAt', q.asked_at, 'startedAt', q.started_at, 'askedBy', json_build_object('id', u.id::text, 'name', u.name))
    from job_request q join staff_user u on u.id = q.asked_by where q.job = j.name order by q.id desc limit 1) as "lastRequest"
from unnest($1::text[], $2::int[]) with ordinality j(name, every, position) order by j.position`;

const RUNS = `select ${RUN('r')} as run from job_run r where r.job = $1 order by r.id desc limit 50`;

type Row = Omit<JobType, 'canRehearse' | 'lastRequest'> & {
  lastRequest: Omit<JobRequestType, 'askedBy'> & { askedBy: { id: string; name: string } };
};

export class ClockReadModel {
  constructor(private readonly parts: ClockPageParts) {}

  async page(db: Db): Promise<ClockPageType> {
    const { clock, definitions } = this.parts;
    const names = definitions.map(({ name }) => name);
    const every = definitions.map(({ everySeconds }) => everySeconds);
    const rows = await db.read<Row & Record<string, unknown>>(JOBS, [names, every]);
    return { now: clock.now(), jobs: rows.map(row => this.#job(row)) };
  }

  #job({ lastRequest, ...row }: Row): JobType {
    const askedBy = lastRequest && { ...lastRequest.askedBy, initials: initialsOf(lastRequest.askedBy.name) };
    const canRehearse = this.find(row.name).rehearse !== undefined;
    return { ...row, canRehearse, lastRequest: lastRequest && { ...lastRequest, askedBy } };
  }

  /** The newest fifty rows. @throws AppError NOT_FOUND */
  async runs(db: Db, job: string): Promise<JobRunType[]> {
    const { name } = this.find(job);
    return (await db.read<{ run: JobRunType }>(RUNS, [name])).map(({ run }) => run);
  }

  /** @throws AppError NOT_FOUND */
  find(job: string): JobDefinition {
    const definition = this.parts.definitions.find(({ name }) => name === job);
    if (!definition) throw notFound();
    return definition;
  }
}
