import { Migration } from '@mikro-orm/migrations';
import { APPROVAL_BLOCKS, APPROVAL_STATUTES } from './data/approvals.ts';

/** What a decision on the approval of a firm may give as its grounds, and the law it may rest on. */
export class Migration20261125000012_approval_texts extends Migration {
  override up(): void {
    this.addSql(`insert into text_block (code, version, valid_from, exception_codes, outcomes, label, text)
      select code, version, valid_from, exception_codes, outcomes, label, text from jsonb_to_recordset(${json(APPROVAL_BLOCKS)})
      as x (code text, version int, valid_from date, exception_codes text[], outcomes text[], label jsonb, text jsonb)`);
    this.addSql(`insert into statute (code, valid_from, exception_codes, outcomes, citation, title, source)
      select code, valid_from, exception_codes, outcomes, citation, title, source from jsonb_to_recordset(${json(APPROVAL_STATUTES)})
      as x (code text, valid_from date, exception_codes text[], outcomes text[], citation jsonb, title jsonb, source text)`);
  }
}

const json = (rows: readonly object[]) => `$rows$${JSON.stringify(rows)}$rows$::jsonb`;
