import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** Who is married to whom, as Folkeregisteret has it, and the facts that stand beside a claim; what an approval is bound to covers them too. */
export class Migration20261124000123_claim_facts extends Migration {
  override up(): void {
    for (const sql of [MARRIED, FACTS, BESIDE]) this.addSql(sql);
  }
}

const MARRIED = `
alter table person
  add column married boolean,             -- null: not told
  add column spouse_id bigint references person on delete set null;  -- where the desk knows her
create index person_spouse on person (spouse_id) where spouse_id is not null;
`;

const NAMES = `jsonb_build_object('name', p.name, 'birthDate', p.birth_date, 'status', p.register_status, 'restricted', p.restricted,
    'street', p.street, 'postcode', p.postcode, 'city', p.city)`;
const READABLE = `app_scope('application') in (0, a.organisation_id) and (a.withheld_from is null or app_scope('protected-person') is not null)`;

/** As before, and whether the firm is active and in Mva-registeret, whether its roles are known, and whether the two are married. */
const FACTS = `
create or replace function register_facts_of_application(asked bigint) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'firm', (select jsonb_build_object('orgNumber', f.org_number, 'name', f.name, 'form', f.form, 'status', f.status, 'sectorCode', f.sector_code,
        'registeredOn', f.registered_on, 'municipality', f.municipality, 'employees', f.employees, 'street', f.street, 'postcode', f.postcode, 'city', f.city,
        'inVatRegister', f.in_vat_register, 'rolesKnown', exists (select from firm_role r where r.firm_id = f.id))
      from organisation f where f.id = a.firm_id),
    'person', (select ${NAMES} from person p where p.id = a.person_id),
    'related', (select ${NAMES} from person p where p.id = a.related_person_id),
    'married', (select case when p.married is false then false when p.spouse_id is not null and a.related_person_id is not null then p.spouse_id = a.related_person_id end
      from person p where p.id = a.person_id),
    'roles', (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'related', r.person_id = a.related_person_id) order by r.code, r.id), '[]')
      from firm_role r where r.firm_id = a.firm_id and r.person_id in (a.person_id, a.related_person_id)),
    'employments', (select coalesce(jsonb_agg(jsonb_build_object('source', e.source, 'startOn', e.start_on, 'endOn', e.end_on) order by e.source, e.start_on), '[]')
      from employment e where e.main_unit_id = a.firm_id and e.person_id = a.person_id),
    'answers', (select coalesce(jsonb_agg(distinct jsonb_build_object('register', c.register, 'outcome', c.settled_outcome, 'reason', c.reason,
        'answer', encode(h.content_hash, 'hex'))), '[]')
      from order_item i join register_check c on c.order_item_id = i.id and c.register = a.register left join register_answer h on h.id = c.answer_id
      where i.main_unit_id = a.firm_id and (a.person_id is null or i.person_id = a.person_id)
        and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')))
  from exception_application a
  where a.id = asked and ${READABLE}
$$;
`;

/** The day the registers were last asked is no part of the facts: asking again changes nothing that was approved. */
const BESIDE = `
create function facts_beside_claim(asked bigint) returns table (id bigint, code text, received_on date, facts jsonb, asked_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code, a.received_on, register_facts_of_application(a.id),
    (select case when count(*) = count(x.at) then min(x.at) end from (select f.refreshed_at as at from organisation f where f.id = a.firm_id
      union all select p.refreshed_at from person p where p.id in (a.person_id, a.related_person_id)) x)
  from exception_application a where a.case_id = asked and ${READABLE}
$$;
revoke execute on function facts_beside_claim(bigint) from public;
grant execute on function facts_beside_claim(bigint) to ${APP_ROLE};
`;
