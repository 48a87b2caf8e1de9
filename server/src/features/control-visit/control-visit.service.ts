/** Records a control visit at a firm, or the correction of one; for caseworkers of the authority who are not tied to the firm. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { lockCase } from '../case/case.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { RecordControlVisitInput } from './control-visit.input.ts';
import { APPROVAL_CASE, RECORD_VISIT } from './control-visit.readmodel.ts';

export interface ControlVisitParts {
  readonly access: Access;
  readonly clock: Clock;
}

interface Firm {
  readonly firmId: string;
  /** The sub-unit that was named; null: the main unit. */
  readonly unitId: string | null;
  readonly openCaseId: string | null;
}

/** The case the visit belongs to, and its note. */
interface Filed {
  readonly caseId: string | null;
  readonly documentId: string | null;
}

const FIRM = `select f.id::text as "firmId", nullif(f.named, f.id)::text as "unitId",
  (select x.id::text from (${APPROVAL_CASE}) x where x.closed_at is null) as "openCaseId"
from (select coalesce(o.parent_id, o.id) as id, o.id as named from organisation o where o.org_number = $1) f`;
/** Two corrections of one visit are told apart. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('control visits of firm ' || $1, 0))`;
const OURS =
  'select count(*)::int as n from staff_user where id = any ($1::bigint[]) and organisation_id = $2';
const REPLACED = `select v.case_id::text as "caseId", v.document_id::text as "documentId" from control_visit v where v.id = $1 and v.firm_id = $2
  and not exists (select from control_visit r where r.replaces_id = v.id)`;
const NOTE = `select d.case_id::text as "caseId", d.id::text as "documentId" from case_document d join exception_application a on a.case_id = d.case_id
where d.id = $1 and d.kind = 'INSPECTION_NOTE' and d.struck_at is null and a.firm_id = $2`;
const RECORD = `insert into control_visit (organisation_id, firm_id, unit_id, place, visited_on, visitor_ids, outcome, findings, case_id, document_id,
  replaces_id, reason, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, app_actor(), $13)`;

export class ControlVisitService {
  constructor(private readonly parts: ControlVisitParts) {}

  /** @throws AppError VALIDATION_FAILED naming the fields, NOT_FOUND, FORBIDDEN, BARRED */
  async record(db: Db, input: RecordControlVisitInput): Promise<void> {
    const { principal: actor } = db;
    const organisationId = actor.organisationId ?? undefined;
    this.parts.access.require(actor, RECORD_VISIT, { organisationId });
    const now = this.parts.clock.now();
    const told = soundVisit(input, osloDate(now));
    await db.transaction(async tx => {
      const firm = await tx.one<Firm & Record<string, unknown>>(FIRM, [input.orgNumber.replaceAll(' ', '')]);
      if (!firm) throw notFound();
      await requireUntied(tx, { persons: [], firms: [firm.firmId] });
      await tx.query(ONE_AT_A_TIME, [firm.firmId]);
      const visitors = await visitorsIn(tx, input, actor);
      const { caseId, documentId } = await filedIn(tx, input, firm);
      if (caseId && (await lockCase(tx, caseId, actor)).barred) throw new AppError('BARRED');
      await tx.query(RECORD, [
        ...[organisationId, firm.firmId, firm.unitId, told.place, input.visitedOn, visitors, input.outcome],
        ...[told.findings, caseId, documentId, input.replacesId ?? null, told.reason, now],
      ]);
    });
  }
}

/** @throws AppError VALIDATION_FAILED */
function soundVisit(input: RecordControlVisitInput, today: LocalDate) {
  const findings = input.findings?.trim() || null;
  const reason = input.reason?.trim() || null;
  if (input.visitedOn > today) throw invalid({ visitedOn: 'DATE_IN_FUTURE' });
  if (!findings && input.outcome !== 'NO_FINDINGS') throw invalid({ findings: 'REQUIRED' });
  if (input.replacesId && !reason) throw invalid({ reason: 'REQUIRED' });
  return { findings, place: input.place?.trim() || null, reason: input.replacesId ? reason : null };
}

/** @throws AppError VALIDATION_FAILED when somebody is not of this house */
async function visitorsIn(tx: Tx, input: RecordControlVisitInput, actor: Principal): Promise<string[]> {
  const named = [...new Set(input.visitorIds ?? [])];
  const visitors = named.length === 0 ? [String(actor.actorId)] : named;
  if (visitors.length > 10) throw invalid({ visitorIds: 'NOT_POSSIBLE' });
  const ours = await tx.one<{ n: number }>(OURS, [visitors, actor.organisationId]);
  if (ours?.n !== visitors.length) throw invalid({ visitorIds: 'NOT_FOUND' });
  return visitors;
}

/** A correction keeps the note of the visit it replaces unless it names another. @throws AppError VALIDATION_FAILED */
async function filedIn(
  tx: Tx,
  { replacesId, documentId }: RecordControlVisitInput,
  { firmId, openCaseId }: Firm,
): Promise<Filed> {
  const ask = (sql: string, id: string) => tx.one<Filed & Record<string, unknown>>(sql, [id, firmId]);
  const replaced = replacesId ? await ask(REPLACED, replacesId) : null;
  if (replacesId && !replaced) throw invalid({ replacesId: 'NOT_FOUND' });
  const note = documentId ? await ask(NOTE, documentId) : null;
  if (documentId && !note) throw invalid({ documentId: 'NOT_FOUND' });
  return note ?? replaced ?? { caseId: openCaseId, documentId: null };
}
