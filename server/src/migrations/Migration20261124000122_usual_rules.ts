import { Migration } from '@mikro-orm/migrations';

/** The setting "sectors as usual" becomes a rule of the exception catalogue, with the changes it has had; open proposals are made anew there. */
export class Migration20261124000122_usual_rules extends Migration {
  override up(): void {
    this.addSql(MOVE);
    this.addSql(CLOSE);
  }
}

const NAME = `jsonb_build_object('nb', 'Stat, fylke og kommune', 'nn', 'Stat, fylke og kommune', 'en', 'State, county and municipality')`;
const MOVE = `
insert into exception_rule (code, valid_from, body, grounds, proposed_by, proposed_at, approved_by, approved_at)
select 'USUAL_PUBLIC', valid_from, jsonb_build_object('name', ${NAME}, 'sectorCodes', to_jsonb(string_to_array(value, ',')),
  'industryCodes', '[]'::jsonb, 'forms', '[]'::jsonb), grounds, proposed_by, proposed_at, approved_by, approved_at
from scheme_setting where key = 'sectorsAsUsual' and approved_at is not null and withdrawn_at is null
`;
const CLOSE = `
update scheme_setting set withdrawn_by = proposed_by, withdrawn_at = now(), withdrawn_reason = 'Moved to the exception catalogue'
where key = 'sectorsAsUsual' and approved_at is null and withdrawn_at is null
`;
