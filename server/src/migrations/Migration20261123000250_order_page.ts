import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door, ofActor, wall, withheld } from './row-security.ts';

/** What somebody has begun to write about an order line, and the list of lines that stand still in the order they will be cancelled. */
export class Migration20261123000250_order_page extends Migration {
  override up(): void {
    this.addSql(DRAFT);
    this.addSql(WALLS);
    this.addSql(SOONEST);
  }
}

const DRAFT = `
create table order_draft (
  staff_user_id bigint not null references staff_user,
  order_item_id bigint not null references order_item on delete cascade,
  action text not null,
  organisation_id smallint not null references staff_organisation,
  body jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (staff_user_id, order_item_id, action)
);
create index order_draft_item on order_draft (order_item_id);
`;

const WALLS = `
${wall('order_draft', {
  see: ofActor('staff_user_id'),
  change: ofActor('staff_user_id'),
  app: ['select', 'insert', 'update', 'delete'],
})}
${withheld('order_draft', 'item')}
${door('order_draft', JOB_ROLE, { rights: ['select', 'delete'], condition: 'true' })}
`;

/** R2 [000]; a clock that stands still (R3) comes last. */
const SOONEST = `
create index order_item_soonest on order_item (organisation_id, (coalesce(cancel_on, 'infinity'::date)), id)
  where status in ('PENDING', 'IMAGE_REJECTED');
`;
