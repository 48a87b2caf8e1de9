import { Migration } from '@mikro-orm/migrations';

/** Orders, what their lines wait for, the cards that come of them, and what the registers said. Walls: migration 011, guards: 012. */
export class Migration20261123000010_orders_and_cards extends Migration {
  override up(): void {
    for (const sql of [ORDER, CARD, ITEM, CHECK, FIRM, PEOPLE, EVENT]) this.addSql(sql);
  }
}

/**
 * R7 [000]: one order is for one unit, to one address, with one invoice. What lists, queues and row security ask of a line
 * (number, unit, scheme, day) stands on the line too; the foreign key holds both to the same.
 */
const ORDER = `
create table card_order (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text not null unique check (number ~ '^[0-9]{7}$'),
  unit_id bigint not null references organisation,
  main_unit_id bigint not null references organisation,
  scheme text not null check (scheme in ('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT')),
  ordered_on date not null,               -- day 0 of R2, Europe/Oslo
  placed_at timestamptz not null,
  channel text not null check (channel in ('PORTAL', 'API', 'STAFF')),
  orderer_id bigint references person,    -- null: ordered before the desk knew orderers as persons
  payment text check (payment in ('CARD', 'VIPPS', 'PERSONAL_INVOICE', 'INVOICE')),
  customer_reference text check (length(customer_reference) <= 100),
  delivery_name text check (length(delivery_name) <= 200),
  delivery_street text check (length(delivery_street) <= 200),
  delivery_postcode text check (delivery_postcode ~ '^[0-9]{4}$'),
  delivery_city text check (length(delivery_city) <= 100),
  version int not null default 1,
  unique (id, number, unit_id, main_unit_id, scheme, ordered_on)
);
create index card_order_unit on card_order (unit_id, id desc);
create index card_order_main on card_order (main_unit_id, id desc);
create index card_order_list on card_order (organisation_id, ordered_on desc, id desc);
create index card_order_orderer on card_order (orderer_id) where orderer_id is not null;
insert into card_order (organisation_id, number, unit_id, main_unit_id, scheme, ordered_on, placed_at, channel)
select distinct on (order_number) organisation_id, order_number, unit_id, main_unit_id, scheme, ordered_on,
  ordered_on::timestamp at time zone 'Europe/Oslo', 'PORTAL' from order_item order by order_number, line;
create trigger audit after insert or update or delete on card_order for each row execute function
  audit_change('-', 'delivery_name', 'delivery_street', 'customer_reference');
`;

const CARD = `
create table card (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text not null unique check (number ~ '^[0-9]{10}$'),
  earlier_issuer boolean not null default false,  -- known by number, firm and status only
  person_id bigint references person,
  unit_id bigint references organisation,
  main_unit_id bigint not null references organisation,
  scheme text check (scheme in ('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT')),
  order_item_id bigint unique references order_item,
  status text not null check (status in ('VALID', 'INVALID', 'BLOCKED', 'EXPIRED')),
  status_reason text,
  status_at timestamptz not null,
  valid_from date,
  expires_on date,                        -- valid to the end of this day, Europe/Oslo (R4)
  replaced_by_id bigint references card,
  shredded_on date,
  seized_on date,
  seized_by text check (length(seized_by) <= 200),
  chip_code_hash bytea unique,            -- SHA-256 of the secret in the chip and in the QR code
  renewal_noted_on date,                  -- the notice before expiry went out
  version int not null default 1,
  check (earlier_issuer or (person_id is not null and unit_id is not null and scheme is not null
    and order_item_id is not null and valid_from is not null and expires_on is not null)),
  check (expires_on >= valid_from)
);
-- R5 [000]: one live card per person and firm (the main unit), whatever runs at the same time.
create unique index card_live on card (person_id, main_unit_id) where status in ('VALID', 'INVALID');
create index card_person on card (person_id, id desc);
create index card_unit on card (unit_id, id desc);
create index card_main on card (main_unit_id, id desc);
create index card_list on card (organisation_id, id desc);
create index card_expiry on card (expires_on, id) where status in ('VALID', 'INVALID');
create trigger audit after insert or update or delete on card for each row execute function audit_change('-', 'chip_code_hash');
`;

