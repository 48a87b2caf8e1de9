/**
 * Klage (fvl. §§ 28–34): received in time or late, assessed first by the body that decided. A reversal is a decision (features/decision);
 * here it is received, let in though late, forwarded, taken back, and answered by the appeals body.
 */
import { addWorkingDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { nextApplicationStatus } from '../application/application.rules.ts';
import {
  type LockedApplication,
  lockApplication,
  moveApplication,
  returnApplication,
} from '../application/application-state.write.ts';
import type { CaseAction } from '../case/case.enums.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { addEvent, type CaseChanges, type LockedCase, saveCase } from '../case/case.write.ts';
import { type OpenedCase, openCase, statusAfter } from '../case/case-gate.ts';
import { FREE } from '../case/reservation.write.ts';
import { isLate } from '../decision/decision.rules.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import type { DecisionParts } from '../decision/propose-decision.service.ts';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type {
  AcceptLateAppealInput,
  AppealsBodyResultInput,
  ForwardAppealInput,
  RegisterAppealInput,
} from './appeal.input.ts';
import { ACCEPT, ANSWERED, LAST_OUTCOME, NEWEST, OPEN, PAPER, REGISTER, SETTLE } from './appeal.sql.ts';
import { appealLetter } from './appeal-letter.write.ts';

interface Appealed {
  readonly id: string;
  readonly outcome: DecisionOutcome;
  readonly deadlineOn: LocalDate | null;
  readonly appealed: boolean;
}

interface OpenAppeal {
  readonly id: string;
  readonly late: boolean;
  readonly accepted: boolean | null;
  readonly receivedOn: LocalDate;
  readonly outcome: DecisionOutcome;
}

export class AppealService {
  constructor(private readonly parts: DecisionParts) {}

