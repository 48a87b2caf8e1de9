/** The ten decided applications most like one: found among the newest of each exception of the same register, behind the walls as everything. */

import type { Access } from '../../platform/access/access.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { bornRule, EXCEPTION_CODES } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { ApplicationCode } from './application.enums.ts';
import { APPLICATION_SCOPE_SQL, type ApplicationScope, applicationScope } from './application.policy.ts';
import { type Comparable, type Decided, mostAlike } from './precedent.rules.ts';
import type { PrecedentType } from './precedent.type.ts';

const SHOWN = 10;
/** Of each exception of the register, the newest this many are compared. */
const LOOKED_AT = 60;

/** Kinds that prove something: the application and its envelope are always there. */
const papers = (
  caseId: string,
) => `(select coalesce(json_agg(distinct d.kind order by d.kind), '[]') from case_document d
  where d.case_id = ${caseId} and d.struck_at is null and d.kind not in ('APPLICATION', 'ENVELOPE', 'OTHER'))`;

/** $1 organisation of the actor, $2 the application. */
const askedSql = (
  scope: ApplicationScope,
) => `select a.id::text, a.code, f.form, f.sector_code as "sectorCode", ${papers('a.case_id')} as papers
from exception_application a join organisation f on f.id = a.firm_id where a.id = $2 and ${APPLICATION_SCOPE_SQL[scope]}`;

/** In the words they had. */
const GROUNDS = `(select coalesce(json_agg(json_build_object('code', g.ground -> 'code', 'version', g.ground -> 'version',
    'label', g.ground -> 'label') order by g.n), '[]')
  from jsonb_array_elements(n.grounds) with ordinality g (ground, n))`;

/** $1 organisation of the actor, $2 the application, $3 the exceptions of its register. What stands is the newest decision. */
const decidedSql = (
  scope: ApplicationScope,
) => `select a.id::text, a.case_id::text as "caseId", a.number, a.code, f.form,
  f.sector_code as "sectorCode", ${papers('a.case_id')} as papers, n.outcome, n.decided_on::text as "decidedOn",
  n.valid_from::text as "validFrom", n.valid_to::text as "validTo", n.while_role as "whileRole", ${GROUNDS} as grounds
from unnest($3::text[]) k (code)
cross join lateral (select a.* from exception_application a where a.code = k.code and a.decided_on is not null and a.id <> $2
  and ${APPLICATION_SCOPE_SQL[scope]} order by a.decided_on desc, a.id desc limit ${LOOKED_AT}) a
cross join lateral (select * from decision d where d.application_id = a.id order by d.id desc limit 1) n
join organisation f on f.id = a.firm_id`;

type DecidedRow = Decided & Omit<PrecedentType, 'alike'>;
type Asked = Comparable & { readonly id: string };

export class PrecedentReadModel {
  constructor(private readonly parts: { readonly access: Access }) {}

  /** @throws AppError NOT_FOUND, also when the application is not the actor's to see */
  async precedents(db: Db, applicationId: string): Promise<PrecedentType[]> {
    const scope = applicationScope(this.parts.access, db.principal);
    const { organisationId } = db.principal;
    const [asked] = await db.read<Asked & Record<string, unknown>>(askedSql(scope), [
      organisationId,
      applicationId,
    ]);
    if (!asked) throw notFound();
    const values = [organisationId, applicationId, sameRegister(asked.code)];
    const decided = await db.read<DecidedRow & Record<string, unknown>>(decidedSql(scope), values);
    return mostAlike(asked, decided, SHOWN);
  }
}

const sameRegister = (code: ApplicationCode) =>
  EXCEPTION_CODES.filter(other => bornRule(other).register === bornRule(code).register);
