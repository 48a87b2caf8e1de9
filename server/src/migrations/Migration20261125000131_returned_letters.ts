import { Migration } from '@mikro-orm/migrations';

/** Letters that came back: when and why, which letter took the place of which, and the last day to appeal a new one names. */
export class Migration20261125000131_returned_letters extends Migration {
  override up(): void {
    this.addSql(LETTER);
  }
}

const LETTER = `
alter table letter
  add column returned_on date,
  add column return_reason text check (return_reason ~ '^[A-Z_]{3,40}$'),
  add column resend_of bigint references letter,
  add column deadline_on date,
  add check ((status = 'RETURNED') = (returned_on is not null and return_reason is not null));
create index letter_resend on letter (resend_of) where resend_of is not null;
create index letter_returned on letter (organisation_id, id) where status = 'RETURNED';
drop trigger stands on letter;
create trigger stands before update or delete on letter for each row execute function
  stands_as_written('status', 'channel', 'send_after', 'file_id', 'sha256', 'attempts', 'last_error', 'claimed_at', 'sent_at', 'delivered_on', 'version',
    'batch_id', 'mailbox_receipt', 'returned_on', 'return_reason');
`;