  /** The case opens again. @throws AppError ACTION_NOT_AVAILABLE without a decision, or when it has been appealed; VALIDATION_FAILED */
  async register(db: Db, input: RegisterAppealInput): Promise<void> {
    const { receivedOn, appellant } = input;
    if (appellant.trim() === '') throw invalid({ appellant: 'REQUIRED' });
    await this.#work(
      db,
      { ...keyOf(input), action: 'REGISTER_APPEAL' },
      async (tx, { row, now, today }, application) => {
        if (receivedOn > today) throw invalid({ receivedOn: 'DATE_IN_FUTURE' });
        await requirePaper(tx, row.id, input.documentId ?? null);
        const { appealDays, exceptionDueDays } = await settingsOn(tx, today);
        const decision = await tx.one<Appealed & Record<string, unknown>>(NEWEST, [
          application.id,
          appealDays,
          receivedOn,
        ]);
        if (!decision?.deadlineOn || decision.appealed) throw new AppError('ACTION_NOT_AVAILABLE');
        const { deadlineOn } = decision;
        const late = isLate(receivedOn, deadlineOn);
        const whose = [row.organisation_id, row.id, application.id, decision.id];
        const told = [
          receivedOn,
          input.channel,
          appellant.trim(),
          input.documentId ?? null,
          deadlineOn,
          late,
        ];
        await tx.query(REGISTER, [...whose, ...told]);
        await addJournalEntry(tx, {
          ...{ caseId: row.id, type: 'I', on: receivedOn, subject: 'APPEAL' },
          ...{ correspondent: appellant.trim(), documentId: input.documentId ?? null },
        });
        await moveApplication(tx, application, { trigger: 'APPEALED', at: now });
        const opened = { status: statusAfter(row.status, 'APPEALED'), closed_at: null, new_post_at: now };
        await saveCase(tx, row, { ...opened, due_on: addWorkingDays(today, exceptionDueDays) });
        await addEvent(tx, row, {
          type: 'APPEAL_RECEIVED',
          oldValue: deadlineOn,
          newValue: late ? 'LATE' : 'IN_TIME',
        });
        await this.#letter(tx, db, { application, kind: 'APPEAL_RECEIVED', receivedOn, now });
      },
    );
  }

  /** fvl. § 31: not to be blamed for, or special reasons. @throws AppError ACTION_NOT_AVAILABLE when it is not late */
  async acceptLate(db: Db, input: AcceptLateAppealInput): Promise<void> {
    if (input.grounds.trim() === '') throw invalid({ grounds: 'REQUIRED' });
    await this.#work(
      db,
      { ...keyOf(input), action: 'SETTLE_APPEAL' },
      async (tx, { row, kept }, application) => {
        const appeal = await openAppeal(tx, application);
        if (!appeal.late || appeal.accepted !== null) throw new AppError('ACTION_NOT_AVAILABLE');
        await tx.query(ACCEPT, [appeal.id, input.grounds.trim()]);
        await saveCase(tx, row, kept);
        await addEvent(tx, row, {
          type: 'APPEAL_SETTLED',
          newValue: 'LATE_ACCEPTED',
          note: input.grounds.trim(),
        });
      },
    );
  }

  /** fvl. § 33: with the assessment, to the appeals body; the package is put together by a job. @throws AppError APPEAL_LATE */
  async forward(db: Db, input: ForwardAppealInput): Promise<void> {
    const assessment = input.assessment.trim();
    if (assessment === '') throw invalid({ assessment: 'REQUIRED' });
    await this.#work(
      db,
      { ...keyOf(input), action: 'SETTLE_APPEAL' },
      async (tx, { row, now }, application) => {
        const appeal = await openAppeal(tx, application);
        if (appeal.late && !appeal.accepted) throw new AppError('APPEAL_LATE');
        await tx.query(SETTLE, [appeal.id, 'UPHELD', assessment, now, now]);
        await moveApplication(tx, application, { trigger: 'FORWARDED', at: now });
        await addEvent(tx, row, { type: 'APPEAL_FORWARDED' });
        const { receivedOn } = appeal;
        const letter = { application, kind: 'APPEAL_UPHELD_FORWARDED', receivedOn, now, assessment } as const;
        await this.#letter(tx, db, letter);
        await this.#close(tx, row, now);
      },
    );
  }

  /** The appellant takes it back: what was decided stands. */
  async withdraw(db: Db, input: CaseVersionInput): Promise<void> {
    await this.#work(
      db,
      { ...keyOf(input), action: 'SETTLE_APPEAL' },
      async (tx, { row, now }, application) => {
        const appeal = await openAppeal(tx, application);
        await tx.query(SETTLE, [appeal.id, 'WITHDRAWN', null, now, null]);
        await this.#restore(tx, { application, outcome: appeal.outcome, now });
        await addEvent(tx, row, { type: 'APPEAL_SETTLED', newValue: 'WITHDRAWN' });
        await this.#close(tx, row, now);
      },
    );
  }

  /** Upheld: the decision stands. Else the case is open again, and what the body says is decided here. @throws AppError ACTION_NOT_AVAILABLE */
  async recordResult(db: Db, input: AppealsBodyResultInput): Promise<void> {
    await this.#work(
      db,
      { ...keyOf(input), action: 'REGISTER_APPEAL' },
      async (tx, { row, now, today }, application) => {
        if (input.decidedOn > today) throw invalid({ decidedOn: 'DATE_IN_FUTURE' });
        const answered = await tx.one(ANSWERED, [application.id, input.outcome, input.decidedOn]);
        if (!answered) throw new AppError('ACTION_NOT_AVAILABLE');
        const { appealsBody } = await settingsOn(tx, today);
        await addJournalEntry(tx, {
          ...{ caseId: row.id, type: 'I', on: input.decidedOn, subject: 'APPEAL_BODY_ANSWER' },
          correspondent: appealsBody,
        });
        await addEvent(tx, row, { type: 'APPEAL_SETTLED', oldValue: 'BODY', newValue: input.outcome });
        if (input.outcome === 'UPHELD') {
          const last = await tx.one<{ outcome: DecisionOutcome }>(LAST_OUTCOME, [application.id]);
          await this.#restore(tx, { application, outcome: last?.outcome ?? 'REFUSE', now });
          await saveCase(tx, row, {});
          return;
        }
        await moveApplication(tx, application, { trigger: 'SENT_BACK', at: now });
        const { exceptionDueDays } = await settingsOn(tx, today);
        const opened = { status: statusAfter(row.status, 'APPEALED'), closed_at: null, new_post_at: now };
        await saveCase(tx, row, { ...opened, due_on: addWorkingDays(today, exceptionDueDays) });
      },
    );
  }

  async #work(
    db: Db,
    ask: CaseVersionInput & { readonly action: CaseAction },
    act: (tx: Tx, opened: OpenedCase, application: LockedApplication) => Promise<void>,
  ): Promise<void> {
    await db.transaction(async tx => {
      const opened = await openCase(this.parts, { tx, actor: db.principal }, ask);
      await act(tx, opened, await lockApplication(tx, ask.caseId));
    });
  }

  async #restore(tx: Tx, { application, outcome, now }: Restoring): Promise<void> {
    const before = nextApplicationStatus('UNDER_REVIEW', outcome);
    if (before) await returnApplication(tx, application, { before, at: now });
  }

  async #close(tx: Tx, row: LockedCase, at: Date): Promise<void> {
    const closed: CaseChanges = { ...FREE, status: statusAfter(row.status, 'DECIDED'), closed_at: at };
    await saveCase(tx, row, { ...closed, new_post_at: null });
  }

  async #letter(tx: Tx, db: Db, { application, kind, receivedOn, now, assessment }: Letter): Promise<void> {
    const today = osloDate(now);
    const basis = await decisionBasis(tx, application, today);
    const sendAfter = new Date(now.getTime() + this.parts.undoSeconds * 1000);
    const signer = db.principal.name;
    await appealLetter(tx, basis, {
      kind,
      date: today,
      signer,
      receivedOn,
      freeText: assessment ?? '',
      sendAfter,
      mailDomain: this.parts.mailDomain,
    });
  }
}

const keyOf = ({ caseId, expectedVersion }: CaseVersionInput): CaseVersionInput => ({
  caseId,
  expectedVersion,
});

/** @throws AppError VALIDATION_FAILED when it is no paper of the case */
async function requirePaper(tx: Tx, caseId: string, documentId: string | null): Promise<void> {
  if (documentId !== null && !(await tx.one(PAPER, [documentId, caseId])))
    throw invalid({ documentId: 'NOT_FOUND' });
}

interface Restoring {
  readonly application: LockedApplication;
  readonly outcome: DecisionOutcome;
  readonly now: Date;
}

interface Letter {
  readonly application: LockedApplication;
  readonly kind: 'APPEAL_RECEIVED' | 'APPEAL_UPHELD_FORWARDED';
  readonly receivedOn: LocalDate;
  readonly now: Date;
  readonly assessment?: string;
}

/** @throws AppError ACTION_NOT_AVAILABLE when there is none */
async function openAppeal(tx: Tx, { id }: LockedApplication): Promise<OpenAppeal> {
  const appeal = await tx.one<OpenAppeal & Record<string, unknown>>(OPEN, [id]);
  if (!appeal) throw new AppError('ACTION_NOT_AVAILABLE');
  return appeal;
}
