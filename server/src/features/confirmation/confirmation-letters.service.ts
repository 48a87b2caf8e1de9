/** What caseworkers do about yearly confirmations: record one that came in, remind, and give notice that the approval may be withdrawn (fvl. § 16). */
import { addDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, stale } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { lockApplication } from '../application/application-state.write.ts';
import { factsOf } from '../case/case.write.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import { wordsIn } from '../decision/decision-letter.rules.ts';
import { plainLetter } from '../decision/plain-letter.write.ts';
import type { DecisionParts } from '../decision/propose-decision.service.ts';
import { oneOfMany, RefusedRow } from '../decision/withdraw-granted.write.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { statutesOn } from '../text-block/text-block.readmodel.ts';
import type { ConfirmationRefusal } from './confirmation.enums.ts';
import type { RecordConfirmationInput, SendAdvanceNoticesInput } from './confirmation.input.ts';
import { noticeRefusal, reminderRefusal } from './confirmation.rules.ts';
import { type HeldConfirmation, holdConfirmation } from './confirmation.store.ts';
import type { ConfirmationResultType } from './confirmation.type.ts';
import { notAnswered, noticeGrounds, receiptLine } from './confirmation.wording.ts';
import { writeConfirmation } from './confirmation.write.ts';

/** As many as one call deals with. */
export const MOST_CONFIRMATIONS = 200;
const MOST_EMPLOYEES = 1_000_000;

const REMINDED = 'update annual_confirmation set reminded_at = $2, version = version + 1 where id = $1';
const NOTICED =
  'update annual_confirmation set noticed_at = $2, comment_by = $3, version = version + 1 where id = $1';

/** @throws AppError VALIDATION_FAILED */
export function chosenIds(ids: readonly string[]): string[] {
  const chosen = [...new Set(ids)];
  if (chosen.length === 0 || chosen.length > MOST_CONFIRMATIONS)
    throw new AppError('VALIDATION_FAILED', { what: 'CONFIRMATIONS' });
  return chosen;
}

type One = (tx: Tx, held: HeldConfirmation, now: Date) => Promise<void>;

export class ConfirmationLettersService {
  constructor(private readonly parts: DecisionParts) {}

  /** The firm gets a receipt, and an open proposal to withdraw falls. @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE, VALIDATION_FAILED */
  async record(db: Db, input: RecordConfirmationInput): Promise<void> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    if (input.receivedOn > today) throw invalid({ receivedOn: 'DATE_IN_FUTURE' });
    if (input.employees < 0 || input.employees > MOST_EMPLOYEES) throw invalid({ employees: 'OUT_OF_RANGE' });
    if (input.statements.length === 0) throw invalid({ statements: 'REQUIRED' });
    await db.transaction(async tx => {
      const held = await holdConfirmation(tx, input.confirmationId, { actor: db.principal, now });
      const work = { resource: 'application', action: 'work' } as const;
      this.parts.access.require(db.principal, work, factsOf(held.row));
      if (held.version !== input.expectedVersion) throw stale(held.version);
      const open = held.applicationStatus === 'GRANTED' || held.applicationStatus === 'FOR_APPROVAL';
      if (held.confirmedAt !== null || !open) throw new AppError('ACTION_NOT_AVAILABLE');
      const { receivedOn, channel, employees, statements } = input;
      const told = { at: now, receivedOn, channel, employees, statements };
      const receipt = await writeConfirmation(tx, held, told);
      await this.#letter(tx, db, {
        ...{ caseId: held.row.id, now, kind: 'CONFIRMATION_RECEIVED', receivedOn },
        facts: language => [receiptLine(receipt, language)],
      });
    });
  }

  /** By hand, before the clock does it. */
  remind(db: Db, ids: readonly string[]): Promise<ConfirmationResultType[]> {
    return this.#each(db, ids, async (tx, held, now) => {
      refuse(reminderRefusal(held, osloDate(now)));
      await tx.query(REMINDED, [held.id, now]);
      const { row, dueOn: deadlineOn } = held;
      await this.#letter(tx, db, { caseId: row.id, now, kind: 'CONFIRMATION_REMINDER', deadlineOn });
    });
  }

  /** Each firm has the same time to comment, from today. @throws AppError LETTER_NOT_READY, VALIDATION_FAILED */
  notice(db: Db, input: SendAdvanceNoticesInput): Promise<ConfirmationResultType[]> {
    return this.#each(db, input.confirmationIds, async (tx, held, now) => {
      const today = osloDate(now);
      refuse(noticeRefusal(held, today));
      const { confirmationCommentDays: days } = await settingsOn(tx, today);
      const deadlineOn = addDays(today, days);
      const law = (await statutesOn(tx, today)).filter(({ id }) => input.statuteIds.includes(id));
      if (law.length === 0) throw invalid({ statutes: 'REQUIRED' });
      await tx.query(NOTICED, [held.id, now, deadlineOn]);
      await this.#letter(tx, db, {
        ...{ caseId: held.row.id, now, kind: 'ADVANCE_NOTICE', deadlineOn },
        freeText: language => noticeGrounds(input.freeText, language),
        facts: language => [notAnswered(held, language)],
        legalRefs: language => law.map(wordsIn(language).citation),
      });
    });
  }

  async #each(db: Db, ids: readonly string[], act: One): Promise<ConfirmationResultType[]> {
    const chosen = chosenIds(ids);
    const now = this.parts.clock.now();
    const send = { resource: 'letter', action: 'send' } as const;
    return db.transaction(async tx => {
      const results: ConfirmationResultType[] = [];
      for (const confirmationId of chosen) {
        const outcome = await oneOfMany(tx, async () => {
          const held = await holdConfirmation(tx, confirmationId, { actor: db.principal, now });
          this.parts.access.require(db.principal, send, factsOf(held.row));
          await act(tx, held, now);
        });
        results.push({ confirmationId, ...outcome, refusal: outcome.refusal as ConfirmationRefusal | null });
      }
      return results;
    });
  }

  async #letter(
    tx: Tx,
    db: Db,
    { caseId, now, facts, legalRefs, freeText, ...given }: Letter,
  ): Promise<void> {
    const application = await lockApplication(tx, caseId);
    const today = osloDate(now);
    const basis = await decisionBasis(tx, application, today);
    const { language } = application;
    await plainLetter(tx, basis, {
      ...{ ...given, date: today, signer: db.principal.name },
      ...{
        facts: facts?.(language) ?? [],
        legalRefs: legalRefs?.(language) ?? [],
        freeText: freeText?.(language) ?? '',
      },
      sendAfter: new Date(now.getTime() + this.parts.undoSeconds * 1000),
      mailDomain: this.parts.mailDomain,
    });
  }
}

interface Letter {
  readonly caseId: string;
  readonly now: Date;
  readonly kind: 'CONFIRMATION_RECEIVED' | 'CONFIRMATION_REMINDER' | 'ADVANCE_NOTICE';
  readonly deadlineOn?: string;
  readonly receivedOn?: string;
  readonly freeText?: (language: Language) => string;
  readonly facts?: (language: Language) => string[];
  readonly legalRefs?: (language: Language) => string[];
}

function refuse(refusal: ConfirmationRefusal | null): void {
  if (refusal !== null) throw new RefusedRow(refusal);
}
