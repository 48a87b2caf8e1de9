import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';

/** What the registers say about an application's firm and persons, as a decision rests on it: the digest of an approval covers it. */
export class Migration20261124000020_register_facts extends Migration {
  override up(): void {
    this.addSql(FACTS);
  }
}

const NAMES = `jsonb_build_object('name', p.name, 'birthDate', p.birth_date, 'status', p.register_status, 'restricted', p.restricted,
    'street', p.street, 'postcode', p.postcode, 'city', p.city)`;

/** Of the firm and the two persons alone, and of what registers answered for orders this application could move. */
const FACTS = `
create function register_facts_of_application(asked bigint) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'firm', (select jsonb_build_object('orgNumber', f.org_number, 'name', f.name, 'form', f.form, 'sectorCode', f.sector_code, 'registeredOn', f.registered_on,
        'municipality', f.municipality, 'employees', f.employees, 'street', f.street, 'postcode', f.postcode, 'city', f.city)
      from organisation f where f.id = a.firm_id),
    'person', (select ${NAMES} from person p where p.id = a.person_id),
    'related', (select ${NAMES} from person p where p.id = a.related_person_id),
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
  where a.id = asked and app_scope('application') in (0, a.organisation_id)
    and (a.withheld_from is null or app_scope('protected-person') is not null)
$$;
revoke execute on function register_facts_of_application(bigint) from public;
grant execute on function register_facts_of_application(bigint) to ${APP_ROLE};
`;
