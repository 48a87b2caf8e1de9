import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CLIENT_ROLE, JOB_ROLE } from '../platform/db/roles.ts';
import { expected, ofOrganisation, wall } from './row-security.ts';

/** Letters on their way: the batches they are printed in, the mail that says one is waiting; and the one way into the journal. */
export class Migration20261124000100_letters_and_journal extends Migration {
  override up(): void {
    for (const sql of [BATCH, LETTER, MAIL, JOURNAL]) this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** What is printed together. What it holds is in the manifest, and its checksum tells whether that is still so. */
const BATCH = `
create table letter_batch (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  number text generated always as ('B' || lpad(id::text, 6, '0')) stored unique,
  made_at timestamptz not null,
  made_by bigint not null references staff_user,
  letters int not null check (letters > 0),
  protected boolean not null,             -- letters to persons with address protection, and those alone
  manifest text not null,                 -- JSON: number of case and checksum of each letter, no names
  sha256 bytea not null check (length(sha256) = 32),
  posted_at timestamptz,
  posted_by bigint references staff_user,
  version int not null default 1,
  check ((posted_at is null) = (posted_by is null))
);
create index letter_batch_list on letter_batch (organisation_id, id desc);
create trigger audit after insert or update or delete on letter_batch for each row execute function audit_change('-');
${wall('letter_batch', { see: ofOrganisation('letter'), change: ofOrganisation('letter.write'), app: ['select', 'insert', 'update'] })}
create policy protected on letter_batch as restrictive for all to ${APP_ROLE}
  using (${expected(`not protected or (select app_scope('protected-person')) is not null`)});
`;

/** Each letter is printed in one batch, and goes the steps of letter-step.rules.ts. */
const LETTER = `
alter table letter
  add column batch_id bigint references letter_batch,
  add column mailbox_receipt text check (length(mailbox_receipt) <= 200),
  add check ((batch_id is not null) = (status in ('PRINTED', 'SENT', 'RETURNED')));
create index letter_of_batch on letter (batch_id, id) where batch_id is not null;
create index letter_list on letter (organisation_id, id desc) include (withheld_from);
create index letter_sending on letter (claimed_at) where status = 'SENDING';
drop trigger stands on letter;
create trigger stands before update or delete on letter for each row execute function
  stands_as_written('status', 'channel', 'send_after', 'file_id', 'sha256', 'attempts', 'last_error', 'claimed_at', 'sent_at', 'delivered_on', 'version',
    'batch_id', 'mailbox_receipt');
create function letter_step() returns trigger language plpgsql as $$
begin
  if old.batch_id is not null and new.batch_id is distinct from old.batch_id then
    raise exception 'a letter is printed in one batch' using errcode = 'check_violation';
  end if;
  if old.file_id is not null and (new.file_id, new.sha256) is distinct from (old.file_id, old.sha256) then
    raise exception 'a letter is put on paper once' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and not (old.status || '>' || new.status = any (array[
    'QUEUED>SENDING', 'QUEUED>CANCELLED', 'SENDING>QUEUED', 'SENDING>TO_PRINT', 'SENDING>DELIVERED',
    'TO_PRINT>PRINTED', 'TO_PRINT>CANCELLED', 'PRINTED>SENT', 'SENT>RETURNED'])) then
    raise exception 'a letter cannot go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger step before update on letter for each row execute function letter_step();
`;

/** Whatever was allowed before, and one more: others add to the same lists. */
const widened = (constraint: string, more: string): string => `
do $$ declare before text; begin
  select pg_get_expr(conbin, conrelid) into strict before from pg_constraint where conname = '${constraint}' and conrelid = 'outbox_mail'::regclass;
  alter table outbox_mail drop constraint ${constraint};
  execute format('alter table outbox_mail add constraint ${constraint} check (%s or ${more.replaceAll("'", "''")}) not valid', before);
  alter table outbox_mail validate constraint ${constraint};
end $$;`;

/** "You have a letter", to the contact of the application: about no order, and withheld with its case. */
const MAIL = `
alter table outbox_mail add column letter_id bigint references letter;
create index outbox_mail_letter on outbox_mail (letter_id) where letter_id is not null;
${widened('outbox_mail_template_check', `template = 'LETTER_WAITING'`)}
${widened('outbox_mail_about', 'letter_id is not null')}
create trigger withhold_of_case before insert on outbox_mail for each row when (new.letter_id is not null) execute function withhold_of_case();
`;

/**
 * Entries of a case are numbered without holes: whoever adds one holds the case until the transaction ends. The issuer adds one
 * when it registers an application, and reads none.
 */
const JOURNAL = `
revoke insert on journal_entry from ${APP_ROLE}, ${JOB_ROLE};
create index journal_entry_case_list on journal_entry (case_id, id desc);
create function journal_case_of(asked bigint) returns bigint language sql stable ${OPTIONS} as $$
  select a.case_id from exception_application a where a.case_id = asked and (
    '${JOB_ROLE}' in (session_user, current_setting('role'))
    or exists (select from machine_client m where m.id = app_client() and m.active and 'exception.apply' = any (m.scopes) and a.client_id = m.id)
    or array[app_scope('application.write'), app_scope('document.write'), app_scope('decision.write'), app_scope('letter.write'), app_scope('appeal.write')]
      && array[0::smallint, a.organisation_id, a.registrar_organisation_id])
$$;
-- Whom the entry names: a sole proprietorship bears its owner's name.
create function journal_about(asked bigint) returns table (name text, is_person boolean, register text) language sql stable ${OPTIONS} as $$
  select coalesce(p.given_name || ' ' || p.family_name, f.name), p.id is not null or f.form = 'ENK', a.register
  from exception_application a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id
  where a.case_id = journal_case_of(asked)
$$;
create function add_journal_entry(told jsonb) returns bigint language plpgsql volatile ${OPTIONS} as $$
declare
  about desk_case;
  made bigint;
begin
  select c.* into about from desk_case c where c.id = journal_case_of((told ->> 'caseId')::bigint) for update;
  if about.id is null then
    raise exception 'not one who writes in the journal of this case' using errcode = 'insufficient_privilege';
  end if;
  insert into journal_entry (organisation_id, case_id, entry_number, type, on_date, correspondent, title, public_title, access_code, access_basis,
    document_id, letter_id, decision_id, created_by)
  values (about.organisation_id, about.id, (select coalesce(max(j.entry_number), 0) + 1 from journal_entry j where j.case_id = about.id),
    told ->> 'type', (told ->> 'on')::date, told ->> 'correspondent', told ->> 'title', told ->> 'publicTitle', told ->> 'accessCode', told ->> 'accessBasis',
    (told ->> 'documentId')::bigint, (told ->> 'letterId')::bigint, (told ->> 'decisionId')::bigint, app_actor())
  returning id into made;
  return made;
end $$;
revoke execute on function journal_case_of(bigint), journal_about(bigint), add_journal_entry(jsonb) from public;
grant execute on function journal_about(bigint), add_journal_entry(jsonb) to ${APP_ROLE}, ${CLIENT_ROLE}, ${JOB_ROLE};
`;
