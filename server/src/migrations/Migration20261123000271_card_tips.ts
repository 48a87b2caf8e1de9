import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CHECK_ROLE } from '../platform/db/roles.ts';
import { door, ofCase, wall, withheld } from './row-security.ts';

/**
 * Tips about suspect cards: a case of the authority, one at a time for a card. Whoever sends a tip, and the caseworker who looks at
 * the issuer's card, each have one narrow function; neither gets a right to the other's tables.
 */
export class Migration20261123000271_card_tips extends Migration {
  override up(): void {
    for (const sql of [CASE, TIP, RECEIVE, SEIZE, LOOK, TELL, ASK]) this.addSql(sql);
  }
}

const KINDS = `('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD')`;

const QUEUES = `('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'PROTECTED')`;

const CASE = `
alter table desk_case
  drop constraint desk_case_kind_check, drop constraint desk_case_queue_check,
  add column card_number text check (card_number ~ '^[0-9]{10}$'),  -- as it was told; nobody may have it
  add constraint desk_case_kind_check check (kind in ${KINDS}) not valid,
  add constraint desk_case_queue_check check (queue in ${QUEUES}) not valid,
  add constraint desk_case_tip check ((kind = 'TIP_INVALID_CARD') = (card_number is not null)) not valid;
alter table desk_case validate constraint desk_case_kind_check;
alter table desk_case validate constraint desk_case_queue_check;
alter table desk_case validate constraint desk_case_tip;
-- Tips about the same card come together in the case that is open.
create unique index desk_case_tip_open on desk_case (organisation_id, card_number) where card_number is not null and closed_at is null;
`;

const TIP = `
create table card_tip (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case on delete cascade,
  received_at timestamptz not null,
  category text not null check (category in ('WRONG_PERSON', 'LOOKS_FORGED', 'NOT_VALID', 'OTHER_EMPLOYER', 'OTHER')),
  body text check (length(body) between 1 and 1000),
  client_id bigint references machine_client  -- null: somebody on the public page, whom we do not ask
);
create index card_tip_case on card_tip (case_id, id);
create trigger audit after insert or update or delete on card_tip for each row execute function audit_change('case_id', 'body');
${wall('card_tip', { see: ofCase('case'), app: ['select'], job: ['select', 'delete'] })}
${withheld('card_tip', 'case')}
`;

/** What the reporter may do: hand in a tip. @returns the number of the case it is in */
const RECEIVE = `
create function receive_card_tip(told_number text, told_category text, told_body text, told_at timestamptz, told_on date, days int, due date)
returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  authority smallint := (select id from staff_organisation where kind = 'AUTHORITY' order by id limit 1);
  about desk_case;
  series text := 'case ' || extract(year from told_on);
begin
  perform pg_advisory_xact_lock(hashtextextended('card tip ' || told_number, 0));
  select * into about from desk_case where organisation_id = authority and card_number = told_number and closed_at is null for update;
  if about.id is null then
    with given as (
      insert into number_series as n (name, last) values (series, 1) on conflict (name) do update set last = n.last + 1 returning n.last)
    insert into desk_case (organisation_id, number, kind, queue, channel, language, title, subject_organisation_id, card_number, opened_on, due_days, due_on)
    select authority, extract(year from told_on) || '/' || lpad(given.last::text, 6, '0'), 'TIP_INVALID_CARD', 'TIP_INVALID_CARD', 'PORTAL', 'nb',
      'HMS-kort ' || told_number, (select main_unit_id from card where number = told_number), told_number, told_on, days, due
    from given returning * into about;
    insert into case_event (organisation_id, case_id, type, new_value) values (authority, about.id, 'CASE_OPENED', 'PORTAL');
  else
    update desk_case set new_post_at = told_at where id = about.id;
  end if;
  insert into card_tip (organisation_id, case_id, received_at, category, body, client_id)
  values (authority, about.id, told_at, told_category, told_body, app_client());
  insert into case_event (organisation_id, case_id, type, new_value) values (authority, about.id, 'TIP_RECEIVED', told_category);
  return about.number;
end $$;
revoke execute on function receive_card_tip(text, text, text, timestamptz, date, int, date) from public;
grant execute on function receive_card_tip(text, text, text, timestamptz, date, int, date) to ${CHECK_ROLE};
${door('scheme_setting', CHECK_ROLE, { rights: ['select'], condition: 'true' })}
`;

/** A control authority has taken a card. Nobody else can say so. @returns false when there is no such card */
const SEIZE = `
create function seize_card(told_number text, told_on date, told_by text, told_at timestamptz)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare taken card;
begin
  if not exists (select 1 from machine_client m where m.id = app_client() and m.active and 'card.control' = any (m.scopes)) then
    raise exception 'only a control authority seizes cards' using errcode = 'insufficient_privilege';
  end if;
  select * into taken from card where number = told_number for update;
  if taken.id is null then return false; end if;
  if taken.seized_on is not null then return true; end if;
  update card set seized_on = told_on, seized_by = told_by, version = version + 1 where id = taken.id;
  insert into order_event (organisation_id, order_id, order_item_id, card_id, at, type, new_value, note)
  values (taken.organisation_id, (select i.order_id from order_item i where i.id = taken.order_item_id), taken.order_item_id, taken.id, told_at,
    'SEIZED', told_on::text, told_by);
  return true;
end $$;
revoke execute on function seize_card(text, date, text, timestamptz) from public;
grant execute on function seize_card(text, date, text, timestamptz) to ${CHECK_ROLE};
`;

