import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { ofEveryone, wall } from './row-security.ts';

/** What the clock did: every run of every job, and who asked for one out of turn. */
export class Migration20261123000280_job_runs extends Migration {
  override up(): void {
    this.addSql(RUN);
    this.addSql(REQUEST);
  }
}

const RUN = `
create table job_run (
  id bigint generated always as identity primary key,
  job text not null check (job ~ '^[a-z-]{1,60}$'),
  server text not null,
  started_at timestamptz not null,        -- of the first run in this row
  begun_at timestamptz not null,          -- of the last one
  ended_at timestamptz,                   -- null: running, or its server died
  runs int not null default 1,            -- runs in a row that found nothing to do share one, for an hour at most
  touched int not null default 0,
  error text check (length(error) <= 200)
);
create index job_run_job on job_run (job, id desc);
create index job_run_age on job_run (started_at);
grant select on job_run to desk_app;
grant select, insert, update, delete on job_run to ${JOB_ROLE};
`;

const REQUEST = `
create table job_request (
  id bigint generated always as identity primary key,
  job text not null,
  reason text not null check (reason <> ''),
  asked_by bigint not null references staff_user,
  asked_at timestamptz not null,
  started_at timestamptz                  -- null: a server that runs jobs has not seen it yet
);
create index job_request_open on job_request (id) where started_at is null;
create index job_request_job on job_request (job, id desc);
create trigger audit after insert or update or delete on job_request for each row execute function audit_change('-', 'reason');
${wall('job_request', { see: ofEveryone('clock'), change: ofEveryone('clock.write'), app: ['select', 'insert'], job: ['select', 'update'] })}
`;
