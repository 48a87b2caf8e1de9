import { Migration } from '@mikro-orm/migrations';
import { withheld } from './row-security.ts';

/** Visits, invoice queries and proposals to invoice anew are withheld with the case they belong to, as everything else of it is (migration 20261123000221). */
export class Migration20261126000220_withheld_queries extends Migration {
  override up(): void {
    for (const sql of [...TABLES, ANSWER, PROPOSAL]) this.addSql(sql);
  }
}

const TABLES = [
  'control_visit',
  'invoice_query',
  'invoice_query_post',
  'invoice_answer',
  'reissue_proposal',
].map(table => withheld(table, 'case'));

/** An answer follows its case when a person is protected; its words stand. */
const ANSWER = `
create or replace function invoice_answer_stands() returns trigger language plpgsql as $$
declare may_move text[] := array['invoice_id', 'withheld_from', 'organisation_id'];
begin
  if to_jsonb(new) - may_move = to_jsonb(old) - may_move and (new.invoice_id is null or new.invoice_id = old.invoice_id) then return new; end if;
  raise exception 'an answer stands as it was sent' using errcode = 'insufficient_privilege';
end $$;
`;
const PROPOSAL = `
create or replace function reissue_proposal_stands() returns trigger language plpgsql as $$
declare may_move text[] := array['finished_at', 'version', 'case_id', 'withheld_from', 'organisation_id'];
begin
  if old.state = 'PROPOSED' then may_move := may_move || array['state', 'settled_by', 'settled_at', 'reason', 'digest']; end if;
  if to_jsonb(new) - may_move = to_jsonb(old) - may_move and (old.finished_at is null or new.finished_at = old.finished_at) then return new; end if;
  raise exception 'a proposal stands as it was made' using errcode = 'insufficient_privilege';
end $$;
`;
