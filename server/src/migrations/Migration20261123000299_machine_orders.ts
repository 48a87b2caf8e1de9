import { Migration } from '@mikro-orm/migrations';
import { CLIENT_ROLE } from '../platform/db/roles.ts';
import { type Door, door } from './row-security.ts';

/**
 * What a machine writes when it orders, hands images in or blocks a card: rows of the one firm it acts for (app.firm) and what hangs on
 * them. Persons it can find by the hash of a number it knows already, and add; it can read none.
 */
export class Migration20261123000299_machine_orders extends Migration {
  override up(): void {
    for (const sql of [PERSONS, GRANTS, ...DOORS]) this.addSql(sql);
  }
}

const PERSONS = `
-- Which of these hashes belong to somebody.
create function client_persons(hashes bytea[]) returns table (hash bytea, person_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select h, p.id from unnest(hashes) h join person p on p.national_id_idx = h where app_client() is not null $$;
create function client_next_person() returns bigint language sql volatile security definer set search_path = public, pg_temp as
  $$ select nextval(pg_get_serial_sequence('person', 'id')) where app_client() is not null $$;
-- As the machine wrote the name; Folkeregisteret's takes its place at the first look.
create function client_add_person(person bigint, given text, family text, born date, d boolean,
  enc bytea, key_id text, idx bytea, others bytea[], masked text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into person (id, given_name, family_name, birth_date, d_number, national_id_enc, national_id_key, national_id_idx, national_id_idx_others, national_id_masked)
  overriding system value select person, given, family, born, d, enc, key_id, idx, others, masked where app_client() is not null $$;
-- The name of somebody who may order for the firm, for the order and its letters.
create function client_orderer_name(person bigint) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p where p.id = person and (
    exists (select 1 from firm_role r join organisation o on o.id = r.firm_id where r.person_id = p.id and app_firm() in (o.id, o.parent_id))
    or exists (select 1 from delegation d join organisation o on o.id = d.firm_id where d.person_id = p.id and app_firm() in (o.id, o.parent_id))) $$;
revoke execute on function client_persons, client_next_person, client_add_person, client_orderer_name from public;
grant execute on function client_persons, client_next_person, client_add_person, client_orderer_name to ${CLIENT_ROLE};
`;

const GRANTS = `
grant select, insert, update on number_series to ${CLIENT_ROLE};
grant select (person_id) on card to ${CLIENT_ROLE};
grant usage on sequence order_event_id_seq to ${CLIENT_ROLE};
`;

const OWN = 'main_unit_id = (select app_firm())';
/** Of an order line or a case the machine sees; row security of those answers. */
const OF_ITEM = 'exists (select 1 from order_item i where i.id = order_item_id)';
const OF_ORDER = 'exists (select 1 from card_order o where o.id = order_id)';
const OF_CASE = 'exists (select 1 from desk_case c where c.id = case_id)';
const OF_UNIT =
  'exists (select 1 from organisation o where o.id = firm_id and (select app_firm()) in (o.id, o.parent_id))';

const through = (table: string, condition: string, given: Omit<Door, 'condition'>) =>
  door(table, CLIENT_ROLE, { ...given, condition });

const DOORS = [
  through('card_order', OWN, { rights: ['insert'] }),
  through('order_item', OWN, { rights: ['insert'] }),
  through('order_event', OF_ORDER, { rights: ['insert'] }),
  through('card', OWN, {
    rights: ['update'],
    columns: { update: 'status, status_reason, status_at, version' },
  }),
  through('scheme_setting', 'true', { rights: ['select'] }),
  through('firm_role', OF_UNIT, { rights: ['select'], columns: { select: 'id, firm_id, code, person_id' } }),
  through('delegation', OF_UNIT, { rights: ['select'] }),
  through('employment', OWN, { rights: ['select'] }),
  through('desk_case', OF_ITEM, { rights: ['select', 'insert', 'update'], columns: { update: 'version' } }),
  through('case_event', OF_CASE, { rights: ['insert'] }),
  through('upload_link', OF_CASE, {
    rights: ['select', 'insert', 'update'],
    columns: { update: 'revoked_at' },
  }),
  through('register_check', OF_ITEM, { rights: ['insert'] }),
  through('vat_declaration', OF_ORDER, { rights: ['insert'] }),
  through('outbox_mail', `${OF_ITEM} or ${OF_CASE}`, { rights: ['select', 'insert'] }),
];
