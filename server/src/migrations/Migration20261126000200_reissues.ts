import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall } from './row-security.ts';

/** Invoices issued anew with another reference: proposed by one, approved by another (docs/decisions/0740-issued-anew.md). */
export class Migration20261126000200_reissues extends Migration {
  override up(): void {
    for (const sql of [PROPOSAL, ROW, STANDS, MAIL, WALLS]) this.addSql(sql);
  }
}

const PROPOSAL = `
create table reissue_proposal (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  firm_id bigint not null references organisation,        -- the main unit that is billed
  case_id bigint references desk_case on delete set null, -- what was asked
  cause text not null check (cause in ('WRONG_REFERENCE', 'REFERENCE_NOT_GIVEN', 'REFERENCE_CHANGED')),
  reference text not null check (length(reference) between 1 and 100),
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  proposed_by bigint not null references staff_user,
  proposed_at timestamptz not null,
  settled_by bigint references staff_user,
  settled_at timestamptz,
  reason text check (length(reason) between 1 and 1000),
  digest bytea check (octet_length(digest) = 32),         -- what the checker saw
  finished_at timestamptz,                                -- every invoice has its result
  version int not null default 1,
  check ((state = 'PROPOSED') = (settled_by is null) and (settled_by is null) = (settled_at is null)),
  check ((state = 'APPROVED') = (digest is not null)),
  check ((state = 'REJECTED') = (reason is not null)),
  -- Whoever proposes does not approve, and only she withdraws.
  check (state not in ('APPROVED', 'REJECTED') or settled_by <> proposed_by),
  check (state <> 'WITHDRAWN' or settled_by = proposed_by),
  check (finished_at is null or state = 'APPROVED')
);
create index reissue_proposal_list on reissue_proposal (organisation_id, state, id);
create index reissue_proposal_case on reissue_proposal (case_id) where case_id is not null;
create trigger audit after insert or update or delete on reissue_proposal for each row execute function audit_change('case_id', 'reference', 'reason');
`;

/** The partial indexes keep an invoice from being in two proposals at once, and from being issued anew twice. */
const ROW = `
create table reissue_row (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  proposal_id bigint not null references reissue_proposal on delete cascade,
  invoice_id bigint not null references invoice on delete cascade,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REFUSED', 'DROPPED')),
  problem text check (length(problem) <= 40),
  credit_note_id bigint references invoice on delete cascade,
  new_invoice_id bigint references invoice on delete cascade,
  moved_ore bigint,
  done_at timestamptz,
  unique (proposal_id, invoice_id),
  check ((state = 'DONE') = (credit_note_id is not null) and (state = 'DONE') = (new_invoice_id is not null) and (state = 'DONE') = (moved_ore is not null)),
  check ((state = 'REFUSED') = (problem is not null)),
  check ((state in ('DONE', 'REFUSED')) = (done_at is not null))
);
create unique index reissue_row_waiting on reissue_row (invoice_id) where state = 'WAITING';
create unique index reissue_row_done on reissue_row (invoice_id) where state = 'DONE';
create unique index reissue_row_new on reissue_row (new_invoice_id) where new_invoice_id is not null;
create unique index reissue_row_credit on reissue_row (credit_note_id) where credit_note_id is not null;
create index reissue_row_invoice on reissue_row (invoice_id);
create index reissue_row_turn on reissue_row (id) where state = 'WAITING';
create index reissue_row_day on reissue_row (organisation_id, done_at) where state = 'DONE';
create trigger audit after insert or update or delete on reissue_row for each row execute function audit_change('-');
`;

/** What was proposed is what is approved; what is settled stays so. */
const STANDS = `
create function reissue_proposal_stands() returns trigger language plpgsql as $$
declare may_move text[] := array['finished_at', 'version', 'case_id'];
begin
  if old.state = 'PROPOSED' then may_move := may_move || array['state', 'settled_by', 'settled_at', 'reason', 'digest']; end if;
  if to_jsonb(new) - may_move = to_jsonb(old) - may_move and (old.finished_at is null or new.finished_at = old.finished_at) then return new; end if;
  raise exception 'a proposal stands as it was made' using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update on reissue_proposal for each row execute function reissue_proposal_stands();
create function reissue_row_stands() returns trigger language plpgsql as $$
begin
  if old.state = 'WAITING' and to_jsonb(new) - array['state', 'problem', 'credit_note_id', 'new_invoice_id', 'moved_ore', 'done_at']
    = to_jsonb(old) - array['state', 'problem', 'credit_note_id', 'new_invoice_id', 'moved_ore', 'done_at'] then return new; end if;
  raise exception 'a result stands' using errcode = 'insufficient_privilege';
end $$;
create trigger stands before update on reissue_row for each row execute function reissue_row_stands();
`;

const TEMPLATE = `template = 'INVOICE_REISSUED'`;

/** The mail that tells of it is about an order, and finance sends it. */
const MAIL = `
do $$ declare before text; begin
  select pg_get_expr(conbin, conrelid) into strict before from pg_constraint where conname = 'outbox_mail_template_check' and conrelid = 'outbox_mail'::regclass;
  alter table outbox_mail drop constraint outbox_mail_template_check;
  execute format('alter table outbox_mail add constraint outbox_mail_template_check check (%s or ${TEMPLATE.replaceAll("'", "''")}) not valid', before);
  alter table outbox_mail validate constraint outbox_mail_template_check;
end $$;
create policy app_reissued_select on outbox_mail for select to ${APP_ROLE} using (${TEMPLATE} and ${ofOrganisation('reissue')});
create policy app_reissued_insert on outbox_mail for insert to ${APP_ROLE} with check (${TEMPLATE} and ${ofOrganisation('reissue.write')});
`;

const ofReissues = { see: ofOrganisation('reissue'), change: ofOrganisation('reissue.write') };

const WALLS = [
  wall('reissue_proposal', {
    ...ofReissues,
    app: ['select', 'insert', 'update'],
    job: ['select', 'update'],
  }),
  wall('reissue_row', {
    ...ofReissues,
    app: ['select', 'insert', 'update'],
    job: ['select', 'update'],
  }),
].join('\n');
