import { Migration } from '@mikro-orm/migrations';
import { JOB_ROLE } from '../platform/db/roles.ts';
import { STATUTES } from './data/statutes.ts';
import { AA_BLOCKS } from './data/text-blocks.aa.ts';
import { COMMON_BLOCKS } from './data/text-blocks.common.ts';
import { OTHER_BLOCKS } from './data/text-blocks.others.ts';
import { VAT_BLOCKS } from './data/text-blocks.vat.ts';

/**
 * What a decision may give as its grounds, and the law it may rest on: versions with the days they hold, so that a decision can always
 * be read with the words and the law of its day, and a new act takes over by a date (docs/decisions/0420-the-catalogue-is-data.md).
 */
export class Migration20261124000121_decision_texts extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(`insert into text_block (code, version, valid_from, exception_codes, outcomes, label, text)
      select code, version, valid_from, exception_codes, outcomes, label, text from jsonb_to_recordset(${json(BLOCKS)})
      as x (code text, version int, valid_from date, exception_codes text[], outcomes text[], label jsonb, text jsonb)`);
    this.addSql(`insert into statute (code, valid_from, exception_codes, outcomes, citation, title, source)
      select code, valid_from, exception_codes, outcomes, citation, title, source from jsonb_to_recordset(${json(STATUTES)})
      as x (code text, valid_from date, exception_codes text[], outcomes text[], citation jsonb, title jsonb, source text)`);
  }
}

// In the order of the boxes: what is particular to the exception first.
const BLOCKS = [...AA_BLOCKS, ...OTHER_BLOCKS, ...VAT_BLOCKS, ...COMMON_BLOCKS];
const json = (rows: readonly object[]) => `$rows$${JSON.stringify(rows)}$rows$::jsonb`;

const OUTCOMES = `array['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW']`;
const IN_THREE = (column: string) => `${column} jsonb not null check (${column} ?& array['nb', 'nn', 'en'])`;

const TABLES = `
create table text_block (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  version integer not null check (version > 0),
  valid_from date not null,
  -- No code: it fits every exception.
  exception_codes text[] not null,
  outcomes text[] not null check (outcomes <@ ${OUTCOMES} and cardinality(outcomes) > 0),
  ${IN_THREE('label')},
  ${IN_THREE('text')},
  unique (code, version),
  unique (code, valid_from)
);
create table statute (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[A-Z][A-Z0-9-]{2,39}$'),
  valid_from date not null,
  -- The last day it holds; a new act takes over the day after.
  valid_to date check (valid_to >= valid_from),
  exception_codes text[] not null,
  -- Suggested for these outcomes; for none: only when somebody looks for it.
  outcomes text[] not null check (outcomes <@ ${OUTCOMES}),
  ${IN_THREE('citation')},
  ${IN_THREE('title')},
  source text not null,
  unique (code, valid_from)
);
grant select on text_block, statute to desk_app, ${JOB_ROLE};
`;
