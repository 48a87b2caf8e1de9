import { Migration } from '@mikro-orm/migrations';
import { ofEveryone, wall } from './row-security.ts';

/**
 * Who is told what happens to orders and cards. An event and what is to be sent about it are written in one transaction, by a trigger:
 * nothing that is committed goes untold, and nothing untrue is told (docs/decisions/0230-webhooks.md).
 */
export class Migration20261123000232_webhooks extends Migration {
  override up(): void {
    for (const sql of [TABLES, WALLS, TRIGGER]) this.addSql(sql);
  }
}

const TABLES = `
create table webhook_endpoint (
  id bigint generated always as identity primary key,
  client_id bigint not null references machine_client,
  url text not null check (length(url) <= 500),
  topics text[] not null check (topics <@ array['order.placed', 'order_item.status', 'card.status', 'check.changed'] and cardinality(topics) > 0),
  secret_enc bytea not null,              -- nonce (12), ciphertext, tag (16)
  secret_key text not null,               -- id of the key that sealed it
  previous_enc bytea,                     -- the secret before, which signs too for a day
  previous_until timestamptz,
  active boolean not null default true,
  failures int not null default 0,        -- tries in a row that failed
  paused_at timestamptz,                  -- after too many: what happens is kept, and sent when somebody lets it go on
  pause_reason text check (pause_reason in ('TOO_MANY_FAILURES', 'GONE')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by bigint references staff_user
);
create index webhook_endpoint_client on webhook_endpoint (client_id);
create trigger audit after insert or delete or update of url, topics, secret_enc, active, paused_at on webhook_endpoint
  for each row execute function audit_change('-', 'secret_enc', 'previous_enc', 'failures');

create table webhook_delivery (
  id bigint generated always as identity primary key,
  endpoint_id bigint not null references webhook_endpoint,
  event_id bigint not null references order_event,
  at timestamptz not null,                -- when it happened
  topic text not null,
  event jsonb not null,                   -- numbers and states as they were told: who looks after deliveries sees no orders
  subject text not null,                  -- what happened to: of one subject nothing overtakes anything
  status text not null default 'QUEUED' check (status in ('QUEUED', 'SENDING', 'DELIVERED', 'FAILED')),
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  since timestamptz not null default now(), -- the day it is tried for begins here; a replay begins it anew
  next_at timestamptz not null default now(),
  claimed_at timestamptz,
  last_code int,                          -- status of the last answer; null when there was none
  last_error text,                        -- why there was none
  last_answer text,                       -- its beginning
  delivered_at timestamptz,
  replays int not null default 0,
  unique (endpoint_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_at, id) where status = 'QUEUED';
create index webhook_delivery_open on webhook_delivery (endpoint_id, subject, id) where status in ('QUEUED', 'SENDING');
create index webhook_delivery_claimed on webhook_delivery (claimed_at) where status = 'SENDING';
create index webhook_delivery_list on webhook_delivery (endpoint_id, status, id desc);
create index webhook_delivery_event on webhook_delivery (event_id);
create index webhook_delivery_age on webhook_delivery (delivered_at) where status in ('DELIVERED', 'FAILED');
`;

const seen = { see: ofEveryone('webhook'), change: ofEveryone('webhook.write') };

/** What happened is told by number and state: whoever looks after the deliveries sees no order because of them. */
const WALLS = [
  wall('webhook_endpoint', { ...seen, app: ['select', 'insert', 'update'], job: ['select', 'update'] }),
  wall('webhook_delivery', {
    ...seen,
    app: ['select', 'update'],
    job: ['select', 'update', 'delete'],
  }),
].join('\n');

const TRIGGER = `
create function webhook_topic(type text, register text) returns text language sql immutable parallel safe as $$
  select case when type = 'PLACED' then 'order.placed' when type = 'ITEM_STATUS' then 'order_item.status'
    when type = 'CARD_STATUS' then 'card.status' when register is not null then 'check.changed' end $$;

-- What people write may name somebody; a code never does.
create function webhook_code(text) returns text language sql immutable parallel safe as
  $$ select case when $1 ~ '^[A-Z][A-Z0-9_]{0,59}$' then $1 end $$;

-- Who is told: the firm's own machines, and the portal it was ordered through.
create function tell_webhooks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare topic text := webhook_topic(new.type, new.register); o card_order; k card; what jsonb;
begin
  if topic is null or not exists (select 1 from webhook_endpoint where active) then return null; end if;
  select * into o from card_order where id = new.order_id;
  select * into k from card where id = new.card_id;
  what := jsonb_build_object('orderNumber', o.number, 'line', (select line from order_item where id = new.order_item_id), 'cardNumber', k.number,
    'unit', (select org_number from organisation where id = coalesce(o.unit_id, k.unit_id)),
    'mainUnit', (select org_number from organisation where id = coalesce(o.main_unit_id, k.main_unit_id)),
    'register', new.register, 'oldValue', webhook_code(new.old_value), 'newValue', webhook_code(new.new_value), 'note', webhook_code(new.note));
  insert into webhook_delivery (endpoint_id, event_id, at, topic, event, subject)
  select e.id, new.id, new.at, topic, what, coalesce('order ' || new.order_id, 'card ' || new.card_id)
  from webhook_endpoint e join machine_client c on c.id = e.client_id
  where e.active and c.active and topic = any (e.topics)
    and (c.firm_id = coalesce(o.main_unit_id, k.main_unit_id) or (c.firm_id is null and c.id = o.client_id));
  return null;
end $$;
revoke execute on function tell_webhooks() from public;
create trigger tell_webhooks after insert on order_event for each row execute function tell_webhooks();
`;
