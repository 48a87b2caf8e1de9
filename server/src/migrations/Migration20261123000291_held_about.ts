import { Migration } from '@mikro-orm/migrations';

/** What the desk has about a person beside her cases, for the answer she asks for; only for those who may look into the log about her. */
export class Migration20261123000291_held_about extends Migration {
  override up(): void {
    this.addSql(HELD);
  }
}

const day = (column: string) => `(${column} at time zone 'Europe/Oslo')::date`;

const HELD = `
create function held_about(person bigint, organisation smallint) returns table (kind text, fact jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if coalesce(app_scope('audit'), app_scope('access-review')) is null then return; end if;
  return query
  select h.kind, h.fact from (
    select 'ORDER' as kind, i.organisation_id as org, i.id, jsonb_build_object('number', i.order_number || '-' || i.line, 'scheme', i.scheme,
      'firm', u.name, 'from', i.ordered_on, 'state', i.status) as fact
    from order_item i join organisation u on u.id = i.unit_id where i.person_id = person
    union all
    select 'CARD', k.organisation_id, k.id, jsonb_build_object('number', k.number, 'scheme', k.scheme, 'firm', m.name, 'from', k.valid_from,
      'to', k.expires_on, 'state', k.status)
    from card k join organisation m on m.id = k.main_unit_id where k.person_id = person
    union all
    select 'CHECK', c.organisation_id, c.id, jsonb_build_object('number', i.order_number || '-' || i.line, 'register', c.register, 'state', c.outcome,
      'from', ${day('coalesce(a.at, c.asked_at, c.since)')}, 'said', case when a.person_id = person then a.answered end)
    from register_check c join order_item i on i.id = c.order_item_id left join register_answer a on a.id = c.answer_id where i.person_id = person
    union all
    select 'ANSWER', a.organisation_id, a.id, jsonb_build_object('register', a.register, 'from', ${day('a.at')}, 'said', a.answered)
    from register_answer a where a.person_id = person and not exists (select from register_check c where c.answer_id = a.id)
    union all
    select 'EMPLOYMENT', e.organisation_id, e.id, jsonb_build_object('register', e.source, 'firm', u.name, 'from', e.start_on, 'to', e.end_on)
    from employment e join organisation u on u.id = e.unit_id where e.person_id = person
    union all
    select 'DELEGATION', d.organisation_id, d.id, jsonb_build_object('firm', f.name, 'from', d.from_on, 'to', least(d.to_on, ${day('d.revoked_at')}))
    from delegation d join organisation f on f.id = d.firm_id where d.person_id = person
    union all
    select 'ROLE', organisation, r.id, jsonb_build_object('firm', f.name, 'state', r.code)
    from firm_role r join organisation f on f.id = r.firm_id where r.person_id = person
    union all
    select 'CALL', v.organisation_id, v.id, jsonb_build_object('from', ${day('v.at')}, 'state', v.outcome)
    from caller_verification v where v.person_id = person
    union all
    select 'POWER', w.organisation_id, w.id, jsonb_build_object('from', w.from_on, 'to', least(w.to_on, ${day('w.withdrawn_at')}), 'holder', w.holder_name)
    from power_of_attorney w where w.person_id = person) h
  where organisation is null or h.org = organisation order by h.kind, h.id limit 2000;
end $$;
revoke execute on function held_about(bigint, smallint) from public;
grant execute on function held_about(bigint, smallint) to desk_app;
`;
