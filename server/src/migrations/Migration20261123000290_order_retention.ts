import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { door } from './row-security.ts';

/** Erasure reaches orders, cards and what the registers said; and what may be erased at all is the database's word too. */
export class Migration20261123000290_order_retention extends Migration {
  override up(): void {
    for (const sql of [OVER, EVENTS, LINES, PERSONS, CASES, LOGS, GRANTS]) this.addSql(sql);
  }
}

const OPTIONS = 'language plpgsql security definer set search_path = public, pg_temp';
/** Whatever retention.rules.ts says: nothing whole is erased sooner after its end. The bookkeeping law keeps orders that long. */
const LEAST = `now() - interval '5 years'`;

/** A card that can still become valid, or was until lately, keeps its line; and a line its case. */
const OVER = `
create function line_is_over(asked bigint, before timestamptz) returns boolean language sql stable as $$
  select not exists (select from order_item i where i.id = asked
      and (i.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION') or coalesce(i.status_at, i.ordered_on) >= before))
    and not exists (select from card k where k.order_item_id = asked and (k.status in ('VALID', 'INVALID') or k.status_at >= before))
$$;
create function line_is_erasable(asked bigint) returns boolean language sql stable as $$
  select line_is_over(asked, ${LEAST}) and not exists (select from desk_case c where c.order_item_id = asked)
$$;
create function case_is_erasable(c desk_case) returns boolean language sql stable as $$
  select c.status = 'CLOSED' and c.closed_at < ${LEAST} and (c.order_item_id is null or line_is_over(c.order_item_id, ${LEAST}))
$$;
-- Nothing of the desk is about the person any more, and the registers do not tie her to a firm.
create function person_is_erasable(who bigint) returns boolean language sql stable as $$
  select not exists (select from desk_case c where c.person_id = who)
    and not exists (select from order_item i where i.person_id = who)
    and not exists (select from card k where k.person_id = who)
    and not exists (select from card_order o where o.orderer_id = who)
    and not exists (select from vat_declaration v where v.declared_by_id = who)
    and not exists (select from employment e where e.person_id = who)
    and not exists (select from delegation d where who in (d.person_id, d.granted_by_id))
    and not exists (select from firm_role r where r.person_id = who)
$$;
create index delegation_granted on delegation (granted_by_id) where granted_by_id is not null;
`;

/** The timeline of an order goes only by a record of erasure, which the desk signs, as that of a case does (migration 060). */
const EVENTS = `
drop trigger order_event_no_change on order_event;
create trigger order_event_no_change before update on order_event for each row execute function order_events_are_append_only();
create trigger order_event_stays before delete on order_event for each row execute function log_is_append_only('note');
create trigger order_event_no_truncate before truncate on order_event for each statement execute function log_is_append_only();

create function erase_order_events(ids bigint[]) returns bigint ${OPTIONS} as $$
declare
  erasure bigint;
begin
  if ids = '{}' then return null; end if;
  insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, new_values, reason)
  values ('CHANGE', app_actor(), nullif(current_setting('app.session', true), '')::bigint, nullif(current_setting('app.request', true), ''),
    'eraseFromLog', 'order_event', jsonb_build_object('order_event', ids, 'gone', true), 'database role ' || session_user)
  returning id into erasure;
  perform set_config('app.erasure', erasure::text, true);
  delete from webhook_delivery d where d.event_id = any(ids);
  delete from order_event e where e.id = any(ids);
  perform set_config('app.erasure', '', true);
  return erasure;
end $$;
revoke execute on function erase_order_events(bigint[]) from public;
`;

/**
 * Lines that no case hangs on, with their cards, checks, mails and timeline; an order goes with its last line, a register's answer
 * with the last check that rests on it. Answers what the logs still say something about, and who may be gone with them.
 */
const LINES = `
create function erase_lines(ids bigint[]) returns jsonb ${OPTIONS} as $$
declare
  cards bigint[];
  orders bigint[];
  checks bigint[];
  answers bigint[];
  persons bigint[];
  mails bigint[];
  record bigint;
begin
  ids := array(select i.id from order_item i where i.id = any(ids) and line_is_erasable(i.id));
  cards := array(select k.id from card k where k.order_item_id = any(ids));
  orders := array(select distinct i.order_id from order_item i where i.id = any(ids)
    and not exists (select from order_item o where o.order_id = i.order_id and o.id <> all(ids)));
  checks := array(select c.id from register_check c where c.order_item_id = any(ids));
  answers := array(select c.answer_id from register_check c where c.id = any(checks) and c.answer_id is not null);
  persons := array(select i.person_id from order_item i where i.id = any(ids)
    union select o.orderer_id from card_order o where o.id = any(orders) and o.orderer_id is not null
    union select v.declared_by_id from vat_declaration v where v.order_id = any(orders) and v.declared_by_id is not null);
  mails := array(select m.id from outbox_mail m where m.order_item_id = any(ids) or m.card_id = any(cards));
  delete from outbox_mail m where m.id = any(mails);
  record := erase_order_events(array(select e.id from order_event e
    where e.order_item_id = any(ids) or e.card_id = any(cards) or e.order_id = any(orders) order by 1));
  delete from production_line l where l.order_item_id = any(ids);
  delete from register_check c where c.id = any(checks);
  delete from register_answer a where a.id = any(answers) and not exists (select from register_check c where c.answer_id = a.id);
  update card k set replaced_by_id = null where k.replaced_by_id = any(cards);
  update order_item i set renews_card_id = null where i.renews_card_id = any(cards);
  delete from card k where k.id = any(cards);
  delete from order_item i where i.id = any(ids);
  delete from vat_declaration v where v.order_id = any(orders);
  delete from card_order o where o.id = any(orders);
  return jsonb_build_object('count', cardinality(ids), 'persons', persons, 'record', record,
    'about', jsonb_build_object('order_item', ids, 'card', cards, 'card_order', orders, 'register_check', checks, 'outbox_mail', mails));
end $$;
revoke execute on function erase_lines(bigint[]) from public;
`;

