import { Migration } from '@mikro-orm/migrations';

/** Who is named in an application for approval, or was billed herself, is told so when she asks what the desk has about her. */
export class Migration20261126000221_held_about extends Migration {
  override up(): void {
    this.addSql(TOLD);
  }
}

const LAST = 'from power_of_attorney w where w.person_id = person) h';
const MORE = `from power_of_attorney w where w.person_id = person
    union all
    select 'WORKER', n.organisation_id, n.id, jsonb_build_object('number', a.number, 'register', a.register, 'firm', f.name, 'from', (n.told_at at time zone 'Europe/Oslo')::date)
    from approval_worker n join exception_application a on a.id = n.application_id join organisation f on f.id = a.firm_id where n.person_id = person
    union all
    select 'INVOICE', v.organisation_id, v.id, jsonb_build_object('number', v.number, 'from', v.issued_on)
    from invoice v where v.person_id = person) h`;

/** As migration 20261123000291 has it, and more. */
const TOLD = `
do $do$
declare told text := pg_get_functiondef('held_about(bigint, smallint)'::regprocedure);
begin
  if position($a$${LAST}$a$ in told) = 0 then raise exception 'nothing to change in held_about'; end if;
  execute replace(told, $a$${LAST}$a$, $b$${MORE}$b$);
end $do$;
`;
