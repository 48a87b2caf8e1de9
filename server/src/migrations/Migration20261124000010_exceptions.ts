import { Migration } from '@mikro-orm/migrations';

/** Applications for exceptions, their documents and decisions, and the entries of the registers. Walls: migration 011, guards: 012. */
export class Migration20261124000010_exceptions extends Migration {
  override up(): void {
    for (const sql of [CASE, PERSON, APPLICATION, DOCUMENT, DECISION, ENTRY, LETTER, JOURNAL, APPEAL])
      this.addSql(sql);
  }
}

const ORGANISATION = 'organisation_id smallint not null references staff_organisation';
const OF_CASE = `${ORGANISATION},
  case_id bigint not null references desk_case`;
const OF_APPLICATION = `${OF_CASE},
  application_id bigint not null references exception_application`;
const audit = (table: string, args: string) =>
  `create trigger audit after insert or update or delete on ${table} for each row execute function audit_change(${args});`;

const CODES = `('AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR', 'AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA',
  'UDI_CONFIRMED', 'UDI_EEA_FAMILY', 'VAT_KF_1510', 'VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD', 'VAT_NOT_LIABLE', 'STAFFING_FOREIGN')`;
const REGISTERS = `('AA', 'UDI', 'MVA', 'STAFFING')`;
const CHANNELS = `('PORTAL', 'API', 'EDIALOG', 'LETTER', 'EMAIL')`;
/** P+O: about a person in a firm; O: about the firm (domain section 4). */
const SUBJECT = `(register in ('AA', 'UDI')) = (person_id is not null)`;

/** An application is a case of the authority; between proposal and second signature it is nobody's to work on. */
const CASE = `
alter table desk_case
  drop constraint desk_case_kind_check, drop constraint desk_case_queue_check, drop constraint desk_case_status_check, drop constraint desk_case_channel_check,
  add constraint desk_case_kind_check check (kind in ('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION')) not valid,
  add constraint desk_case_queue_check check (queue in ('IMAGE_REVIEW', 'INQUIRY', 'TIP_INVALID_CARD', 'EXCEPTION', 'PROTECTED')) not valid,
  add constraint desk_case_status_check check (status in ('OPEN', 'ON_HOLD', 'AWAITING_UPLOAD', 'FOR_APPROVAL', 'CLOSED')) not valid,
  add constraint desk_case_channel_check check (channel in ('PORTAL', 'PHONE', 'LETTER', 'EDIALOG', 'EMAIL', 'API')) not valid;
alter table desk_case validate constraint desk_case_kind_check;
alter table desk_case validate constraint desk_case_queue_check;
alter table desk_case validate constraint desk_case_status_check;
alter table desk_case validate constraint desk_case_channel_check;
-- Case files of the authority follow its archive plan (domain section 11), not the desk's own limits.
create or replace function case_is_erasable(c desk_case) returns boolean language sql stable as $$
  select c.kind <> 'EXCEPTION' and c.status = 'CLOSED' and c.closed_at < now() - interval '5 years'
    and (c.order_item_id is null or line_is_over(c.order_item_id, now() - interval '5 years'))
$$;
`;

/** As Folkeregisteret has them; letters go there. */
const PERSON = `
alter table person
  add column street text check (length(street) <= 200),
  add column postcode text check (length(postcode) <= 20),
  add column city text check (length(city) <= 100);
`;

