import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/**
 * Mail that came in for the authority. The message lies sealed where images lie; of a message that should not have been sent by
 * e-mail everything is deleted after its time, with its answer, and the log alone tells that there was one.
 */
export class Migration20261124000140_inbound_mail extends Migration {
  override up(): void {
    for (const sql of [MAIL, ATTACHMENT, FILES, ANSWER, WALLS, DELETE]) this.addSql(sql);
  }
}

const STATES = `('TO_SORT', 'FILED', 'QUARANTINED', 'AUTOMATIC', 'DISCARDED')`;

const MAIL = `
create table inbound_mail (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  -- The same message is taken once; another one that uses its Message-ID is another message.
  message_id text not null check (length(message_id) between 1 and 500),
  body_sha256 bytea not null,
  received_at timestamptz not null,
  sender text not null check (length(sender) <= 254),       -- as claimed: proves nothing
  sender_name text check (length(sender_name) <= 200),
  subject text not null check (length(subject) <= 300),
  in_reply_to text check (length(in_reply_to) <= 500),
  reference_ids text[] not null default '{}' check (cardinality(reference_ids) <= 50),
  language text not null check (language in ('nb', 'nn', 'en')), -- it is answered in
  byte_count int not null,
  file_id bigint references stored_file on delete set null, -- null: too large, harmful, or deleted
  problem text check (problem in ('TOO_LARGE', 'UNREADABLE', 'INFECTED')),
  state text not null check (state in ${STATES}),
  case_id bigint references desk_case on delete cascade,
  matched_by text check (matched_by in ('HEADER', 'REFERENCE', 'PERSON')),
  personal boolean not null default false,                  -- the desk itself found a national ID number, or the case is about a person
  delete_at timestamptz,
  discard_reason text,
  settled_by bigint references staff_user,
  settled_at timestamptz,
  version int not null default 1,
  unique (message_id, body_sha256),
  check ((case_id is null) = (matched_by is null)),
  check (state <> 'FILED' or case_id is not null),
  check ((state in ('QUARANTINED', 'AUTOMATIC', 'DISCARDED')) = (delete_at is not null)),
  check ((state = 'DISCARDED') = (discard_reason is not null))
);
create index inbound_mail_list on inbound_mail (organisation_id, state, id desc);
create index inbound_mail_case on inbound_mail (case_id, id desc) where case_id is not null;
create index inbound_mail_due on inbound_mail (delete_at) where delete_at is not null;
create index inbound_mail_file on inbound_mail (file_id);
create trigger audit after insert or update or delete on inbound_mail for each row execute function audit_change('case_id',
  'message_id', 'body_sha256', 'sender', 'sender_name', 'subject', 'in_reply_to', 'reference_ids');
`;

const ATTACHMENT = `
create table inbound_attachment (
  mail_id bigint not null references inbound_mail on delete cascade,
  organisation_id smallint not null references staff_organisation,
  position smallint not null,
  name text not null check (length(name) <= 200),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'application/octet-stream')), -- by content
  byte_count int not null,
  sha256 bytea not null,
  document_id bigint references case_document on delete set null, -- what became of it
  refusal text check (length(refusal) <= 60),
  primary key (mail_id, position)
);
create index inbound_attachment_document on inbound_attachment (document_id) where document_id is not null;
`;

/** Whatever was allowed before, and one more: others add to the same lists. */
const widened = (table: string, constraint: string, more: string): string => `
do $$ declare before text; begin
  select pg_get_expr(conbin, conrelid) into strict before from pg_constraint where conname = '${constraint}' and conrelid = '${table}'::regclass;
  alter table ${table} drop constraint ${constraint};
  execute format('alter table ${table} add constraint ${constraint} check (%s or ${more.replaceAll("'", "''")}) not valid', before);
  alter table ${table} validate constraint ${constraint};
end $$;`;

const MESSAGE = `media_type = 'message/rfc822'`;

/** The message goes with its case; one that belongs to none is nobody's file. */
const FILES = `
${widened('stored_file', 'stored_file_media_type_check', MESSAGE)}
create policy job_insert_mail on stored_file for insert to ${JOB_ROLE} with check (${MESSAGE} and case_id is null);
create policy app_select_of_mail on stored_file for select to ${APP_ROLE} using (${MESSAGE} and (${ofOrganisation('inbound-mail')}));
create function file_of_mail() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update stored_file set case_id = new.case_id where id = new.file_id;
  return null;
end $$;
revoke execute on function file_of_mail() from public;
create trigger file_of_mail after insert or update of case_id on inbound_mail for each row
  when (new.case_id is not null) execute function file_of_mail();
`;

/** The answer to such a message is about no order: it goes to whoever claimed to have sent it, and goes when that is deleted. */
const ANSWER = `
alter table outbox_mail add column inbound_mail_id bigint references inbound_mail on delete cascade;
create index outbox_mail_inbound on outbox_mail (inbound_mail_id) where inbound_mail_id is not null;
${widened('outbox_mail', 'outbox_mail_template_check', `template = 'WRONG_CHANNEL'`)}
${widened('outbox_mail', 'outbox_mail_about', 'inbound_mail_id is not null')}
`;

const ofPost = { see: ofOrganisation('inbound-mail'), change: ofOrganisation('inbound-mail.write') };

const WALLS = `
${wall('inbound_mail', { ...ofPost, app: ['select', 'update'], job: ['select', 'insert', 'update'] })}
${wall('inbound_attachment', { ...ofPost, app: ['select', 'update'], job: ['select', 'insert', 'update'] })}
${withheld('inbound_mail', 'case')}
grant select on staff_organisation to ${JOB_ROLE};
`;

/** Rows, attachments, answers and the files' keys, really. @returns a row for each mail: where its bytes lie, or null */
const DELETE = `
create function delete_inbound_mail(due timestamptz, most int)
returns setof text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ids bigint[];
  files bigint[];
begin
  ids := array(select m.id from inbound_mail m where m.delete_at <= due order by m.delete_at limit most for update skip locked);
  return query select f.storage_key from inbound_mail m left join stored_file f on f.id = m.file_id where m.id = any(ids);
  files := array(select m.file_id from inbound_mail m where m.id = any(ids) and m.file_id is not null);
  delete from inbound_mail m where m.id = any(ids);
  delete from stored_file f where f.id = any(files);
end $$;
revoke execute on function delete_inbound_mail(timestamptz, int) from public;
grant execute on function delete_inbound_mail(timestamptz, int) to ${JOB_ROLE};
`;
