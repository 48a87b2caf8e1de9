/** What a caseworker does with an application for approval before deciding it: says how it stands with a condition, and opens the ordering of cards. */
import { addDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import {
  type LockedApplication,
  lockApplication,
  moveApplication,
} from '../application/application-state.write.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { openCase, statusAfter } from '../case/case-gate.ts';
import { beginHold } from '../case/hold.write.ts';
import { FREE } from '../case/reservation.write.ts';
import { type DecisionBasis, decisionBasis } from '../decision/decision-basis.store.ts';
import { plainLetter } from '../decision/plain-letter.write.ts';
import type { DecisionParts } from '../decision/propose-decision.service.ts';
import type { AssessConditionInput } from './firm-approval.input.ts';
import { setFirmApproval } from './firm-approval.write.ts';

/** The case looks at itself again after so long, if the cards have not come before. */
const CARD_ORDERING_DAYS = 90;

const SAY = `insert into approval_condition (organisation_id, case_id, application_id, key, state, document_id, comment, said_by, said_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const PAPER = 'select 1 as one from case_document where id = $1 and case_id = $2 and struck_at is null';

export class FirmApprovalService {
  constructor(private readonly parts: DecisionParts) {}

  /**
   * A new word takes the place of the one before, which stays on record. What a register or the size of the firm answers is nobody's to say.
   * @throws AppError VALIDATION_FAILED, and those of openCase
   */
  async assess(db: Db, input: AssessConditionInput): Promise<void> {
    const { caseId, expectedVersion, key, state } = input;
    const comment = input.comment?.trim() || null;
    if (state !== 'MET' && !comment) throw invalid({ comment: 'REQUIRED' });
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'ASSESS_CONDITION' } as const;
      const { row, now, today, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const application = await lockApplication(tx, caseId);
      const { requirements } = await decisionBasis(tx, application, today);
      const source = requirements.find(one => one.key === key)?.condition?.source;
      if (source === undefined || source === 'RULE' || source === 'REGISTER')
        throw invalid({ key: 'NOT_POSSIBLE' });
      const documentId = input.documentId ?? null;
      if (documentId && !(await tx.one(PAPER, [documentId, caseId])))
        throw invalid({ documentId: 'NOT_FOUND' });
      await tx.query(SAY, [
        ...[row.organisation_id, caseId, application.id, key, state, documentId, comment],
        ...[db.principal.actorId, now],
      ]);
      await saveCase(tx, row, kept);
    });
  }

  /**
   * The firm may order cards from this moment (domain section 5: cards come before approval). The case waits for them.
   * @throws AppError CONDITIONS_NOT_MET naming them, ACTION_NOT_AVAILABLE, and those of openCase
   */
  async openOrdering(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'OPEN_CARD_ORDERING' } as const;
      const { row, now, today } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const application = await lockApplication(tx, caseId);
      const basis = await decisionBasis(tx, application, today);
      if (basis.coverage === null) throw new AppError('ACTION_NOT_AVAILABLE');
      requireConditions(basis);
      await moveApplication(tx, application, { trigger: 'ORDERING_OPENED', at: now });
      const changed = await open(tx, application, now);
      const until = addDays(today, CARD_ORDERING_DAYS);
      const hold = await beginHold(tx, row, { reason: 'AWAITING_FIRM', until, note: null, today });
      const status = statusAfter(row.status, 'HOLD');
      await saveCase(tx, row, { ...hold, ...FREE, status, last_worker_id: db.principal.actorId });
      await addEvent(tx, row, { type: 'ORDERING_OPENED', newValue: until });
      if (!changed) return;
      await plainLetter(tx, basis, {
        ...{ kind: 'CARD_ORDERING_OPENED', date: osloDate(now), signer: db.principal.name },
        sendAfter: new Date(now.getTime() + this.parts.undoSeconds * 1000),
        mailDomain: this.parts.mailDomain,
      });
    });
  }
}

function requireConditions({ requirements }: DecisionBasis): void {
  const unmet = requirements.filter(({ met }) => !met).map(({ key }) => key);
  if (unmet.length > 0) throw new AppError('CONDITIONS_NOT_MET', { conditions: unmet.join(',') });
}

const open = (tx: Tx, application: LockedApplication, at: Date): Promise<boolean> => {
  const cause = 'ORDERING_OPENED';
  const approval = {
    status: 'CARD_ORDER_IN_PROGRESS',
    cause,
    applicationId: application.id,
    decisionId: null,
  } as const;
  return setFirmApproval(tx, application, { approval, at });
};
