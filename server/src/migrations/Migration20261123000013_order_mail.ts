import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door } from './row-security.ts';

/** Mail about an order line or a card, beside that about a case; and the series of order numbers. */
export class Migration20261123000013_order_mail extends Migration {
  override up(): void {
    this.addSql(MAIL);
    this.addSql(SERIES);
  }
}

const TEMPLATES = [
  ...['IMAGES_REJECTED', 'IMAGES_STOPPED', 'UPLOAD_LINK'],
  ...[
    'ORDER_WAITING',
    'ORDER_EXPLANATION',
    'ORDER_AUTO_CANCELLED',
    'ORDER_CANCELLED',
    'ORDER_REJECTED',
    'UPLOAD_LINK_EXPIRED',
  ],
  ...['CARD_VALID', 'CARD_INVALID', 'CARD_VALID_AGAIN', 'CARD_EXPIRING', 'CARD_EXPIRED', 'CARD_BLOCKED'],
];

/** subject_id of these is the order_event that says what the letter says: reason, register, the agent's words. */
const MAIL = `
alter table outbox_mail
  add column order_item_id bigint references order_item,
  add column card_id bigint references card,
  drop constraint outbox_mail_template_check,
  add constraint outbox_mail_template_check check (template in (${TEMPLATES.map(name => `'${name}'`).join(', ')})) not valid,
  add constraint outbox_mail_about check (order_item_id is not null) not valid;
-- Every mail is to an orderer: of the line its case is about, unless it says which.
alter table outbox_mail disable trigger audit;
update outbox_mail m set order_item_id = c.order_item_id from desk_case c where c.id = m.case_id;
alter table outbox_mail enable trigger audit;
create function mail_of_item() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select c.order_item_id into new.order_item_id from desk_case c where c.id = new.case_id;
  return new;
end $$;
revoke execute on function mail_of_item() from public;
create trigger of_item before insert on outbox_mail for each row when (new.order_item_id is null) execute function mail_of_item();
alter table outbox_mail validate constraint outbox_mail_template_check;
alter table outbox_mail validate constraint outbox_mail_about;
create index outbox_mail_item on outbox_mail (order_item_id, id desc) where case_id is null;
create policy job_insert on outbox_mail for insert to ${JOB_ROLE} with check (true);
grant insert on outbox_mail to ${JOB_ROLE};
-- The mail says which event it is about before the event is written: a mail that is there already writes none.
grant usage on sequence order_event_id_seq to desk_app, ${JOB_ROLE};
`;

const SERIES = `
insert into number_series (name, last) select 'order', greatest(coalesce(max(number::bigint), 0), 3000000) from card_order on conflict do nothing;
grant select, insert, update on number_series to ${JOB_ROLE};
${door('desk_case', JOB_ROLE, { rights: ['insert'], condition: 'true' })}
${door('upload_link', JOB_ROLE, { rights: ['insert'], condition: 'true' })}
`;
