import { Migration } from '@mikro-orm/migrations';

/** Mail that came back: a state of its own, and the case in view of whoever had it last. */
export class Migration20261122000081_bounces extends Migration {
  override up(): void {
    this.addSql(BOUNCES);
  }
}

const BOUNCES = `
alter table outbox_mail drop constraint outbox_mail_status_check;
alter table outbox_mail add constraint outbox_mail_status_check
  check (status in ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'BOUNCED', 'CANCELLED'));
drop index outbox_mail_open;
create index outbox_mail_open on outbox_mail (organisation_id)
  where status in ('QUEUED', 'SENDING', 'UNCERTAIN', 'FAILED', 'BOUNCED');
drop index desk_case_back;
create index desk_case_back on desk_case (last_worker_id)
  where closed_at is null and (status = 'ON_HOLD' or new_post_at is not null);
`;
