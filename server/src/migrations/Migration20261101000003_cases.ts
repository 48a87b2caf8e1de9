import { Migration } from '@mikro-orm/migrations';

/** The case core: case, holds, events, links, who is barred, who skipped, drafts, number series. */
export class Migration20261101000003_cases extends Migration {
  override up(): void {
    this.addSql(CASE);
    this.addSql(CHILDREN);
    this.addSql(COUNTS);
    this.addSql(GRANTS);
  }
}

const CASE = `
create table number_series (
  name text primary key,
  last bigint not null
);
create table desk_case (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text not null unique check (number ~ '^[0-9]{4}/[0-9]{6}$'),
  kind text not null check (kind in ('IMAGE_REVIEW', 'INQUIRY')),
  status text not null default 'OPEN' check (status in ('OPEN', 'ON_HOLD', 'AWAITING_UPLOAD', 'CLOSED')),
  queue text not null check (queue in ('IMAGE_REVIEW', 'INQUIRY')),
  priority smallint not null default 0 check (priority between -1 and 2),
  channel text not null check (channel in ('PORTAL', 'PHONE', 'LETTER', 'EDIALOG', 'EMAIL')),
  language text not null check (language in ('nb', 'nn', 'en')),
  title text,
  description text,
  person_id bigint references person,
  subject_organisation_id bigint references organisation,
  order_item_id bigint references order_item,
  attempt smallint not null default 0,
  opened_on date not null,
  due_days smallint not null check (due_days between 1 and 250),
  due_on date not null,
  promised_on date,
  hold_reason text check (hold_reason in ('AWAITING_FIRM','AWAITING_PERSON','AWAITING_REGISTER','AWAITING_COLLEAGUE','OTHER')),
  hold_until date,
  hold_note text,
  reserved_by bigint references staff_user,
  reserved_until timestamptz,
  last_worker_id bigint references staff_user,
  new_post_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  check ((status = 'ON_HOLD') = (hold_until is not null)),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check ((reserved_by is null) = (reserved_until is null))
);
-- One image case per order item; any number of inquiries about it.
create unique index desk_case_image_item on desk_case (order_item_id) where kind = 'IMAGE_REVIEW';
create index desk_case_item on desk_case (order_item_id) where order_item_id is not null;
-- The queue page and take-next: organisation first, so that row security later costs nothing.
create index desk_case_queue on desk_case (organisation_id, queue, due_on, id) where status = 'OPEN';
create index desk_case_take on desk_case (organisation_id, queue, priority desc, due_on, id) where status = 'OPEN';
create index desk_case_all on desk_case (organisation_id, queue, due_on, id) where closed_at is null;
create index desk_case_number on desk_case (organisation_id, number desc);
create index desk_case_opened on desk_case (organisation_id, opened_on, id);
create index desk_case_oldest on desk_case (organisation_id, queue, opened_on) where status = 'OPEN';
create index desk_case_closed on desk_case (organisation_id, queue, closed_at) where closed_at is not null;
create index desk_case_reserved on desk_case (reserved_by, due_on, id) where reserved_by is not null;
create index desk_case_worker on desk_case (last_worker_id, due_on, id) where closed_at is null;
-- What waits for whoever had it: on hold, or back with new post.
create index desk_case_back on desk_case (last_worker_id) where status = 'ON_HOLD' or (status = 'OPEN' and new_post_at is not null);
create index desk_case_archive on desk_case (organisation_id, queue, due_on, id) where closed_at is not null;
create index desk_case_wake on desk_case (hold_until) where status = 'ON_HOLD';
create index desk_case_person on desk_case (person_id, id desc);
create index desk_case_firm on desk_case (subject_organisation_id, id desc);
`;

const CHILDREN = `
create table case_hold (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  from_on date not null,
  to_on date,
  reason text not null,
  created_by bigint references staff_user
);
create unique index case_hold_open on case_hold (case_id) where to_on is null;
create index case_hold_case on case_hold (case_id);
create table case_event (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  at timestamptz not null default clock_timestamp(),
  type text not null,
  actor_id bigint references staff_user,
  old_value text,
  new_value text,
  note text
);
create index case_event_case on case_event (case_id, id desc);
create index case_event_recent on case_event (organisation_id, at desc) where actor_id is null;
create table case_link (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  other_case_id bigint not null references desk_case,
  relation text not null check (relation in ('RELATED', 'DUPLICATE_OF', 'SAME_PERSON', 'SAME_FIRM')),
  created_by bigint references staff_user,
  check (case_id <> other_case_id)
);
create unique index case_link_pair on case_link (least(case_id, other_case_id), greatest(case_id, other_case_id));
create index case_link_other on case_link (other_case_id);
create index case_link_case on case_link (case_id);
create table case_barred (
  case_id bigint not null references desk_case,
  staff_user_id bigint not null references staff_user,
  organisation_id smallint not null references staff_organisation,
  reason text not null check (reason in ('OWN_CASE','FAMILY','OWN_EMPLOYER','CLOSE_RELATION','OTHER')),
  comment text,
  created_by bigint references staff_user,
  created_at timestamptz not null default now(),
  primary key (case_id, staff_user_id)
);
create table case_skip (
  case_id bigint not null references desk_case,
  staff_user_id bigint not null references staff_user,
  organisation_id smallint not null references staff_organisation,
  skipped_on date not null,
  reason text not null,
  primary key (case_id, staff_user_id)
);
create table draft (
  staff_user_id bigint not null references staff_user,
  case_id bigint not null references desk_case,
  action text not null,
  organisation_id smallint not null references staff_organisation,
  body jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (staff_user_id, case_id, action)
);
create trigger audit after insert or update or delete on desk_case for each row execute function audit_change('id', 'description', 'hold_note', 'title');
create trigger audit after insert or update or delete on case_link for each row execute function audit_change('case_id');
create trigger audit after insert or update or delete on case_barred for each row execute function audit_change('case_id', 'comment');

create function events_are_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'case_event is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger case_event_no_change before update or delete on case_event for each row execute function events_are_append_only();
`;

const COUNTS = `
-- Queue sizes per day for the small charts: kept by trigger, never recounted.
create table queue_day (
  organisation_id smallint not null references staff_organisation,
  queue text not null,
  day date not null,
  opened int not null default 0,
  closed int not null default 0,
  primary key (organisation_id, queue, day)
);
create function count_queue_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was_work boolean := tg_op = 'UPDATE' and old.status = 'OPEN';
  is_work boolean := new.status = 'OPEN';
  on_day date := (now() at time zone 'Europe/Oslo')::date;
begin
  if was_work = is_work then return null; end if;
  if tg_op = 'INSERT' then on_day := new.opened_on; end if;
  insert into queue_day as q (organisation_id, queue, day, opened, closed)
  values (new.organisation_id, new.queue, on_day, is_work::int, (not is_work)::int)
  on conflict (organisation_id, queue, day) do update
    set opened = q.opened + excluded.opened, closed = q.closed + excluded.closed;
  return null;
end $$;
create trigger count_queue_day after insert or update of status on desk_case for each row execute function count_queue_day();
`;

const GRANTS = `
grant select, insert, update on number_series to desk_app;
grant select, insert, update on desk_case, case_hold to desk_app;
grant select, insert on case_event to desk_app;
grant select, insert, delete on case_link, case_barred to desk_app;
grant select, insert, update, delete on case_skip, draft to desk_app;
grant select on queue_day to desk_app;
`;
