import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CLIENT_ROLE, JOB_ROLE } from '../platform/db/roles.ts';

/** What the database itself holds to: steps of an application, rows that never change, and the two narrow ways across from the issuer. */
export class Migration20261124000012_exception_guards extends Migration {
  override up(): void {
    for (const sql of [STEPS, IMMUTABLE, ARRIVAL, PERSONS, REGISTER, HAND_OVER, WAKE, WAITING, PROTECTION])
      this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** The same table as application.rules.ts. */
const STEPS = `
create function application_step() returns trigger language plpgsql as $$
begin
  if (new.code, new.register, new.person_id, new.firm_id, new.case_id, new.number, new.channel, new.received_on)
    is distinct from (old.code, old.register, old.person_id, old.firm_id, old.case_id, old.number, old.channel, old.received_on) then
    raise exception 'what an application is about never changes' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and not (old.status || '>' || new.status = any (array[
    'REGISTERED>UNDER_REVIEW', 'REGISTERED>WRONG_CHANNEL',
    'UNDER_REVIEW>AWAITING_DOCUMENTS', 'AWAITING_DOCUMENTS>UNDER_REVIEW',
    'UNDER_REVIEW>FOR_APPROVAL', 'FOR_APPROVAL>UNDER_REVIEW', 'APPEALED>FOR_APPROVAL', 'FOR_APPROVAL>APPEALED',
    'GRANTED>FOR_APPROVAL', 'REFUSED>FOR_APPROVAL', 'DISMISSED>FOR_APPROVAL', 'WITHDRAWN>FOR_APPROVAL',
    'UNDER_REVIEW>GRANTED', 'UNDER_REVIEW>REFUSED', 'UNDER_REVIEW>DISMISSED', 'UNDER_REVIEW>WITHDRAWN',
    'FOR_APPROVAL>GRANTED', 'FOR_APPROVAL>REFUSED', 'FOR_APPROVAL>DISMISSED', 'FOR_APPROVAL>WITHDRAWN',
    'GRANTED>REFUSED', 'GRANTED>WITHDRAWN', 'REFUSED>GRANTED', 'DISMISSED>GRANTED', 'WITHDRAWN>GRANTED',
    'GRANTED>APPEALED', 'REFUSED>APPEALED', 'DISMISSED>APPEALED', 'WITHDRAWN>APPEALED',
    'APPEALED>GRANTED', 'APPEALED>REFUSED', 'APPEALED>DISMISSED', 'APPEALED>WITHDRAWN', 'APPEALED>FORWARDED',
    'FORWARDED>GRANTED', 'FORWARDED>REFUSED', 'FORWARDED>DISMISSED', 'FORWARDED>WITHDRAWN', 'FORWARDED>UNDER_REVIEW'])) then
    raise exception 'an application cannot go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger step before update on exception_application for each row execute function application_step();
`;

/** Rows that stand as they were written; protection of a person moves them and changes nothing else. */
const IMMUTABLE = `
create function stands_as_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - coalesce(tg_argv, '{}') - array['withheld_from', 'organisation_id']
    = to_jsonb(old) - coalesce(tg_argv, '{}') - array['withheld_from', 'organisation_id'] then
    return new;
  end if;
  raise exception '% stands as it was written', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update or delete on decision for each row execute function stands_as_written();
create trigger stands before update or delete on journal_entry for each row execute function stands_as_written();
create trigger stands before update or delete on document_version for each row execute function stands_as_written();
create trigger stands before update or delete on case_document for each row execute function
  stands_as_written('intake_organisation_id', 'struck_by', 'struck_at', 'struck_reason');
create trigger stands before update or delete on decision_proposal for each row execute function
  stands_as_written('state', 'settled_by', 'settled_at', 'settled_reason');
create trigger stands before update or delete on letter for each row execute function
  stands_as_written('status', 'channel', 'send_after', 'file_id', 'sha256', 'attempts', 'last_error', 'claimed_at', 'sent_at', 'delivered_on', 'version', 'batch_id');
create trigger stands before update on exception_entry for each row execute function
  stands_as_written('ended_on', 'end_reason', 'end_decision_id', 'warned_30_on', 'warned_7_on', 'expiry_noted_on', 'version');
create trigger no_truncate before truncate on decision for each statement execute function stands_as_written();
create trigger no_truncate before truncate on journal_entry for each statement execute function stands_as_written();
`;

/** Whatever door a paper comes through: the application is another one than that which was approved, and the timeline says so. */
const ARRIVAL = `
create function document_arrived() returns trigger language plpgsql ${OPTIONS} as $$
declare about case_document;
begin
  if not exists (select from exception_application a where a.case_id = new.case_id) then return null; end if;
  select * into about from case_document d where d.id = new.document_id;
  update exception_application set version = version + 1 where case_id = new.case_id;
  insert into case_event (organisation_id, case_id, type, actor_id, old_value, new_value)
  values (new.organisation_id, new.case_id, 'DOCUMENT_ADDED', new.created_by, case when new.version > 1 then 'v' || new.version end, about.kind);
  return null;
end $$;
create trigger arrived after insert on document_version for each row execute function document_arrived();
create function document_struck() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update exception_application set version = version + 1 where case_id = new.case_id;
  insert into case_event (organisation_id, case_id, type, actor_id, new_value, note)
  values (new.organisation_id, new.case_id, 'DOCUMENT_STRUCK', new.struck_by, new.kind, new.struck_reason);
  return null;
end $$;
create trigger struck after update of struck_at on case_document for each row when (old.struck_at is null and new.struck_at is not null)
  execute function document_struck();
revoke execute on function document_arrived(), document_struck() from public;
-- Whoever sees the application sees whom the right comes from.
create function related_is_seen() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update person set seen_by = seen_by || array[new.organisation_id] where id = new.related_person_id and not seen_by @> array[new.organisation_id];
  if exists (select from person p where p.id = new.related_person_id and p.restricted) then perform follow_protection(new.related_person_id); end if;
  return null;
end $$;
create constraint trigger related_is_seen after insert or update of related_person_id on exception_application deferrable initially deferred
  for each row when (new.related_person_id is not null) execute function related_is_seen();
revoke execute on function related_is_seen() from public;
`;

/** Who it is about, found by the keyed hash of the number or added; whoever registers reads nobody by it. */
const PERSONS = `
create function applicant_by_number(hashes bytea[]) returns bigint language sql stable ${OPTIONS} as $$
  select p.id from person p where p.national_id_idx = any (hashes) and app_scope('application.write') is not null limit 1 $$;
create function next_applicant() returns bigint language sql volatile ${OPTIONS} as
  $$ select nextval(pg_get_serial_sequence('person', 'id')) where app_scope('application.write') is not null $$;
-- As the paper says the name; Folkeregisteret's takes its place at the first look.
create function add_applicant(person bigint, given text, family text, born date, d boolean,
  enc bytea, key_id text, idx bytea, others bytea[], masked text) returns void language sql volatile ${OPTIONS} as $$
  insert into person (id, given_name, family_name, birth_date, d_number, national_id_enc, national_id_key, national_id_idx, national_id_idx_others, national_id_masked)
  overriding system value select person, given, family, born, d, enc, key_id, idx, others, masked where app_scope('application.write') is not null $$;
revoke execute on function applicant_by_number(bytea[]), next_applicant(), add_applicant(bigint, text, text, date, boolean, bytea, text, bytea, bytea[], text) from public;
grant execute on function applicant_by_number(bytea[]), next_applicant(), add_applicant(bigint, text, text, date, boolean, bytea, text, bytea, bytea[], text) to ${APP_ROLE};
`;

/**
 * The only way an application comes into being, whoever takes it in: staff of the authority or the issuer, or a machine of the
 * portal. The case is the authority's from its first moment; the issuer's own applications wait there until they are handed over.
 * @returns ids of the application and its case, and the number
 */
const REGISTER = `
create function register_application(told jsonb, told_at timestamptz, told_on date, days int, due date)
returns table (id bigint, case_id bigint, number text) language plpgsql volatile ${OPTIONS} as $$
declare
  home smallint := (select o.id from staff_organisation o where o.kind = 'AUTHORITY' order by o.id limit 1);
  by_client boolean := exists (select from machine_client m where m.id = app_client() and m.active and 'exception.apply' = any (m.scopes));
  registrar smallint := (select s.organisation_id from staff_user s where s.id = app_actor());
  known boolean := by_client or registrar is null or registrar = home;
  wrong boolean := told ->> 'channel' = 'EMAIL' and told ->> 'personId' is not null;
  opened desk_case;
  made exception_application;
begin
  if not by_client and (app_scope('application.write') is null or app_scope('application.write') is distinct from registrar) and session_user <> '${JOB_ROLE}' and current_setting('role') <> '${JOB_ROLE}' then
    raise exception 'not one who registers applications' using errcode = 'insufficient_privilege';
  end if;
  with given as (
    insert into number_series as n (name, last) values ('case ' || extract(year from told_on), 1)
    on conflict (name) do update set last = n.last + 1 returning n.last)
  insert into desk_case (organisation_id, number, kind, queue, status, channel, language, title, person_id, subject_organisation_id, opened_on, due_days, due_on, closed_at)
  select home, extract(year from told_on) || '/' || lpad(given.last::text, 6, '0'), 'EXCEPTION', 'EXCEPTION',
    case when wrong then 'CLOSED' when known then 'OPEN' else 'AWAITING_UPLOAD' end, told ->> 'channel', told ->> 'language', told ->> 'code',
    (told ->> 'personId')::bigint, (told ->> 'firmId')::bigint, (told ->> 'receivedOn')::date, days, due, case when wrong then told_at end
  from given returning * into opened;
  insert into exception_application (organisation_id, case_id, number, code, register, person_id, firm_id, related_person_id, status, status_at, channel,
    received_on, wanted_from, evidence_ends_on, contact_name, contact_email, language, claims, order_number, registrar_organisation_id, registered_by, client_id, handed_over_at)
  values (home, opened.id, opened.number, told ->> 'code', told ->> 'register', opened.person_id, opened.subject_organisation_id, (told ->> 'relatedPersonId')::bigint,
    case when wrong then 'WRONG_CHANNEL' when known then 'UNDER_REVIEW' else 'REGISTERED' end, told_at, told ->> 'channel',
    opened.opened_on, (told ->> 'wantedFrom')::date, (told ->> 'evidenceEndsOn')::date, told ->> 'contactName', told ->> 'contactEmail', opened.language,
    coalesce(told -> 'claims', '{}'), told ->> 'orderNumber', case when known then null else registrar end, app_actor(), app_client(), case when known then told_at end)
  returning * into made;
  insert into case_event (organisation_id, case_id, type, actor_id, new_value) values (home, opened.id, 'CASE_OPENED', app_actor(), opened.channel);
  if wrong then
    insert into case_event (organisation_id, case_id, type, actor_id, new_value) values (home, opened.id, 'CLOSED', app_actor(), 'WRONG_CHANNEL');
  end if;
  return query select made.id, opened.id, opened.number;
end $$;
revoke execute on function register_application(jsonb, timestamptz, date, int, date) from public;
grant execute on function register_application(jsonb, timestamptz, date, int, date) to ${APP_ROLE}, ${CLIENT_ROLE}, ${JOB_ROLE};
`;

/** From then on the issuer sees the state and no paper. @returns false when it is not this issuer's to hand over */
const HAND_OVER = `
create function hand_over_application(asked bigint, expected int, at timestamptz)
returns boolean language plpgsql volatile ${OPTIONS} as $$
declare about exception_application;
begin
  select * into about from exception_application a where a.id = asked for update;
  if about.id is null or about.status <> 'REGISTERED' or about.version <> expected
    or about.registrar_organisation_id is distinct from app_scope('application.write') then return false; end if;
  update case_document d set intake_organisation_id = null where d.case_id = about.case_id and d.intake_organisation_id is not null;
  update exception_application a set status = 'UNDER_REVIEW', status_at = at, handed_over_at = at, version = version + 1 where a.id = asked;
  update desk_case c set status = 'OPEN', version = version + 1 where c.id = about.case_id;
  insert into case_event (organisation_id, case_id, type, actor_id, new_value) values (about.organisation_id, about.case_id, 'APPLICATION_RECEIVED', app_actor(), about.code);
  return true;
end $$;
revoke execute on function hand_over_application(bigint, int, timestamptz) from public;
grant execute on function hand_over_application(bigint, int, timestamptz) to ${APP_ROLE};
`;

/** An entry begins, ends or goes: the lines it speaks for are asked about again at once. @returns how many */
const WAKE = `
create function wake_lines_of_entry(told_person bigint, told_firm bigint, at timestamptz)
returns bigint language plpgsql volatile ${OPTIONS} as $$
declare n bigint;
begin
  with woken as (
    update order_item i set check_at = at
    where i.main_unit_id = told_firm and (told_person is null or i.person_id = told_person) and i.check_at is not null returning 1)
  select count(*) into n from woken;
  return n;
end $$;
revoke execute on function wake_lines_of_entry(bigint, bigint, timestamptz) from public;
grant execute on function wake_lines_of_entry(bigint, bigint, timestamptz) to ${APP_ROLE}, ${JOB_ROLE};
create index order_item_of_firm_asked on order_item (main_unit_id, person_id) where check_at is not null;
`;

/** What of the issuer's a caseworker must know: the orders this application holds up, by number and state, nothing else. */
const WAITING = `
create function orders_of_application(asked bigint)
returns table (number text, line smallint, scheme text, ordered_on date, status text, outcome text, cancel_on date)
language sql stable ${OPTIONS} as $$
  select i.order_number, i.line::smallint, i.scheme, i.ordered_on, i.status, c.outcome, i.cancel_on
  from exception_application a join order_item i on i.main_unit_id = a.firm_id and (a.person_id is null or i.person_id = a.person_id)
  join register_check c on c.order_item_id = i.id and c.register = a.register
  where a.id = asked and app_scope('application') in (0, a.organisation_id, a.registrar_organisation_id)
    and i.status in ('PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION')
  order by i.ordered_on, i.id limit 20
$$;
revoke execute on function orders_of_application(bigint) from public;
grant execute on function orders_of_application(bigint) to ${APP_ROLE};
`;

/** As migration 221 has it, but a decision on images is told from other decisions, and whom a right comes from counts too. */
const PROTECTION = `
do $$
declare told text := pg_get_functiondef('follow_protection(bigint)'::regprocedure);
begin
  told := replace(told, '''decision_id'' = any (t.has)', 't.name = ''image_decision_reason''');
  told := replace(told, 'order_item_id = any (items));', 'order_item_id = any (items)
    or id in (select a.case_id from exception_application a where a.related_person_id = who));');
  execute told;
end $$;
`;
