/** Approves a staffing agency at once when the registers answer yes to everything, with all a decision has; else leaves the application to a caseworker (docs/decisions/0605). */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { stackOf } from '../../platform/log.ts';
import type { UnitAnswer } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import type { Registers } from '../../registers/registers.ts';
import { type LockedApplication, lockApplication } from '../application/application-state.write.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { type Composed, composeDecision, requireComplete } from '../decision/compose-decision.store.ts';
import { type DecisionBasis, decisionBasis } from '../decision/decision-basis.store.ts';
import { proposalDigest } from '../decision/digest.rules.ts';
import { makeDecision, type Ruling } from '../decision/make-decision.write.ts';
import { refresh } from '../register-check/refresh.write.ts';
import { approvalContent } from './approval-content.store.ts';
import { leftToStaff, yearBegins } from './automatic-approval.rules.ts';
import type { LeftToStaff } from './firm-approval.enums.ts';
import { statusBefore } from './firm-approval.write.ts';

export interface AutomaticApprovalParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
  /** Nobody's decision: written by the desk, whoever sent the application. */
  readonly asDesk: (db: Db) => Db;
  readonly undoSeconds: number;
  readonly mailDomain: string;
}

const WAITING = `select a.case_id::text as "caseId", f.org_number as "orgNumber"
from exception_application a join organisation f on f.id = a.firm_id where a.number = $1 and a.judge_at is not null`;
const CASE = 'select id::text, organisation_id, status from desk_case where id = $1 for update';
/** Once for each application, whoever comes first. */
const JUDGED = `update exception_application set judge_at = null where id = $1 and judge_at is not null returning status`;
/** Two applications of the same firm are judged one after the other. */
const FIRM = 'select id from organisation where id = $1 for no key update';
const APPROVED = `select h.valid_to::text as "approvedTo" from firm_approval h
where h.firm_id = $1 and h.register = $2 and h.to_at is null and h.status = 'APPROVED'`;

type Row = Ruling['row'];
interface Waiting {
  readonly caseId: string;
  readonly orgNumber: string;
}
interface Judging extends Waiting {
  readonly unit: UnitAnswer;
  readonly at: Date;
}

export class AutomaticApprovals {
  constructor(private readonly parts: AutomaticApprovalParts) {}

  /** As soon as its registration stands. What goes wrong is done again by the job. @param number of the application */
  async atOnce(db: Db, number: string): Promise<void> {
    await db.afterwards(async stands => {
      if (!stands) return;
      await this.judge(this.parts.asDesk(db), number).catch(error =>
        this.parts.log.error('automatic approval', { stack: stackOf(error) }),
      );
    });
  }

  /** The register is asked outside any transaction. @returns false when there was nothing to judge */
  async judge(system: Db, number: string): Promise<boolean> {
    const [waiting] = await system.read<Waiting & Record<string, unknown>>(WAITING, [number]);
    if (!waiting) return false;
    const unit = await this.parts.registers.enhetsregisteret.unit(waiting.orgNumber);
    const judging = { ...waiting, unit, at: this.parts.clock.now() };
    return system.transaction(tx => this.#judgeIn(tx, judging));
  }

  async #judgeIn(tx: Tx, { caseId, orgNumber, unit, at }: Judging): Promise<boolean> {
    const row = await tx.one<Row & Record<string, unknown>>(CASE, [caseId]);
    if (!row) return false;
    const application = await lockApplication(tx, caseId);
    const judged = await tx.one<{ status: string }>(JUDGED, [application.id]);
    if (judged?.status !== 'UNDER_REVIEW') return false;
    await tx.query(FIRM, [application.firm_id]);
    const fresh = { units: new Map([[orgNumber, unit]]), subUnits: new Map(), persons: new Map() };
    await refresh(tx, fresh, at);
    const today = osloDate(at);
    const basis = await decisionBasis(tx, application, today);
    const approvedTo = await approvedUntil(tx, application);
    const reason = leftToStaff({
      ...{ answered: unit.kind !== 'UNAVAILABLE', conditions: conditionsOf(basis), today, approvedTo },
      lostBefore: (await statusBefore(tx, application)) === 'NOT_APPROVED',
    });
    if (reason) return leave(tx, row, { reason, at });
    const content = await approvalContent(tx, basis, { from: yearBegins({ approvedTo, today }), today });
    const composed = await composeDecision(tx, { application, content, decider: null, today });
    if (!isComplete(composed)) return leave(tx, row, { reason: 'NOT_READY', at });
    await this.#decide(tx, row, { composed, at });
    return true;
  }

  async #decide(tx: Tx, row: Row, { composed, at }: { composed: Composed; at: Date }): Promise<void> {
    const { basis, content, texts, letter, record } = composed;
    const { undoSeconds, mailDomain } = this.parts;
    await makeDecision(tx, {
      ...{ row, basis, content, texts, letter, record, proposalId: null },
      ...{ digest: proposalDigest(basis, content, letter), decidedBy: null, approvedBy: null },
      ...{ at, today: osloDate(at), sendAfter: new Date(at.getTime() + undoSeconds * 1000), mailDomain },
    });
  }
}

async function approvedUntil(tx: Tx, { firm_id, register }: LockedApplication): Promise<LocalDate | null> {
  const approved = await tx.one<{ approvedTo: LocalDate | null }>(APPROVED, [firm_id, register]);
  return approved?.approvedTo ?? null;
}

function conditionsOf({ requirements, rule }: DecisionBasis) {
  const duties = new Set(
    rule.requirements.flatMap(one => ('condition' in one && one.condition.duty ? [one.key] : [])),
  );
  return requirements.map(({ key, met, condition }) => ({
    state: condition ? condition.state : met ? ('MET' as const) : null,
    ofRegister: duties.has(key),
  }));
}

function isComplete(composed: Composed): boolean {
  try {
    requireComplete(composed);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** A caseworker finds it in the queue, with why. */
async function leave(
  tx: Tx,
  row: Row,
  { reason, at }: { readonly reason: LeftToStaff; readonly at: Date },
): Promise<true> {
  await saveCase(tx, row, { new_post_at: at });
  await addEvent(tx, row, { type: 'LEFT_TO_STAFF', newValue: reason });
  return true;
}
