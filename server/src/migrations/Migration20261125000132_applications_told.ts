import { Migration } from '@mikro-orm/migrations';

/** A machine that applied for an exception is told when its state is another: by number, code and state, as it is told of orders and cards. */
export class Migration20261125000132_applications_told extends Migration {
  override up(): void {
    for (const sql of [TOPIC, TRIGGER]) this.addSql(sql);
  }
}

/** Such a message is about no event of an order; it is named after itself. */
const TOPIC = `
alter table webhook_endpoint drop constraint webhook_endpoint_topics_check;
alter table webhook_endpoint add constraint webhook_endpoint_topics_check check (
  topics <@ array['order.placed', 'order_item.status', 'card.status', 'check.changed', 'exception.status'] and cardinality(topics) > 0);
alter table webhook_delivery alter column event_id drop not null;
alter table webhook_delivery add constraint webhook_delivery_about check (event_id is not null or topic = 'exception.status');
`;

const TRIGGER = `
create function tell_of_application() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into webhook_delivery (endpoint_id, at, topic, event, subject)
  select e.id, new.status_at, 'exception.status', jsonb_build_object('applicationNumber', new.number, 'code', new.code,
    'mainUnit', (select org_number from organisation where id = new.firm_id), 'oldValue', old.status, 'newValue', new.status), 'application ' || new.id
  from webhook_endpoint e join machine_client c on c.id = e.client_id
  where e.active and c.active and c.id = new.client_id and 'exception.status' = any (e.topics);
  return null;
end $$;
revoke execute on function tell_of_application() from public;
create trigger tell_of_application after update of status on exception_application for each row
  when (new.client_id is not null and new.status is distinct from old.status) execute function tell_of_application();
`;
