import { Migration } from '@mikro-orm/migrations';

/** Taking over an approval, as put_firm_approval is to set_firm_approval: the work without the question who asks, for the owner alone. */
export class Migration20261126000002_put_taken_over extends Migration {
  override up(): void {
    this.addSql(PUT);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';
const SIGNATURE = '(bigint, text, timestamptz, date)';

const PUT = `
do $do$
declare
  told text := pg_get_functiondef('take_over_approval${SIGNATURE}'::regprocedure);
  asks text := substring(told from 'if app_scope.*?end if;');
begin
  if asks is null then raise exception 'nothing to take apart in take_over_approval'; end if;
  told := replace(replace(told, asks, ''), 'take_over_approval(', 'put_taken_over(');
  -- The case is as old as what it was opened for.
  told := replace(told, '(organisation_id, case_id, type, actor_id, new_value)', '(organisation_id, case_id, type, actor_id, new_value, at)');
  told := replace(told, 'app_actor(), opened.channel)', 'app_actor(), opened.channel, at)');
  told := replace(told, 'app_actor(), held.status)', 'app_actor(), held.status, at)');
  execute told;
  execute replace('create or replace function take_over_approval(told_firm bigint, told_register text, at timestamptz, told_on date)
    returns bigint language plpgsql volatile ${OPTIONS} as $fn$
    declare home smallint := (select o.id from staff_organisation o where o.kind = ''AUTHORITY'' order by o.id limit 1);
    begin
      ASKS
      return put_taken_over(told_firm, told_register, at, told_on);
    end $fn$', 'ASKS', asks);
end $do$;
revoke execute on function put_taken_over${SIGNATURE} from public;
`;