const APPLICATION = `
create table exception_application (
  id bigint generated always as identity primary key,
  ${ORGANISATION},
  case_id bigint not null unique references desk_case,
  number text not null unique,            -- of the case; whoever registered it sees this row and not the case
  code text not null check (code in ${CODES}),
  register text not null check (register in ${REGISTERS}),
  person_id bigint references person,
  firm_id bigint not null references organisation,  -- the main unit
  related_person_id bigint references person,       -- spouse, owner: whom the right comes from
  status text not null check (status in ('REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL', 'GRANTED', 'REFUSED', 'DISMISSED',
    'WITHDRAWN', 'WRONG_CHANNEL', 'APPEALED', 'FORWARDED')),
  status_at timestamptz not null,
  channel text not null check (channel in ${CHANNELS}),
  received_on date not null,
  wanted_from date,
  evidence_ends_on date,                  -- last day of the permit, the contract, the NAV measure: what the validity follows
  contact_name text check (length(contact_name) <= 200),
  contact_email text check (length(contact_email) <= 254),
  language text not null check (language in ('nb', 'nn', 'en')),
  claims jsonb not null default '{}' check (jsonb_typeof(claims) = 'object'),
  order_number text,
  registrar_organisation_id smallint references staff_organisation,
  registered_by bigint references staff_user,
  client_id bigint references machine_client,
  handed_over_at timestamptz,
  decided_on date,
  -- Goes up with everything an approval rests on.
  version int not null default 1,
  check (${SUBJECT}),
  check (wanted_from is null or evidence_ends_on is null or evidence_ends_on >= wanted_from)
);
create index exception_application_list on exception_application (organisation_id, register, status, received_on desc, id desc);
create index exception_application_registrar on exception_application (registrar_organisation_id, id desc) where registrar_organisation_id is not null;
create index exception_application_person on exception_application (person_id, id desc) where person_id is not null;
create index exception_application_related on exception_application (related_person_id) where related_person_id is not null;
create index exception_application_firm on exception_application (firm_id, id desc);
create index exception_application_code on exception_application (code, decided_on desc, id desc) where decided_on is not null;
${audit('exception_application', `'case_id', 'claims', 'contact_name', 'contact_email'`)}
create or replace function person_is_erasable(who bigint) returns boolean language sql stable as $$
  select not exists (select from desk_case c where c.person_id = who)
    and not exists (select from exception_application a where who in (a.person_id, a.related_person_id))
    and not exists (select from order_item i where i.person_id = who)
    and not exists (select from card k where k.person_id = who)
    and not exists (select from card_order o where o.orderer_id = who)
    and not exists (select from vat_declaration v where v.declared_by_id = who)
    and not exists (select from employment e where e.person_id = who)
    and not exists (select from delegation d where who in (d.person_id, d.granted_by_id))
    and not exists (select from firm_role r where r.person_id = who)
$$;
`;

/** Bytes and rows of documents are never changed: a better scan is a new version, a mistake is struck out and stays. */
const DOCUMENT = `
alter table stored_file
  drop constraint stored_file_media_type_check,
  alter column width drop not null, alter column height drop not null,
  add column purpose text not null default 'IMAGE' check (purpose in ('IMAGE', 'DOCUMENT', 'LETTER', 'MAIL'));
alter table stored_file
  add constraint stored_file_media_type_check check (media_type in ('image/jpeg', 'image/png', 'application/pdf', 'application/x-ndjson', 'application/zip', 'message/rfc822', 'application/json')) not valid;
alter table stored_file validate constraint stored_file_media_type_check;
create table case_document (
  id bigint generated always as identity primary key,
  ${OF_CASE},
  kind text not null check (kind ~ '^[A-Z0-9_]{2,40}$'),
  title text check (length(title) <= 200),
  received_on date not null,
  channel text not null check (channel in ${CHANNELS}),
  intake_organisation_id smallint references staff_organisation,  -- who scanned it, until the application is handed over
  created_by bigint references staff_user,
  created_at timestamptz not null default now(),
  struck_by bigint references staff_user,
  struck_at timestamptz,
  struck_reason text,
  check ((struck_by is null) = (struck_at is null) and (struck_by is null) = (struck_reason is null))
);
create index case_document_case on case_document (case_id, id);
${audit('case_document', `'case_id', 'title', 'struck_reason'`)}
create table document_version (
  id bigint generated always as identity primary key,
  ${OF_CASE},
  document_id bigint not null references case_document,
  version smallint not null check (version >= 1),
  file_id bigint not null unique references stored_file,
  sha256 bytea not null check (length(sha256) = 32),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  byte_count int not null check (byte_count > 0),
  pages smallint not null check (pages >= 1),
  created_by bigint references staff_user,
  created_at timestamptz not null default now(),
  unique (document_id, version)
);
create index document_version_case on document_version (case_id, id);
${audit('document_version', `'case_id'`)}
create table document_seen (
  version_id bigint not null references document_version,
  staff_user_id bigint not null references staff_user,
  ${OF_CASE},
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (version_id, staff_user_id)
);
create index document_seen_case on document_seen (case_id);
`;

