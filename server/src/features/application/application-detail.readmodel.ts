/** Everything the application page shows, in one trip; also what handing over answers with. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { RULE_ROWS } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import { ruleOn } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { RuleRow } from '../exception-catalogue/rule-versions.rules.ts';
import { applicationScope } from './application.policy.ts';
import { type ApplicationRow, toApplicationDetail } from './application-detail.map.ts';
import { applicationDetailSql } from './application-detail.sql.ts';
import type { ApplicationDetailType } from './application-detail.type.ts';

export interface ApplicationReadParts {
  readonly access: Access;
  readonly clock: Clock;
}

export class ApplicationDetailReadModel {
  constructor(private readonly parts: ApplicationReadParts) {}

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async detail(db: Db, caseId: string): Promise<ApplicationDetailType> {
    const { access, clock } = this.parts;
    const scope = applicationScope(access, db.principal);
    const statements = [
      [applicationDetailSql(scope), [db.principal.organisationId, caseId]],
      [RULE_ROWS, []],
    ] as const;
    const [[row] = [], rules = []] = await readShown<ApplicationRow & RuleRow>(db, statements, ([rows]) =>
      shownOf(rows?.[0]),
    );
    if (!row) throw notFound();
    const rule = ruleOn(row.code, rules, row.received_on);
    return toApplicationDetail(row, { access, actor: db.principal, rule, today: osloDate(clock.now()) });
  }
}

function shownOf(row: ApplicationRow | undefined): Shown | null {
  const workers = row?.workers?.map(({ person }) => person) ?? [];
  const personIds = [row?.person, row?.related, ...workers].flatMap(person => (person ? [person.id] : []));
  if (!row || personIds.length === 0) return null;
  const about = { table: 'exception_application', rowId: row.id, caseId: row.case_id };
  return { view: 'application', ...about, personIds, fields: ['application'] };
}
