/** The exception catalogue as it holds on a day: for every feature that registers, decides or ends an exception. */
import type { QueryResultRow } from 'pg';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { type Catalogue, catalogueFrom } from './exception-catalogue.rules.ts';
import type { RuleRow } from './rule-versions.rules.ts';

/** Everything that holds, held or will hold. For screens: one more statement of the trip they make anyway, then catalogueFrom. */
export const RULE_ROWS = `select id::text, code, valid_from::text as "validFrom", body from exception_rule
where approved_at is not null and withdrawn_at is null order by valid_from, id`;

type Row = RuleRow & QueryResultRow;
/** A Db or a Tx. */
type Reader =
  | { query<R extends QueryResultRow>(text: string): Promise<R[]> }
  | { read<R extends QueryResultRow>(text: string): Promise<R[]> };

/** For jobs that judge many: read once, then catalogueFrom or usualFrom for each item's day. */
export const ruleRows = (reader: Reader): Promise<RuleRow[]> =>
  'read' in reader ? reader.read<Row>(RULE_ROWS) : reader.query<Row>(RULE_ROWS);

/** The rules of a day: for an application the day it was received. */
export async function catalogueOn(reader: Reader, day: LocalDate): Promise<Catalogue> {
  return catalogueFrom(await ruleRows(reader), day);
}
