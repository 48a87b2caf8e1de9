import { Migration } from '@mikro-orm/migrations';
import { wall } from './row-security.ts';

/**
 * What a member of staff is told by mail about her own account: a sign-in from a device not seen on it before, another password.
 * Not in outbox_mail: that is about cases, their organisation sees it and settles it. The triggers write it, so that no way in
 * can forget to, and nobody can write one by hand.
 */
export class Migration20261122000110_staff_notice extends Migration {
  override up(): void {
    this.addSql(TABLE);
    this.addSql(TRIGGERS);
  }
}

const TABLE = `
create table staff_notice (
  id bigint generated always as identity primary key,
  staff_user_id bigint not null references staff_user on delete cascade,
  kind text not null check (kind in ('NEW_DEVICE', 'PASSWORD_CHANGED', 'PASSWORD_RESET')),
  device text,                            -- what the browser calls itself; only its kind stands in the mail
  at timestamptz not null,                -- when it happened
  message_key uuid not null default gen_random_uuid(),  -- left-hand side of the Message-ID, the same however often it is tried
  status text not null default 'QUEUED' check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
  attempts int not null default 0,
  last_error text,
  send_after timestamptz not null,
  claimed_at timestamptz
);
create index staff_notice_due on staff_notice (send_after) where status = 'QUEUED';
create index staff_notice_sending on staff_notice (claimed_at) where status = 'SENDING';
create index staff_notice_user on staff_notice (staff_user_id);
${wall('staff_notice', { see: 'false', job: ['select', 'update', 'delete'] })}
`;

/** A new version of the same browser is no other device. */
const KIND = (device: string) => `regexp_replace(${device}, '[0-9._]+', '', 'g')`;

const TRIGGERS = `
create function note_new_device() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.method <> 'DEMO' and not exists (select 1 from staff_session s where s.staff_user_id = new.staff_user_id and s.id <> new.id
    and ${KIND(`coalesce(s.device, '')`)} = ${KIND(`coalesce(new.device, '')`)}) then
    insert into staff_notice (staff_user_id, kind, device, at, send_after) values (new.staff_user_id, 'NEW_DEVICE', new.device, new.created_at, new.created_at);
  end if;
  return null;
end $$;
create trigger new_device after insert on staff_session for each row execute function note_new_device();

create function note_new_password() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into staff_notice (staff_user_id, kind, at, send_after)
    values (new.staff_user_id, case when new.must_change then 'PASSWORD_RESET' else 'PASSWORD_CHANGED' end, new.changed_at, new.changed_at);
  return null;
end $$;
create trigger new_password after update of hash on staff_password for each row when (old.hash <> new.hash) execute function note_new_password();
revoke execute on function note_new_device(), note_new_password() from public;
create index staff_session_all on staff_session (staff_user_id);
`;
