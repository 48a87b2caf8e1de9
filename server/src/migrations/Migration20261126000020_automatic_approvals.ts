import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';

/** An agency whose register duties are all answered yes is approved by the desk itself (docs/decisions/0605). */
export class Migration20261126000020_automatic_approvals extends Migration {
  override up(): void {
    for (const sql of [JUDGED, REGISTER, DECISION]) this.addSql(sql);
  }
}

/** Since when an application waits for the desk to look at it; null: it does not, or no longer. */
const JUDGED = `
alter table exception_application add column judge_at timestamptz;
create index exception_application_judged on exception_application (id) where judge_at is not null;
`;

const REGISTER = `
do $do$
declare told text := pg_get_functiondef('register_application(jsonb, timestamptz, date, int, date)'::regprocedure);
begin
  if position('  returning * into made;' in told) = 0 then raise exception 'nothing to change in register_application'; end if;
  told := replace(told, '  returning * into made;', $b$  returning * into made;
  if made.code = 'STAFFING_AGENCY' and made.status = 'UNDER_REVIEW' then
    update exception_application a set judge_at = told_at where a.id = made.id;
  end if;$b$);
  execute told;
end $do$;
`;

/** Nobody proposed it and nobody signed it: only a first grant can come about so, and only by a job. */
const DECISION = `
alter table decision alter column decided_by drop not null, alter column proposal_id drop not null,
  add constraint decision_automatic check (decided_by is not null and proposal_id is not null
    or decided_by is null and proposal_id is null and approved_by is null and kind = 'FIRST' and outcome = 'GRANT') not valid;
alter table decision validate constraint decision_automatic;
grant insert on decision to ${JOB_ROLE};
create policy job_insert on decision for insert to ${JOB_ROLE} with check (decided_by is null);
`;