/** The issuer's card as the caseworker of a tip about it sees it: its firm, its state and how that came about, nobody's name. */
const LOOK = `
create function card_of_tip(asked bigint)
returns table (number text, status text, status_reason text, status_at timestamptz, earlier_issuer boolean, scheme text, valid_from date, expires_on date,
  shredded_on date, seized_on date, seized_by text, firm_name text, org_number text, can_tell boolean, history jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.card_number, c.status, c.status_reason, c.status_at, c.earlier_issuer, c.scheme, c.valid_from, c.expires_on,
    c.shredded_on, c.seized_on, c.seized_by, f.name, f.org_number, c.order_item_id is not null, coalesce(h.events, '[]')
  from desk_case k left join card c on c.number = k.card_number left join organisation f on f.id = c.main_unit_id
  left join lateral (select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'type', e.type, 'from', e.old_value, 'to', e.new_value, 'reason', e.note) order by e.id desc) as events
    from (select * from order_event where card_id = c.id and type in ('CARD_STATUS', 'SHREDDED', 'SEIZED') order by id desc limit 20) e) h on true
  where k.id = asked and k.kind = 'TIP_INVALID_CARD' and app_scope('case') in (0, k.organisation_id)
$$;
revoke execute on function card_of_tip(bigint) from public;
grant execute on function card_of_tip(bigint) to ${APP_ROLE};
`;

/** The caseworker has decided that the employer is to be told. @returns false when there is nobody to tell */
const TELL = `
alter table outbox_mail drop constraint outbox_mail_template_check;
create function tell_employer_of_tip(asked bigint, told_at timestamptz, leaves_at timestamptz, mail_id text)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  taken card;
  line order_item;
  event bigint;
begin
  select c.* into taken from desk_case k join card c on c.number = k.card_number
  where k.id = asked and k.kind = 'TIP_INVALID_CARD' and app_scope('case.write') in (0, k.organisation_id);
  select * into line from order_item where id = taken.order_item_id;
  if line.id is null then return false; end if;
  insert into order_event (organisation_id, order_id, order_item_id, card_id, at, type, new_value)
  values (line.organisation_id, line.order_id, line.id, taken.id, told_at, 'MAIL_QUEUED', 'CARD_SUSPECT') returning id into event;
  insert into outbox_mail (organisation_id, order_item_id, card_id, template, language, subject_id, dedupe, message_id, send_after)
  values (line.organisation_id, line.id, taken.id, 'CARD_SUSPECT', line.orderer_language, event, 'tip:' || asked, mail_id, leaves_at);
  return true;
end $$;
revoke execute on function tell_employer_of_tip(bigint, timestamptz, timestamptz, text) from public;
grant execute on function tell_employer_of_tip(bigint, timestamptz, timestamptz, text) to ${APP_ROLE};
alter table outbox_mail add constraint outbox_mail_template_check check (template in ('IMAGES_REJECTED', 'IMAGES_STOPPED', 'UPLOAD_LINK', 'ORDER_WAITING',
  'ORDER_EXPLANATION', 'ORDER_AUTO_CANCELLED', 'ORDER_CANCELLED', 'ORDER_REJECTED', 'UPLOAD_LINK_EXPIRED', 'CARD_VALID', 'CARD_INVALID',
  'CARD_VALID_AGAIN', 'CARD_EXPIRING', 'CARD_EXPIRED', 'CARD_BLOCKED', 'CARD_SUSPECT')) not valid;
alter table outbox_mail validate constraint outbox_mail_template_check;
`;

/** The issuer is asked to block the card: an inquiry at its desk, about its own card. @returns its number; null when there is no such card */
const ASK = `
create function ask_issuer_to_block(asked bigint, told_on date, days int, due date)
returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tip desk_case;
  taken card;
  opened desk_case;
begin
  select * into tip from desk_case k where k.id = asked and k.kind = 'TIP_INVALID_CARD' and app_scope('case.write') in (0, k.organisation_id);
  select * into taken from card where number = tip.card_number;
  if taken.id is null then return null; end if;
  with given as (
    insert into number_series as n (name, last) values ('case ' || extract(year from told_on), 1)
    on conflict (name) do update set last = n.last + 1 returning n.last)
  insert into desk_case (organisation_id, number, kind, queue, channel, language, title, description, person_id, subject_organisation_id, order_item_id, opened_on, due_days, due_on)
  select taken.organisation_id, extract(year from told_on) || '/' || lpad(given.last::text, 6, '0'), 'INQUIRY', 'INQUIRY', 'EDIALOG', 'nb',
    'Sperr HMS-kort ' || taken.number, 'Arbeidstilsynet ber om at HMS-kort ' || taken.number || ' sperres. Sak hos Arbeidstilsynet: ' || tip.number || '.',
    taken.person_id, taken.main_unit_id, taken.order_item_id, told_on, days, due
  from given returning * into opened;
  insert into case_event (organisation_id, case_id, type, new_value) values (opened.organisation_id, opened.id, 'CASE_OPENED', 'EDIALOG');
  return opened.number;
end $$;
revoke execute on function ask_issuer_to_block(bigint, date, int, date) from public;
grant execute on function ask_issuer_to_block(bigint, date, int, date) to ${APP_ROLE};
`;
