/** Everything the case page shows about one case, in one trip; also what every mutation of a case answers with. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { addMonthsClamped, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { caseScope } from './case.policy.ts';
import { deadlineFactsOf, toCaseDetail } from './case-detail.map.ts';
import type { CaseDetailRow } from './case-detail.row.ts';
import { caseDetailSql } from './case-detail.sql.ts';
import type { CaseDetailType } from './case-detail.type.ts';
import { type Deadline, deadlineIfHeldUntil } from './deadline.rules.ts';

export interface CaseDetailParts {
  readonly access: Access;
  readonly clock: Clock;
}

/** A case is found by its id, or by its number as people write it. */
export type CaseKey = { readonly id: string } | { readonly number: string };

/** As for the hold itself. */
const MOST_MONTHS = 12;

export class CaseDetailReadModel {
  constructor(private readonly parts: CaseDetailParts) {}

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  caseDetail(db: Db, id: string): Promise<CaseDetailType> {
    return this.findCase(db, { id });
  }

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async findCase(db: Db, key: CaseKey): Promise<CaseDetailType> {
    const row = await this.#row(db, key);
    const { access, clock } = this.parts;
    return toCaseDetail(row, { access, actor: db.principal, now: clock.now() });
  }

  /** What the due date becomes if the case waits until a day: the answer to "what if", before anything is saved. */
  async deadlineIfHeld(db: Db, { caseId, until }: { caseId: string; until: LocalDate }): Promise<Deadline> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    if (until <= today) throw invalid({ until: 'DATE_NOT_LATER' });
    if (until > addMonthsClamped(today, MOST_MONTHS)) throw invalid({ until: 'DATE_TOO_FAR' });
    return deadlineIfHeldUntil(deadlineFactsOf(await this.#row(db, { id: caseId }), now), until);
  }

  async #row(db: Db, key: CaseKey): Promise<CaseDetailRow> {
    const { organisationId, actorId } = db.principal;
    const scope = caseScope(this.parts.access, db.principal);
    const by = 'id' in key ? 'id' : 'number';
    const value = 'id' in key ? key.id : key.number;
    const statement = [caseDetailSql(scope, by), [organisationId, value, actorId]] as const;
    const [[row] = []] = await readShown<CaseDetailRow>(db, [statement], ([rows]) => shownOf(rows?.[0]));
    if (!row) throw notFound();
    return row;
  }
}

/** The case's own person and those its linked cases are named after. */
function shownOf(row: CaseDetailRow | undefined): Shown | null {
  if (!row) return null;
  const persons = [row.person?.id, ...(row.links ?? []).map(link => link.personId)];
  const personIds = [...new Set(persons.filter(id => id !== null && id !== undefined))];
  return { view: 'case', table: 'desk_case', rowId: row.id, caseId: row.id, personIds, fields: ['case'] };
}
