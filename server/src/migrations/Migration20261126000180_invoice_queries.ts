import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, JOB_ROLE } from '../platform/db/roles.ts';
import { expected, ofOrganisation, wall } from './row-security.ts';

/** Firms ask about invoices: a case of the issuer's finance, what was written, which invoice it is about, and what was answered (docs/decisions/0730). */
export class Migration20261126000180_invoice_queries extends Migration {
  override up(): void {
    for (const sql of [CASE, SCOPES, QUERY, POST, ANSWER, MAIL, FIND]) this.addSql(sql);
  }
}

const KINDS = `('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION', 'APPROVAL', 'INVOICE_QUERY')`;
const QUEUES = `('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION', 'APPROVAL', 'INVOICE_QUERY', 'PROTECTED')`;

const CASE = `
alter table desk_case
  drop constraint desk_case_kind_check, drop constraint desk_case_queue_check,
  add constraint desk_case_kind_check check (kind in ${KINDS}) not valid,
  add constraint desk_case_queue_check check (queue in ${QUEUES}) not valid;
alter table desk_case validate constraint desk_case_kind_check;
alter table desk_case validate constraint desk_case_queue_check;
`;

const INQUIRIES = `case when kind in ('INQUIRY', 'INVOICE_QUERY') then -organisation_id end`;
const caseRow = (resource: string) =>
  expected(
    `(select app_scope('${resource}')) = any (array[organisation_id, 0::smallint, (${INQUIRIES})::smallint])`,
  );

/** Whoever sees inquiries only sees those about invoices too. */
const SCOPES = `
alter policy app_select on desk_case using (${caseRow('case')});
alter policy app_insert on desk_case with check (${caseRow('case.write')});
alter policy app_update on desk_case using (${caseRow('case.write')}) with check (${caseRow('case.write')});
alter policy app_delete on desk_case using (${caseRow('case.write')});
`;

const MEANINGS = `('INVOICE_NUMBER', 'CREDIT_NOTE_NUMBER', 'KID', 'ORDER_NUMBER', 'INTERNAL_ORDER_NUMBER')`;
const OUTCOMES = `('REFERENCE_NOT_GIVEN', 'REFERENCE_HIDDEN_BY_SUPPLIER', 'WRONG_FIRM_BILLED', 'PAID_WITHOUT_KID', 'EARLIER_ISSUER', 'DUPLICATE', 'ASKED_BACK')`;
const ofQueries = { see: ofOrganisation('invoice-query'), change: ofOrganisation('invoice-query.write') };

const QUERY = `
create table invoice_query (
  case_id bigint primary key references desk_case on delete cascade,
  organisation_id smallint not null references staff_organisation,
  contact_name text check (length(contact_name) between 1 and 200),
  contact_email text not null check (length(contact_email) between 3 and 254),  -- as claimed: answers go there
  company text check (length(company) between 1 and 200),                       -- as claimed
  wanted_reference text check (length(wanted_reference) between 1 and 100),
  asked text[] not null check (cardinality(asked) <= 30),    -- numbers in what was written that may lead to an invoice
  named text[] not null check (cardinality(named) <= 10),    -- organisation numbers in it
  state text not null check (state in ('FOUND', 'AMBIGUOUS')),
  reason text check (reason in ('NO_NUMBER', 'NO_MATCH', 'SEVERAL', 'UNCONFIRMED', 'OTHER_FIRM')),
  invoice_id bigint references invoice on delete set null,
  found_by text check (found_by in ${MEANINGS}),
  found_from text check (length(found_from) between 1 and 30),
  confirmed_by text check (confirmed_by in ('MAIN_UNIT', 'SUB_UNIT', 'CONTACT', 'TWO_NUMBERS', 'STAFF')),
  chosen_reason text check (length(chosen_reason) between 1 and 500),
  chosen_by bigint references staff_user,
  check ((state = 'FOUND') = (confirmed_by is not null)),
  check ((state = 'AMBIGUOUS') = (reason is not null)),
  check ((state = 'FOUND') or invoice_id is null),
  check ((confirmed_by = 'STAFF') is not true or (chosen_by is not null and chosen_reason is not null))
);
create index invoice_query_invoice on invoice_query (invoice_id) where invoice_id is not null;
create trigger audit after insert or update or delete on invoice_query for each row execute function
  audit_change('case_id', 'contact_name', 'contact_email', 'company', 'chosen_reason');
${wall('invoice_query', { ...ofQueries, app: ['select', 'insert', 'update'], job: ['select', 'insert', 'update'] })}
`;

/** What was written, national ID numbers taken out; the bytes of a mail are kept nowhere. */
const POST = `
create table invoice_query_post (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case on delete cascade,
  received_at timestamptz not null,
  sender text not null check (length(sender) <= 254),
  subject text check (length(subject) <= 300),
  body text not null check (length(body) between 1 and 20000),
  attachments smallint not null default 0,          -- not kept
  message_id text check (length(message_id) between 1 and 500),
  body_sha256 bytea,
  unique (message_id, body_sha256)
);
create index invoice_query_post_case on invoice_query_post (case_id, id);
create trigger audit after insert or update or delete on invoice_query_post for each row execute function
  audit_change('case_id', 'sender', 'subject', 'body', 'message_id', 'body_sha256');
${wall('invoice_query_post', { ...ofQueries, app: ['select', 'insert'], job: ['select', 'insert'] })}
`;

