import { Migration } from '@mikro-orm/migrations';
import { CLIENT_ROLE } from '../platform/db/roles.ts';
import { type Door, door } from './row-security.ts';

/**
 * What a machine reads: orders, lines, checks and cards of its firm (app.firm), the sub-units included; a portal, which belongs to no
 * firm, what was ordered through it. Never a name or a national ID number: no way leads to persons.
 */
export class Migration20261123000231_machine_rows extends Migration {
  override up(): void {
    for (const sql of [CLIENT_OF, READS]) this.addSql(sql);
  }
}

/** Which machine ordered; the database fills it in. */
const CLIENT_OF = `
alter table card_order add column client_id bigint references machine_client default app_client();
alter table order_item add column client_id bigint references machine_client default app_client();
create index card_order_client on card_order (client_id, id desc) where client_id is not null;
create index order_item_client on order_item (client_id, id desc) where client_id is not null;
`;

const OF_FIRM = `case when (select app_firm()) is null then client_id = (select app_client()) else main_unit_id = (select app_firm()) end`;
const OF_ITEM = 'exists (select 1 from order_item i where i.id = order_item_id)';
const CARDS = `main_unit_id = (select app_firm()) or ((select app_firm()) is null and ${OF_ITEM})`;

const reads = (table: string, condition: string, columns?: string) => {
  const given: Door = { rights: ['select'], condition, ...(columns ? { columns: { select: columns } } : {}) };
  return door(table, CLIENT_ROLE, given);
};

const READS = [
  `grant select (id, org_number, name, parent_id) on organisation to ${CLIENT_ROLE};`,
  reads('card_order', OF_FIRM),
  reads('order_item', OF_FIRM),
  reads('register_check', OF_ITEM),
  reads(
    'card',
    CARDS,
    'id, organisation_id, number, earlier_issuer, unit_id, main_unit_id, scheme, order_item_id, status, status_reason, status_at, valid_from, expires_on, shredded_on, seized_on, version',
  ),
].join('\n');