const OUTCOMES = `('GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW')`;
const KINDS = `('FIRST', 'APPEAL', 'WITHDRAWAL', 'CORRECTION')`;

/** fvl. §§ 23-27: what was decided, by which rules, on which facts. A decision is never changed; another one replaces it. */
const DECISION = `
create table decision_proposal (
  id bigint generated always as identity primary key,
  ${OF_APPLICATION},
  kind text not null check (kind in ${KINDS}),
  outcome text not null check (outcome in ${OUTCOMES}),
  content jsonb not null,
  letter jsonb not null,
  digest bytea not null check (length(digest) = 32),
  application_version int not null,
  proposed_by bigint not null references staff_user,
  proposed_at timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'RETURNED', 'VOID')),
  settled_by bigint references staff_user,
  settled_at timestamptz,
  settled_reason text,
  check ((state = 'OPEN') = (settled_at is null)),
  check (state <> 'APPROVED' or settled_by <> proposed_by)
);
create unique index decision_proposal_open on decision_proposal (application_id) where state = 'OPEN';
create index decision_proposal_case on decision_proposal (case_id, id);
create index decision_proposal_waiting on decision_proposal (organisation_id, proposed_at, id) where state = 'OPEN';
${audit('decision_proposal', `'case_id', 'content', 'letter', 'settled_reason'`)}
create table proposal_seen (
  proposal_id bigint not null references decision_proposal,
  part text not null check (part in ('REGISTERS', 'GROUNDS', 'LETTER')),
  staff_user_id bigint not null references staff_user,
  ${OF_CASE},
  at timestamptz not null,
  primary key (proposal_id, part, staff_user_id)
);
create table decision (
  id bigint generated always as identity primary key,
  ${OF_APPLICATION},
  proposal_id bigint not null unique references decision_proposal,
  kind text not null check (kind in ${KINDS}),
  outcome text not null check (outcome in ${OUTCOMES}),
  grounds jsonb not null,                 -- text blocks with the version and words they had
  free_text text,
  legal_refs jsonb not null,
  facts jsonb not null,                   -- relied on, as the registers said that day
  valid_from date,
  valid_to date,
  while_role boolean not null default false,
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by bigint not null references staff_user,
  approved_by bigint references staff_user check (approved_by <> decided_by),
  appeal_deadline_on date,
  replaces_id bigint unique references decision,
  digest bytea not null check (length(digest) = 32),
  check ((outcome = 'GRANT') = (valid_from is not null)),
  check (valid_to >= valid_from)
);
create index decision_case on decision (case_id, id);
create index decision_application on decision (application_id, id desc);
create index decision_day on decision (organisation_id, decided_on desc, id desc);
${audit('decision', `'case_id', 'grounds', 'free_text', 'facts'`)}
`;

const ENTRY = `
create table exception_entry (
  id bigint generated always as identity primary key,
  ${OF_APPLICATION},
  decision_id bigint not null unique references decision,
  code text not null check (code in ${CODES}),
  register text not null check (register in ${REGISTERS}),
  person_id bigint references person,
  firm_id bigint not null references organisation,
  from_on date not null,
  to_on date,                             -- last day; null: as long as the role lasts
  while_role boolean not null default false,
  delete_after boolean not null default false,  -- VAT_UNDER_50K_NEW: really gone after its time
  ended_on date,                          -- first day without it
  end_reason text check (end_reason in ('WITHDRAWN', 'REPLACED', 'ROLE_ENDED', 'REVERSED')),
  end_decision_id bigint references decision,
  warned_30_on date,
  warned_7_on date,
  expiry_noted_on date,
  version int not null default 1,
  check (${SUBJECT}),
  check (to_on >= from_on),
  check (to_on is not null or while_role),
  check ((ended_on is null) = (end_reason is null))
);
create index exception_entry_person on exception_entry (person_id, firm_id) where person_id is not null;
create index exception_entry_firm on exception_entry (firm_id, register);
create index exception_entry_list on exception_entry (organisation_id, register, id desc);
create index exception_entry_expiry on exception_entry (to_on, id) where ended_on is null and to_on is not null;
create index exception_entry_case on exception_entry (case_id);
create index exception_entry_application on exception_entry (application_id);
${audit('exception_entry', `'case_id'`)}
-- Which entry let a check pass; the words stay when the entry is deleted after its time.
alter table register_check
  add column exception_entry_id bigint references exception_entry on delete set null,
  add column exception_code text check (exception_code in ${CODES}),
  add column exception_to date;
create index register_check_exception on register_check (exception_entry_id) where exception_entry_id is not null;
`;

