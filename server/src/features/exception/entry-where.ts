/** Where-clauses for the pages of the exception registers. Few texts: what is not asked for stays open. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { AppError } from '../../platform/errors.ts';
import { recogniseText } from '../case/case-text.rules.ts';
import type { EntryFilter } from './entry.input.ts';

export interface Where {
  readonly sql: string;
  readonly values: Values;
}

/** The text's condition stands apart too, so that facets look it up once for all their counts. */
export interface EntryWhere extends Where {
  readonly filters: string;
  readonly text: string | null;
}

export interface EntryAsk {
  /** Null for those who see every organisation's. */
  readonly organisationId: number | null;
  /** Whether a name may lead to a person with address protection. */
  readonly restricted: boolean;
  readonly today: LocalDate;
}

/** Of exception_entry e on the day of $2; both ends count, as holdsOn says. */
export const STATE = `case when e.ended_on <= $2::date then 'ENDED' when e.from_on > $2::date then 'UPCOMING'
  when e.to_on < $2::date then 'EXPIRED' else 'ACTIVE' end`;

export type EntryDimension = 'register' | 'code' | 'state' | 'soon';

const FILTERS: Readonly<Record<EntryDimension, string>> = {
  register: '($3::text is null or e.register = $3)',
  code: '($4::text[] is null or e.code = any ($4))',
  state: `($5::text[] is null or ${STATE} = any ($5))`,
  soon: `($6::date is null or (e.to_on between $2::date and $6 and e.from_on <= $2::date and (e.ended_on is null or e.ended_on > $2::date)))`,
};
const OWN = '($1::smallint is null or e.organisation_id = $1)';
const MOST_DAYS = 366;

/** But for the conditions of one dimension. @throws AppError VALIDATION_FAILED */
export function entryWhere(ask: EntryAsk, filter: EntryFilter, except?: EntryDimension): EntryWhere {
  const { expiresWithinDays: days = null } = filter;
  if (days !== null && (days < 0 || days > MOST_DAYS))
    throw new AppError('VALIDATION_FAILED', { what: 'DAYS' });
  const text = textWhere(filter.text, ask.restricted);
  // A parameter has to appear, or PostgreSQL does not know its type.
  const used = Object.entries(FILTERS).map(([name, sql]) => (name === except ? `(${sql} or true)` : sql));
  const values = [
    ask.organisationId,
    ask.today,
    filter.register ?? null,
    listed(filter.code),
    listed(filter.state),
    days === null ? null : addDays(ask.today, days),
  ];
  const filters = [OWN, ...used].join('\n  and ');
  return {
    filters,
    text: text?.sql ?? null,
    sql: text ? `${filters}\n  and ${text.sql}` : filters,
    values: [...values, ...(text?.values ?? [])],
  };
}

const listed = <T>(values: readonly T[] | null | undefined) => (values && values.length > 0 ? values : null);

const OF_FIRMS = (condition: string) =>
  `e.firm_id in (select coalesce(o.parent_id, o.id) from organisation o where ${condition})`;

/** Whether the list is a search for a name, which is on record as one. */
export const asksForName = ({ text }: EntryFilter): boolean => recogniseText(text ?? '').kind === 'NAME';

function textWhere(text: string | null | undefined, restricted: boolean): Where | null {
  if (!text || text.trim() === '') return null;
  const typed = recogniseText(text);
  if (typed.kind === 'CASE')
    return {
      sql: 'e.case_id in (select a.case_id from exception_application a where a.number between $7 and $8)',
      values: [typed.from, typed.to],
    };
  if (typed.kind === 'ORG_NUMBER') return { sql: OF_FIRMS('o.org_number = $7'), values: [typed.number] };
  if (typed.kind !== 'NAME') return { sql: '$7::text is null', values: [text] };
  const sql = `(e.person_id in (select persons_named($7, ${restricted})) or ${OF_FIRMS('fold(o.name) like fold($7)')})`;
  return { sql, values: [likeAnywhere(typed.name)] };
}