const ITEM = `
alter table order_item
  add column order_id bigint,
  add column start_on date,               -- first day of work, as the orderer said (R10)
  add column posted_worker boolean not null default false, -- in OAR instead of Aa
  add column clock_from date,             -- day 0 of R2 when it has moved to the day of the firm's final answer (R3); else the order's day
  add column cancel_on date,              -- the last of R2's days; null while R3 holds the clock, and after PENDING
  add column status_reason text,
  add column status_at timestamptz,
  add column renews_card_id bigint references card,
  add column card_number text unique check (card_number ~ '^[0-9]{10}$'), -- given at the hand-over to production
  add column check_at timestamptz;        -- when its checks are asked again; null: not by the clock
update order_item i set order_id = o.id from card_order o where o.number = i.order_number;
alter table order_item
  alter column order_id set not null,
  add constraint order_item_order foreign key (order_id, order_number, unit_id, main_unit_id, scheme, ordered_on)
    references card_order (id, number, unit_id, main_unit_id, scheme, ordered_on);
create index order_item_order_id on order_item (order_id, line);
create index order_item_main on order_item (main_unit_id, id desc);
create index order_item_cancel on order_item (cancel_on, id) where status in ('PENDING', 'IMAGE_REJECTED') and cancel_on is not null;
create index order_item_ready on order_item (id) where status = 'READY';
create index order_item_check_at on order_item (check_at, id) where check_at is not null;
create index order_item_waiting on order_item (organisation_id, ordered_on, id) where status in ('PENDING', 'IMAGE_REJECTED');
create index order_item_list on order_item (organisation_id, id desc);
create index order_item_renews on order_item (renews_card_id) where renews_card_id is not null;
-- R5 [000]: is there an order under way for the same person and firm?
create index order_item_under_way on order_item (person_id, main_unit_id) where status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION');
`;

/** The scheme x register matrix of domain section 6, one row for each cell that applies; the answer beside it is the evidence. */
const CHECK = `
create table register_answer (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  register text not null,
  firm_id bigint references organisation,
  person_id bigint references person,
  asked jsonb not null,                   -- never a national ID number
  answered jsonb,                         -- null: no answer
  cause text,                             -- why there was none
  source text not null,
  at timestamptz not null,
  duration_ms int not null,
  content_hash bytea                      -- the same answer as before is not kept twice
);
create index register_answer_person on register_answer (person_id, register, id desc) where person_id is not null;
create index register_answer_firm on register_answer (firm_id, register, id desc) where firm_id is not null;

create table register_check (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  order_item_id bigint not null references order_item,
  register text not null check (register in ('ENHETSREGISTERET', 'FORETAKSREGISTERET', 'MVA', 'FOLKEREGISTERET', 'AA', 'OAR', 'UDI',
    'CLEANING_APPROVAL', 'CAR_CARE_APPROVAL', 'STAFFING')),
  outcome text not null check (outcome in ('APPROVED', 'APPROVED_BY_EXCEPTION', 'APPROVED_BY_SELF_DECLARATION', 'NOT_APPLICABLE',
    'PENDING', 'REJECTED', 'UNAVAILABLE')),
  -- The last one that was an answer: no answer today does not make a card invalid.
  settled_outcome text check (settled_outcome in ('APPROVED', 'APPROVED_BY_EXCEPTION', 'APPROVED_BY_SELF_DECLARATION', 'NOT_APPLICABLE',
    'PENDING', 'REJECTED')),
  reason text,                            -- code of register-check.enums.ts
  since timestamptz not null,             -- when the outcome became what it is
  asked_at timestamptz,
  next_at timestamptz,                    -- of a register that did not answer: the next try
  attempts int not null default 0,        -- tries without an answer, in a row
  answer_id bigint references register_answer,
  rules_on date,                          -- the rules of this day were used
  version int not null default 1,
  unique (order_item_id, register),
  check ((outcome = 'UNAVAILABLE') or (settled_outcome = outcome))
);
create index register_check_answer on register_check (answer_id) where answer_id is not null;
create index register_check_next on register_check (next_at, id) where next_at is not null;
create index register_check_outcome on register_check (organisation_id, register, outcome, id) where outcome in ('PENDING', 'REJECTED', 'UNAVAILABLE');
create trigger audit after update on register_check for each row when (old.outcome is distinct from new.outcome)
  execute function audit_change('-', 'asked_at', 'next_at', 'attempts');
`;

