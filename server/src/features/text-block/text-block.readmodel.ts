/** The wordings and the law of a day, for whoever decides an application and for the letter. */
import type { QueryResultRow } from 'pg';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Db } from '../../platform/db/db.ts';
import {
  type Deciding,
  groundsOf,
  isSuggested,
  type StatuteRow,
  statutesOf,
  type TextBlockRow,
} from './text-block.rules.ts';

export interface DecisionTexts {
  readonly day: LocalDate;
  readonly grounds: TextBlockRow[];
  readonly statutes: (StatuteRow & { readonly suggested: boolean })[];
}

/** What the desk was born with, and what two leaders have agreed on; each version in the place of its first. */
const HOLDING = '(proposed_by is null or approved_at is not null) and withdrawn_at is null';
const IN_PLACE = 'min(id) over (partition by code), id';

/** For screens: statements of the trip they make anyway, then groundsOf and statutesOf. */
export const TEXT_BLOCKS = `select id::text, code, version, valid_from::text as "validFrom", exception_codes as "exceptionCodes",
  outcomes, label, text from text_block where ${HOLDING} order by ${IN_PLACE} limit 1000`;
export const STATUTES = `select id::text, code, valid_from::text as "validFrom", valid_to::text as "validTo",
  exception_codes as "exceptionCodes", outcomes, citation, title, source from statute where ${HOLDING} order by ${IN_PLACE} limit 500`;

/** A Db or a Tx. */
type Reader =
  | { query<R extends QueryResultRow>(text: string): Promise<R[]> }
  | { read<R extends QueryResultRow>(text: string): Promise<R[]> };

const rowsOf = <R extends QueryResultRow>(reader: Reader, text: string): Promise<R[]> =>
  'read' in reader ? reader.read<R>(text) : reader.query<R>(text);

/** What a caseworker may tick for this outcome of this exception. */
export async function groundsFor(reader: Reader, deciding: Deciding): Promise<TextBlockRow[]> {
  return groundsOf(await rowsOf<TextBlockRow & QueryResultRow>(reader, TEXT_BLOCKS), deciding);
}

export async function statutesOn(reader: Reader, day: LocalDate): Promise<StatuteRow[]> {
  return statutesOf(await rowsOf<StatuteRow & QueryResultRow>(reader, STATUTES), day);
}

/** Both in one trip, with what is suggested marked. */
export async function decisionTexts(db: Db, deciding: Deciding): Promise<DecisionTexts> {
  const [blocks = [], statutes = []] = await db.readAll<TextBlockRow & StatuteRow & QueryResultRow>([
    [TEXT_BLOCKS, []],
    [STATUTES, []],
  ]);
  const law = statutesOf(statutes, deciding.day);
  return {
    day: deciding.day,
    grounds: groundsOf(blocks, deciding),
    statutes: law.map(one => ({ ...one, suggested: isSuggested(one, deciding) })),
  };
}