/** What a register said about her goes with her; powers of attorney and calls too. @returns those who are gone */
const PERSONS = `
create function erase_persons(ids bigint[]) returns setof bigint ${OPTIONS} as $$
begin
  ids := array(select p.id from person p where p.id = any(ids) and person_is_erasable(p.id));
  delete from register_answer a where a.person_id = any(ids);
  return query delete from person p where p.id = any(ids) returning p.id;
end $$;
revoke execute on function erase_persons(bigint[]) from public;
`;

/** As migration 073 had it; the line of a case goes with the last case, when it is over too. */
const CASES = `
drop function erase_cases(bigint[]);
create function erase_cases(ids bigint[]) returns jsonb ${OPTIONS} as $$
declare
  items bigint[];
  persons bigint[];
  erased jsonb;
begin
  ids := array(select c.id from desk_case c where c.id = any(ids) and case_is_erasable(c));
  items := array(select c.order_item_id from desk_case c where c.id = any(ids) and c.order_item_id is not null);
  persons := array(select c.person_id from desk_case c where c.id = any(ids) and c.person_id is not null
    union select i.person_id from order_item i where i.id = any(items));
  delete from image_decision_reason r using image_decision d where d.id = r.decision_id and d.case_id = any(ids);
  delete from image_decision d where d.case_id = any(ids);
  delete from image_submission s where s.case_id = any(ids);
  delete from outbox_mail m where m.case_id = any(ids);
  delete from upload_link l where l.case_id = any(ids);
  delete from stored_file f where f.case_id = any(ids);
  delete from case_hold h where h.case_id = any(ids);
  delete from case_link l where l.case_id = any(ids) or l.other_case_id = any(ids);
  delete from case_barred b where b.case_id = any(ids);
  delete from case_skip s where s.case_id = any(ids);
  delete from draft d where d.case_id = any(ids);
  delete from desk_case c where c.id = any(ids);
  erased := erase_lines(items);
  return erased || jsonb_build_object('count', cardinality(ids),
    'persons', to_jsonb(persons) || (erased -> 'persons'));
end $$;
revoke execute on function erase_cases(bigint[]) from public;
grant execute on function erase_cases(bigint[]), erase_lines(bigint[]), erase_persons(bigint[]) to ${JOB_ROLE};
`;

const OF_PERSON = `('order_item', 'card', 'delegation', 'caller_verification', 'power_of_attorney')`;

/** Rows of the log about orders and cards are found by the row, to be emptied when it is gone. */
const LOGS = `
create index audit_log_order_row on audit_log (table_name, row_id) where table_name in ('order_item', 'card', 'card_order', 'register_check', 'outbox_mail');
-- Changes of rows that name the person, also of those that went before her.
create index audit_log_whose_row on audit_log ((coalesce(new_values, old_values) ->> 'person_id')) where table_name in ${OF_PERSON};
create or replace function audit_erase_person(person bigint, cases bigint[] default '{}')
returns bigint language sql security definer set search_path = public, pg_temp as $$
  with hers as (select id from desk_case where person_id = person union select unnest(cases))
  select audit_erase(
    array(select id from audit_log where person_ids @> array[person]
      union select id from audit_log where table_name = 'person' and row_id = person::text
      union select id from audit_log where coalesce(new_values, old_values) ->> 'person_id' = person::text and table_name in ${OF_PERSON}
      union select id from audit_log where case_id in (select id from hers)),
    array(select id from case_event where case_id in (select id from hers)), false, person)
$$;
create function audit_erase_rows(about jsonb) returns bigint language sql security definer set search_path = public, pg_temp as $$
  select audit_erase(array(select l.id from jsonb_each(about) t (name, ids), jsonb_array_elements_text(t.ids) i (id), audit_log l
    where l.table_name = t.name and l.row_id = i.id and l.table_name in ('order_item', 'card', 'card_order', 'register_check', 'outbox_mail')), '{}')
$$;
revoke execute on function audit_erase_rows(jsonb) from public;
grant execute on function audit_erase_rows(jsonb) to ${JOB_ROLE};
`;

/** Rows that have a period of their own. */
const GRANTS = `
${door('delegation', JOB_ROLE, { rights: ['delete'], condition: 'true' })}
${door('caller_verification', JOB_ROLE, { rights: ['select', 'delete'], condition: 'true' })}
${door('power_of_attorney', JOB_ROLE, { rights: ['select', 'delete'], condition: 'true' })}
`;
