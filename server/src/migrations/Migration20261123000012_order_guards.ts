import { Migration } from '@mikro-orm/migrations';

/**
 * The life cycle is kept by the database too, whoever writes: no step that the state tables do not have (order-item.rules.ts,
 * card.rules.ts; a test compares them), no line READY with an unmet check, and no change of state without its event.
 */
export class Migration20261123000012_order_guards extends Migration {
  override up(): void {
    this.addSql(ITEM);
    this.addSql(CARD);
  }
}

const ITEM = `
create function order_item_step(old_status text, new_status text) returns boolean language sql immutable parallel safe as $$
  select (old_status, new_status) in (
    ('DRAFT', 'PENDING'), ('DRAFT', 'CANCELLED'),
    ('PENDING', 'IMAGE_REJECTED'), ('PENDING', 'REJECTED'), ('PENDING', 'READY'), ('PENDING', 'AUTO_CANCELLED'), ('PENDING', 'CANCELLED'),
    ('IMAGE_REJECTED', 'PENDING'), ('IMAGE_REJECTED', 'AUTO_CANCELLED'), ('IMAGE_REJECTED', 'REJECTED'), ('IMAGE_REJECTED', 'CANCELLED'),
    ('READY', 'PENDING'), ('READY', 'IN_PRODUCTION'), ('READY', 'CANCELLED'),
    ('IN_PRODUCTION', 'READY'), ('IN_PRODUCTION', 'SHIPPED'),
    ('REJECTED', 'PENDING'))
$$;
create function order_item_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not order_item_step(old.status, new.status) then
    raise exception 'an order line goes from % to % in no case', old.status, new.status using errcode = 'check_violation';
  end if;
  if old.status = 'PENDING' and new.status = 'READY' and (new.image_requirement <> 'MET'
    or not exists (select 1 from register_check c where c.order_item_id = new.id)
    or exists (select 1 from register_check c where c.order_item_id = new.id and c.outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE'))) then
    raise exception 'order line % has an unmet check (R1)', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function order_item_guard() from public;
create trigger guard before update of status on order_item for each row when (old.status <> new.status) execute function order_item_guard();

create function order_item_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_event (organisation_id, order_id, order_item_id, at, type, actor_id, old_value, new_value, note)
  values (new.organisation_id, new.order_id, new.id, coalesce(new.status_at, clock_timestamp()), 'ITEM_STATUS', app_actor(), old.status, new.status, new.status_reason);
  return null;
end $$;
revoke execute on function order_item_tells() from public;
create trigger tells after update of status on order_item for each row when (old.status <> new.status) execute function order_item_tells();
`;

const CARD = `
create function card_step(old_status text, new_status text) returns boolean language sql immutable parallel safe as $$
  select (old_status, new_status) in (
    ('VALID', 'INVALID'), ('VALID', 'BLOCKED'), ('VALID', 'EXPIRED'),
    ('INVALID', 'VALID'), ('INVALID', 'BLOCKED'), ('INVALID', 'EXPIRED'))
$$;
create function card_guard() returns trigger language plpgsql as $$
begin
  if not card_step(old.status, new.status) then
    raise exception 'a card goes from % to % in no case', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before update of status on card for each row when (old.status <> new.status) execute function card_guard();

create function card_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare was text := case tg_op when 'UPDATE' then old.status end;
begin
  insert into order_event (organisation_id, order_id, order_item_id, card_id, at, type, actor_id, old_value, new_value, note)
  values (new.organisation_id, (select i.order_id from order_item i where i.id = new.order_item_id), new.order_item_id, new.id,
    new.status_at, 'CARD_STATUS', app_actor(), was, new.status, new.status_reason);
  return null;
end $$;
revoke execute on function card_tells() from public;
create trigger tells_first after insert on card for each row execute function card_tells();
create trigger tells after update of status on card for each row when (old.status <> new.status) execute function card_tells();
`;
