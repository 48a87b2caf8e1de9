/** The exception catalogue as it holds on a day: for every feature that registers, decides or ends an exception. */
import type { QueryResultRow } from 'pg';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { type Catalogue, catalogueFrom, type RuleRow } from './exception-catalogue.rules.ts';

/** Everything that holds, held or will hold. For screens: one more statement of the trip they make anyway, then catalogueFrom. */
export const RULE_ROWS = `select id::text, code, valid_from::text as "validFrom", body from exception_rule
where approved_at is not null and withdrawn_at is null order by valid_from, id`;

type Row = RuleRow & QueryResultRow;
/** A Db or a Tx. */
type Reader =
  | { query<R extends QueryResultRow>(text: string): Promise<R[]> }
  | { read<R extends QueryResultRow>(text: string): Promise<R[]> };

/** The rules of a day: for an application the day it was received. */
export async function catalogueOn(reader: Reader, day: LocalDate): Promise<Catalogue> {
  const rows = await ('read' in reader ? reader.read<Row>(RULE_ROWS) : reader.query<Row>(RULE_ROWS));
  return catalogueFrom(rows, day);
}