/** Kept as the registers say; nobody edits it here. */
const FIRM = `
alter table organisation
  add column status text not null default 'ACTIVE' check (status in ('ACTIVE', 'BANKRUPT', 'WINDING_UP', 'REMOVED', 'UNKNOWN')),
  add column registered_on date,
  add column in_company_register boolean,
  add column in_vat_register boolean,
  add column sector_code text,
  add column employees int,
  add column street text,
  add column postcode text,
  add column city text,
  add column refreshed_at timestamptz;
create index organisation_refresh on organisation (refreshed_at nulls first, id);

create table firm_approval (
  id bigint generated always as identity primary key,
  firm_id bigint not null references organisation,
  register text not null check (register in ('CLEANING_APPROVAL', 'CAR_CARE_APPROVAL', 'STAFFING')),
  status text not null check (status in ('APPLICATION_IN_PROGRESS', 'CARD_ORDER_IN_PROGRESS', 'APPROVED_WITH_EMPLOYEES',
    'APPROVED_WITHOUT_EMPLOYEES', 'APPROVED', 'NOT_APPROVED', 'NOT_REGISTERED')),
  status_on date not null,                -- since when, as the register says or as it was first seen
  valid_to date,
  refreshed_at timestamptz not null,
  unique (firm_id, register)
);

create table firm_role (
  id bigint generated always as identity primary key,
  firm_id bigint not null references organisation,
  code text not null check (code ~ '^[A-Z]{4}$'),
  person_id bigint references person,     -- null: the open register gives name and birth date only
  holder_name text not null,
  holder_birth_date date,
  refreshed_at timestamptz not null
);
create index firm_role_firm on firm_role (firm_id, code);
create index firm_role_person on firm_role (person_id) where person_id is not null;

create table delegation (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  firm_id bigint not null references organisation,  -- the main unit covers its sub-units
  person_id bigint not null references person,
  granted_by_id bigint references person,
  from_on date not null,
  to_on date,
  revoked_at timestamptz,
  version int not null default 1,
  check (to_on >= from_on)
);
create index delegation_firm on delegation (firm_id, from_on);
create index delegation_person on delegation (person_id);
create trigger audit after insert or update or delete on delegation for each row execute function audit_change('-');
`;

const PEOPLE = `
alter table person
  add column register_status text not null default 'ACTIVE' check (register_status in ('ACTIVE', 'INACTIVE', 'DECEASED', 'UNKNOWN')),
  add column gender text check (gender in ('WOMAN', 'MAN')),
  add column citizenship text check (citizenship ~ '^[A-Z]{3}$'),
  add column refreshed_at timestamptz;
create index person_refresh on person (refreshed_at nulls first, id);

create table employment (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  person_id bigint not null references person,
  unit_id bigint not null references organisation,
  main_unit_id bigint not null references organisation,
  source text not null check (source in ('AA', 'OAR')),
  kind text not null,                     -- as the register says: ordinaert, frilanser, maritimt ...
  start_on date not null,
  end_on date,
  refreshed_at timestamptz not null,
  unique (person_id, unit_id, source, start_on),
  check (end_on >= start_on)
);
create index employment_unit on employment (unit_id, person_id);
create index employment_main on employment (main_unit_id, person_id);
`;

/** What happened, for the timeline and for those who asked to be told. Changes of state write themselves (migration 012). */
const EVENT = `
create table order_event (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  order_id bigint references card_order,
  order_item_id bigint references order_item,
  card_id bigint references card,
  at timestamptz not null default clock_timestamp(),
  type text not null,
  actor_id bigint references staff_user,
  old_value text,
  new_value text,
  register text,
  note text,
  check (order_id is not null or card_id is not null)
);
create index order_event_order on order_event (order_id, id desc) where order_id is not null;
create index order_event_item on order_event (order_item_id, id desc) where order_item_id is not null;
create index order_event_card on order_event (card_id, id desc) where card_id is not null;
create function order_events_are_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'order_event is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger order_event_no_change before update or delete on order_event for each row execute function order_events_are_append_only();
`;