/** As it was sent. Whoever may see mail sees it there too. */
const ANSWER = `
create table invoice_answer (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case on delete cascade,
  invoice_id bigint references invoice on delete set null,
  outcome text not null check (outcome in ${OUTCOMES}),
  language text not null check (language in ('nb', 'nn', 'en')),
  recipient text not null check (length(recipient) between 3 and 254),
  paragraphs text[] not null check (cardinality(paragraphs) between 1 and 20),
  code_lines text[] not null default '{}' check (cardinality(code_lines) <= 10),  -- of the EHF
  answered_by bigint not null references staff_user,
  answered_at timestamptz not null
);
create index invoice_answer_case on invoice_answer (case_id, id);
create trigger audit after insert or update or delete on invoice_answer for each row execute function
  audit_change('case_id', 'recipient', 'paragraphs', 'code_lines');
create function invoice_answer_stands() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'invoice_id' = to_jsonb(old) - 'invoice_id' and new.invoice_id is null then return new; end if;
  raise exception 'an answer stands as it was sent' using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update on invoice_answer for each row execute function invoice_answer_stands();
${wall('invoice_answer', {
  see: `${ofOrganisation('invoice-query')} or ${ofOrganisation('mail')}`,
  change: ofOrganisation('invoice-query.write'),
  app: ['select', 'insert'],
  job: ['select'],
})}
`;

const widened = (constraint: string, more: string): string => `
do $$ declare before text; begin
  select pg_get_expr(conbin, conrelid) into strict before from pg_constraint where conname = '${constraint}' and conrelid = 'outbox_mail'::regclass;
  alter table outbox_mail drop constraint ${constraint};
  execute format('alter table outbox_mail add constraint ${constraint} check (%s or ${more.replaceAll("'", "''")}) not valid', before);
  alter table outbox_mail validate constraint ${constraint};
end $$;`;

const OF_ANSWER = `template = 'INVOICE_ANSWER'`;

/** Finance sends no other mail, and sees none. */
const MAIL = `
${widened('outbox_mail_template_check', OF_ANSWER)}
${widened('outbox_mail_about', `(${OF_ANSWER} and case_id is not null)`)}
create policy app_answers_select on outbox_mail for select to ${APP_ROLE} using (${OF_ANSWER} and (${ofOrganisation('invoice-query')}));
create policy app_answers_insert on outbox_mail for insert to ${APP_ROLE} with check (${OF_ANSWER} and (${ofOrganisation('invoice-query.write')}));
`;

/**
 * Every document that has one of the numbers, and who the asker may be: in one statement, by indexes. Whoever registers a query may
 * start it; what is found is shown to finance alone.
 */
const FIND = `
create index order_item_orderer_email on order_item (lower(orderer_email), main_unit_id);
create function invoices_asked_about(asked text[], names text[], address text) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope smallint := app_scope('invoice-query.write');
  everything boolean := session_user = '${JOB_ROLE}' or current_setting('role') = '${JOB_ROLE}';
  contacts bigint[];
  answer jsonb;
begin
  if scope is null and not everything then raise exception 'not one who registers queries' using errcode = 'insufficient_privilege'; end if;
  contacts := array(select distinct i.main_unit_id from order_item i where lower(i.orderer_email) = lower(address) and i.withheld_from is null limit 20);
  with hit as materialized (
    (select i.id from unnest(asked) a(n) join invoice i on i.number in (a.n, 'K' || a.n) limit 40)
    union (select i.id from unnest(asked) a(n) join invoice i on i.kid = a.n and i.kind = 'INVOICE' limit 40)
    union (select i.id from unnest(asked) a(n) join invoice i on i.order_number = a.n limit 40)
    union (select i.id from unnest(asked) a(n) join invoice i on i.internal_order_number = a.n limit 40)
  ), found as (
    select i.* from hit join invoice i using (id)
    where i.withheld_from is null and (everything or scope in (0, i.organisation_id)) order by i.id limit 40
  )
  select jsonb_build_object(
    'candidates', coalesce((select jsonb_agg(jsonb_build_object('id', f.id::text, 'kind', f.kind, 'number', f.number, 'kid', f.kid,
        'orderNumber', f.order_number, 'internalOrderNumber', f.internal_order_number, 'firmId', f.firm_id::text, 'buyerOrgNumber', f.buyer_org_number,
        'unitOrgNumbers', (select coalesce(jsonb_agg(l.unit_org_number), '[]') from invoice_line l where l.invoice_id = f.id),
        'replaced', exists (select from invoice r where r.replaces_id = f.id),
        'contact', case when f.buyer_org_number is not null then f.firm_id = any (contacts)
          else exists (select from order_item i where i.order_id = f.order_id and lower(i.orderer_email) = lower(address)) end) order by f.id) from found f), '[]'),
    'named', coalesce((select jsonb_agg(jsonb_build_object('orgNumber', n.number, 'firmId', coalesce(o.parent_id, o.id)::text) order by n.place)
      from unnest(names) with ordinality n(number, place) left join organisation o on o.org_number = n.number
      -- The issuer's own number stands on every invoice.
      where not exists (select from found f where f.seller ->> 'orgNumber' = n.number)), '[]'),
    'contactFirmIds', coalesce((select jsonb_agg(c::text) from unnest(contacts) c), '[]'))
  into answer;
  return answer;
end $$;
revoke execute on function invoices_asked_about(text[], text[], text) from public;
grant execute on function invoices_asked_about(text[], text[], text) to ${APP_ROLE}, ${JOB_ROLE};
`;
