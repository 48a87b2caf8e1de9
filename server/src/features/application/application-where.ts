/** Where-clauses for lists of applications. Few texts, as each becomes a prepared statement: what is not asked for stays open. */
import type { Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { recogniseText } from '../case/case-text.rules.ts';
import { APPLICATION_SCOPE_SQL, type ApplicationScope } from './application.policy.ts';
import type { ApplicationFilter } from './application-list.type.ts';

export interface ApplicationAsk {
  readonly scope: ApplicationScope;
  readonly organisationId: number | null;
  /** Whether a name may lead to a person with address protection. */
  readonly restricted: boolean;
}

export interface ApplicationWhere {
  readonly sql: string;
  readonly values: Values;
}

const FILTERS = `($2::text is null or a.register = $2) and ($3::text[] is null or a.code = any ($3))
  and ($4::text[] is null or a.status = any ($4))
  and ($5::date is null or exists (select from desk_case c where c.id = a.case_id and c.closed_at is null and c.due_on <= $5))`;
const FIRM_BY_NUMBER = `a.firm_id in (select coalesce(o.parent_id, o.id) from organisation o where o.org_number = $6)`;
const byName = (restricted: boolean) => `(a.person_id in (select persons_named($6, ${restricted}))
  or a.firm_id in (select o.id from organisation o where fold(o.name) like fold($6)))`;
// The parameter has to appear, or PostgreSQL does not know its type.
const NOTHING = '$6::text is null';

/** Whether the list is a search for a name, which is on record as one. */
export const asksForName = (filter?: ApplicationFilter | null): boolean =>
  recogniseText(filter?.text ?? '').kind === 'NAME';

export function applicationWhere(ask: ApplicationAsk, filter: ApplicationFilter): ApplicationWhere {
  const text = textWhere(filter.text ?? '', ask.restricted);
  const listed = <T>(values?: readonly T[] | null) => (values && values.length > 0 ? values : null);
  const { register = null, code, status, dueBefore = null } = filter;
  const values = [ask.organisationId, register, listed(code), listed(status), dueBefore, ...text.values];
  const sql = [APPLICATION_SCOPE_SQL[ask.scope], FILTERS, text.sql]
    .filter(part => part !== '')
    .join('\n  and ');
  return { sql, values };
}

/** National ID numbers are never looked up through a list. */
function textWhere(text: string, restricted: boolean): ApplicationWhere {
  if (text.trim() === '') return { sql: '', values: [] };
  const typed = recogniseText(text);
  if (typed.kind === 'CASE') return { sql: 'a.number between $6 and $7', values: [typed.from, typed.to] };
  if (typed.kind === 'ORDER') return { sql: 'a.order_number = $6', values: [typed.number] };
  if (typed.kind === 'ORG_NUMBER') return { sql: FIRM_BY_NUMBER, values: [typed.number] };
  if (typed.kind === 'NAME') return { sql: byName(restricted), values: [likeAnywhere(typed.name)] };
  return { sql: NOTHING, values: ['refused'] };
}
