import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door, expected, ofOrganisation, wall } from './row-security.ts';

/** Row security of orders, cards and what the registers said; jobs work on every row. */
export class Migration20261123000011_order_walls extends Migration {
  override up(): void {
    for (const sql of WALLS) this.addSql(sql);
    this.addSql(OPEN);
    this.addSql(ITEM);
  }
}

const ofOrder = { see: ofOrganisation('order'), change: ofOrganisation('order.write') };
const ofCard = { see: ofOrganisation('card'), change: ofOrganisation('card.write') };
const all = ['select', 'insert', 'update'] as const;

/** A register's answer about a firm or a person is written where the order is: by whoever asks again, or by a job. */
const WALLS = [
  wall('card_order', { ...ofOrder, app: all, job: all }),
  wall('card', { ...ofCard, app: all, job: all }),
  wall('register_check', { ...ofOrder, app: all, job: all }),
  wall('register_answer', { ...ofOrder, app: ['select', 'insert'], job: ['select', 'insert', 'delete'] }),
  wall('order_event', {
    see: `${ofOrganisation('order')} or (order_id is null and ${ofOrganisation('card')})`,
    change: `${ofOrganisation('order.write')} or ${ofOrganisation('card.write')}`,
    app: ['select', 'insert'],
    job: ['select', 'insert'],
  }),
  wall('employment', { ...ofOrder, app: ['select'], job: [...all, 'delete'] }),
  wall('delegation', { ...ofOrder, app: ['select'], job: all }),
  // Anyone can look the roles of a firm up; together with the person they belong to they are for those who see orders.
  wall('firm_role', {
    see: expected(`(select app_scope('order')) is not null`),
    app: ['select'],
    job: [...all, 'delete'],
  }),
];

const OPEN = `
grant select on firm_approval to desk_app, ${JOB_ROLE};
grant insert, update, delete on firm_approval to ${JOB_ROLE};
grant insert, update on organisation to ${JOB_ROLE};
grant insert on person to ${JOB_ROLE};
create policy job_insert on person for insert to ${JOB_ROLE} with check (true);
`;

/** Lines stand behind the wall they have had (whoever sees cases of the organisation); now requests and jobs add and move them. */
const ITEM = `
grant insert on order_item to desk_app;
${door('order_item', JOB_ROLE, { rights: ['insert', 'update'], condition: 'true' })}
`;
