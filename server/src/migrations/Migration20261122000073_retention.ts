import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door } from './row-security.ts';

/** What the nightly erasure may do. */
export class Migration20261122000073_retention extends Migration {
  override up(): void {
    this.addSql(ERASE_CASES);
    this.addSql(GRANTS);
  }
}

const ERASE_CASES = `
create index stored_file_living on stored_file (id) where data_key is not null;

-- Whole cases, closed ones only, with what belongs to nobody else then. Their timelines must be gone before (audit_erase).
-- Answers the persons who are gone with them. The job has no other way to delete a case.
create function erase_cases(ids bigint[]) returns table (person_id bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  items bigint[];
  persons bigint[];
begin
  ids := array(select c.id from desk_case c where c.id = any(ids) and c.status = 'CLOSED');
  items := array(select c.order_item_id from desk_case c where c.id = any(ids) and c.order_item_id is not null);
  persons := array(select c.person_id from desk_case c where c.id = any(ids) and c.person_id is not null
    union select i.person_id from order_item i where i.id = any(items));
  delete from image_decision_reason r using image_decision d where d.id = r.decision_id and d.case_id = any(ids);
  delete from image_decision d where d.case_id = any(ids);
  delete from image_submission s where s.case_id = any(ids);
  delete from outbox_mail m where m.case_id = any(ids);
  delete from upload_link l where l.case_id = any(ids);
  delete from stored_file f where f.case_id = any(ids);
  delete from case_hold h where h.case_id = any(ids);
  delete from case_link l where l.case_id = any(ids) or l.other_case_id = any(ids);
  delete from case_barred b where b.case_id = any(ids);
  delete from case_skip s where s.case_id = any(ids);
  delete from draft d where d.case_id = any(ids);
  delete from desk_case c where c.id = any(ids);
  delete from order_item i where i.id = any(items) and not exists (select 1 from desk_case c where c.order_item_id = i.id);
  return query delete from person p where p.id = any(persons)
    and not exists (select 1 from desk_case c where c.person_id = p.id)
    and not exists (select 1 from order_item i where i.person_id = p.id) returning p.id;
end $$;
revoke execute on function erase_cases(bigint[]) from public;
grant execute on function erase_cases(bigint[]) to ${JOB_ROLE};
`;

const OLD_ROWS = ['draft', 'case_skip', 'staff_session', 'sign_in_attempt'] as const;

const GRANTS = `
${OLD_ROWS.map(table => door(table, JOB_ROLE, { rights: ['select', 'delete'], condition: 'true' })).join('\n')}
create policy job_notes_retention on audit_log for insert to ${JOB_ROLE} with check (operation = 'retention' and actor_id is null);
grant insert on audit_log to ${JOB_ROLE};
`;