const LETTER = `
create table letter (
  id bigint generated always as identity primary key,
  ${OF_APPLICATION},
  decision_id bigint references decision,
  kind text not null check (kind ~ '^[A-Z_]{3,40}$'),
  person_id bigint references person,
  firm_id bigint references organisation,
  language text not null check (language in ('nb', 'nn', 'en')),
  content jsonb not null,
  channel text not null check (channel in ('DIGITAL_MAILBOX', 'POST')),
  status text not null default 'QUEUED' check (status in ('QUEUED', 'SENDING', 'TO_PRINT', 'PRINTED', 'SENT', 'DELIVERED', 'UNCERTAIN', 'FAILED', 'RETURNED', 'CANCELLED')),
  send_after timestamptz not null,
  created_by bigint references staff_user,
  created_at timestamptz not null default now(),
  file_id bigint unique references stored_file,
  sha256 bytea,
  attempts int not null default 0,
  last_error text,
  claimed_at timestamptz,
  sent_at timestamptz,
  delivered_on date,
  version int not null default 1,
  check (person_id is not null or firm_id is not null)
);
create index letter_case on letter (case_id, id);
create index letter_due on letter (send_after, id) where status = 'QUEUED';
create index letter_print on letter (organisation_id, id) where status = 'TO_PRINT';
${audit('letter', `'case_id', 'content'`)}
`;

/** NOARK 5 (domain section 11): what came in, went out, or was written within, numbered per case. */
const JOURNAL = `
create table journal_entry (
  id bigint generated always as identity primary key,
  ${OF_CASE},
  entry_number int not null check (entry_number >= 1),
  type text not null check (type in ('I', 'U', 'N', 'X')),
  on_date date not null,
  correspondent text,
  title text not null,
  public_title text not null,
  access_code text,
  access_basis text,
  document_id bigint references case_document,
  letter_id bigint references letter,
  decision_id bigint references decision,
  created_by bigint references staff_user,
  created_at timestamptz not null default now(),
  unique (case_id, entry_number)
);
create index journal_entry_day on journal_entry (organisation_id, on_date desc, id desc);
${audit('journal_entry', `'case_id', 'title', 'correspondent'`)}
`;

/** Klage (fvl. §§ 28-34): the body that decided assesses it first. */
const APPEAL = `
create table appeal (
  id bigint generated always as identity primary key,
  ${OF_APPLICATION},
  decision_id bigint not null unique references decision,
  received_on date not null,
  channel text not null check (channel in ${CHANNELS}),
  appellant text not null check (length(appellant) <= 200),
  document_id bigint references case_document,
  deadline_on date not null,
  late boolean not null,
  late_accepted boolean,
  late_grounds text,
  outcome text check (outcome in ('UPHELD', 'REVERSED', 'DISMISSED', 'WITHDRAWN')),
  outcome_decision_id bigint references decision,
  assessment text,
  settled_by bigint references staff_user,
  settled_at timestamptz,
  forwarded_at timestamptz,
  forwarded_by bigint references staff_user,
  package_file_id bigint references stored_file,
  package_sha256 bytea,
  body_outcome text check (body_outcome in ('UPHELD', 'REVERSED', 'SENT_BACK')),
  body_outcome_on date,
  registered_by bigint references staff_user,
  version int not null default 1,
  check ((outcome is null) = (settled_at is null)),
  check (late_accepted is null or late)
);
create index appeal_case on appeal (case_id);
create index appeal_open on appeal (organisation_id, received_on) where outcome is null or (outcome = 'UPHELD' and forwarded_at is null);
${audit('appeal', `'case_id', 'appellant', 'assessment', 'late_grounds'`)}
`;
