import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door, ofOrganisation, wall, withheld } from './row-security.ts';

/** Cards handed over to production in batches, and what production says of each line. */
export class Migration20261123000281_production extends Migration {
  override up(): void {
    this.addSql(FILES);
    this.addSql(BATCH);
    this.addSql(LINE);
    this.addSql(WALLS);
  }
}

/** A batch lies sealed where the images lie: what guards, rotates, backs up and erases them does the same for it. */
const FILES = `
alter table stored_file drop constraint stored_file_media_type_check;
alter table stored_file add constraint stored_file_media_type_check
  check (media_type in ('image/jpeg', 'image/png', 'application/x-ndjson')) not valid;
alter table stored_file validate constraint stored_file_media_type_check;
${door('stored_file', JOB_ROLE, { rights: ['insert'], condition: `media_type = 'application/x-ndjson' and case_id is null` })}
`;

const BATCH = `
create table production_batch (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text generated always as ('P' || lpad(id::text, 6, '0')) stored unique,
  made_at timestamptz not null,
  lines int not null check (lines > 0),
  sha256 bytea not null,                  -- of the file as production gets it
  file_id bigint not null references stored_file,
  due_on date not null,                   -- R12: out of production by the end of this day
  delivered_at timestamptz,               -- put into the folder of the production house
  fetched_at timestamptz,                 -- fetched by its machine
  done_at timestamptz                     -- every line refused or shipped
);
create index production_batch_list on production_batch (organisation_id, id desc);
create index production_batch_open on production_batch (due_on, id) where done_at is null;
create index production_batch_file on production_batch (file_id);
create index production_batch_undelivered on production_batch (id) where delivered_at is null;
create trigger audit after insert or update or delete on production_batch for each row execute function audit_change('-');
`;

const LINE = `
create table production_line (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  batch_id bigint references production_batch, -- null: held back by the desk itself
  line int,
  order_item_id bigint not null references order_item,
  card_number text check (card_number ~ '^[0-9]{10}$'),
  chip_code_hash bytea,                   -- of the code in chip and QR, as it was printed
  sha256 bytea,                           -- of the line as production gets it
  status text not null check (status in ('SENT', 'ACKNOWLEDGED', 'REFUSED', 'SHIPPED', 'HELD')),
  status_at timestamptz not null,
  reason text,
  note text check (length(note) <= 500),
  shipped_on date,
  released_at timestamptz,
  released_by bigint references staff_user,
  released_reason text,
  version int not null default 1,
  unique (batch_id, line),
  check ((status = 'HELD') = (batch_id is null)),
  check ((batch_id is null) = (line is null) and (batch_id is null) = (chip_code_hash is null) and (batch_id is null) = (sha256 is null)),
  check ((status in ('REFUSED', 'HELD')) = (reason is not null)),
  check (status in ('REFUSED', 'HELD') or released_at is null)
);
-- Never twice in production, and one reason at a time to wait for a person.
create unique index production_line_working on production_line (order_item_id) where status in ('SENT', 'ACKNOWLEDGED');
create unique index production_line_waits on production_line (order_item_id) where status in ('REFUSED', 'HELD') and released_at is null;
create index production_line_item on production_line (order_item_id, id desc);
create index production_line_open on production_line (organisation_id, id) where status in ('REFUSED', 'HELD') and released_at is null;
create trigger audit after insert or update or delete on production_line for each row execute function audit_change('-', 'chip_code_hash', 'note', 'released_reason');
`;

const ofProduction = { see: ofOrganisation('production'), change: ofOrganisation('production.write') };
const all = ['select', 'insert', 'update'] as const;

const WALLS = [
  wall('production_batch', { ...ofProduction, app: ['select'], job: all }),
  wall('production_line', { ...ofProduction, app: ['select', 'update'], job: all }),
  withheld('production_line', 'item'),
].join('\n');
