import { Migration } from '@mikro-orm/migrations';

/** Image submissions, decisions, stored files, upload links and the mail outbox. */
export class Migration20261101000004_images_and_mail extends Migration {
  override up(): void {
    this.addSql(FILES);
    this.addSql(IMAGES);
    this.addSql(MAIL);
    this.addSql(GRANTS);
  }
}

const FILES = `
create table stored_file (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  storage_key text not null,              -- generated name; the bytes lie in the storage port, encrypted
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  width int not null,
  height int not null,
  bytes int not null,
  original_sha256 bytea not null,
  master_key text not null,               -- id of the key that wraps the file's own key
  data_key bytea not null,                -- nonce, wrapped key, tag: deleting it is erasure
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
`;

const IMAGES = `
create table upload_link (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  token_hash bytea not null unique,
  token_salt bytea not null,              -- the token is derived from this and a key outside the database
  channel text not null check (channel in ('LINK', 'LETTER')),
  created_at timestamptz not null default now(),
  created_by bigint references staff_user,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  expiry_noted_at timestamptz,
  photo_file_id bigint references stored_file,
  id_file_id bigint references stored_file,
  photo_findings jsonb not null default '[]',
  id_findings jsonb not null default '[]',
  refusals smallint not null default 0    -- files refused; too many close the link
);
create index upload_link_case on upload_link (case_id, id desc);
create index upload_link_expiry on upload_link (expires_at) where used_at is null and revoked_at is null and expiry_noted_at is null;
create index upload_link_staged on upload_link (id) where photo_file_id is not null or id_file_id is not null;

create table image_submission (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  order_item_id bigint not null references order_item,
  attempt smallint not null check (attempt > 0),
  previous_id bigint references image_submission,
  status text not null default 'AWAITING_REVIEW' check (status in ('AWAITING_REVIEW', 'APPROVED', 'REJECTED', 'STOPPED')),
  channel text not null check (channel in ('LINK', 'LETTER')),
  submitted_at timestamptz not null default now(),
  registered_by bigint references staff_user,
  photo_file_id bigint not null references stored_file,
  id_file_id bigint not null references stored_file,
  findings jsonb not null default '[]',
  version int not null default 1,
  unique (order_item_id, attempt)
);
create index image_submission_case on image_submission (case_id, attempt desc);
create index image_submission_photo on image_submission (photo_file_id);
create index image_submission_id_file on image_submission (id_file_id);

create table image_decision (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  submission_id bigint not null references image_submission,
  outcome text not null check (outcome in ('APPROVED', 'REJECTED', 'STOPPED')),
  comment text,
  catalogue_version int not null,
  decided_by bigint not null references staff_user,
  decided_at timestamptz not null default now(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by bigint references staff_user,
  upload_link_id bigint references upload_link
);
create index image_decision_submission on image_decision (submission_id, id desc);
create index image_decision_mine on image_decision (decided_by, decided_at desc);
create unique index image_decision_standing on image_decision (submission_id) where undone_at is null;

-- Reason, part and comment are separate columns, never glued together.
create table image_decision_reason (
  decision_id bigint not null references image_decision,
  organisation_id smallint not null references staff_organisation,
  code text not null,
  part text not null check (part in ('PHOTO', 'ID', 'BOTH')),
  position smallint not null,
  primary key (decision_id, code, part)
);
create trigger audit after insert or update or delete on image_submission for each row execute function audit_change('case_id');
create trigger audit after insert or update or delete on image_decision for each row execute function audit_change('case_id', 'comment');
create trigger audit after insert or update or delete on upload_link for each row execute function audit_change('case_id', 'token_hash', 'token_salt');
`;

const MAIL = `
create table outbox_mail (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint references desk_case,
  template text not null check (template in ('IMAGES_REJECTED', 'IMAGES_STOPPED', 'UPLOAD_LINK')),
  language text not null check (language in ('nb', 'nn', 'en')),
  subject_id bigint not null,             -- decision or link the letter is rendered from when it leaves: no personal data here
  dedupe text not null unique,
  message_id text not null unique,        -- stable: the same mail is the same Message-ID however often it is tried
  status text not null default 'QUEUED' check (status in ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'CANCELLED')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  send_after timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  settled_by bigint references staff_user,
  settled_note text,
  version int not null default 1
);
create index outbox_mail_due on outbox_mail (send_after) where status = 'QUEUED';
create index outbox_mail_sending on outbox_mail (claimed_at) where status = 'SENDING';
create index outbox_mail_case on outbox_mail (case_id, id desc);
create index outbox_mail_org on outbox_mail (organisation_id, id desc);
create index outbox_mail_open on outbox_mail (organisation_id) where status in ('QUEUED', 'SENDING', 'UNCERTAIN', 'FAILED');
create trigger audit after insert or update or delete on outbox_mail for each row execute function audit_change('case_id', 'settled_note');
`;

const GRANTS = `
grant select, insert, update on stored_file to desk_app;
grant delete on stored_file to desk_app;
grant select, insert, update on upload_link, image_submission, image_decision, outbox_mail to desk_app;
grant select, insert on image_decision_reason to desk_app;
`;
