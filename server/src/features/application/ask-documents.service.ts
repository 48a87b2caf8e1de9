/** One click: the letter that asks for what is missing, and the case on hold with its clock paused until the answer is due. */
import { addDays, type LocalDate, nextWorkingDay, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { openCase, statusAfter } from '../case/case-gate.ts';
import { beginHold } from '../case/hold.write.ts';
import { FREE } from '../case/reservation.write.ts';
import { type DecisionBasis, decisionBasis } from '../decision/decision-basis.store.ts';
import { plainLetterFacts } from '../decision/decision-letter.rules.ts';
import { shownApplication } from '../decision/proposal.readmodel.ts';
import type { DecisionParts } from '../decision/propose-decision.service.ts';
import { type NewLetter, queueLetter } from '../letter/letter.write.ts';
import { composeLetter, type LetterContent, type LetterFacts } from '../letter/letter-content.rules.ts';
import { checkLetter, type LetterPointResult } from '../letter/letter-contract.rules.ts';
import { extraDaysOff } from '../setting/setting.rules.ts';
import { lockApplication, moveApplication } from './application-state.write.ts';

export interface DocumentRequest {
  readonly record: LetterFacts;
  readonly letter: LetterContent;
  readonly points: readonly LetterPointResult[];
  /** The answer is due; the case is on hold until then. */
  readonly until: LocalDate;
  /** What is asked for, as the letter says it; empty when nothing is missing. */
  readonly missing: readonly string[];
}

export class AskDocumentsService {
  constructor(private readonly parts: DecisionParts) {}

  /** What would be sent; nothing is saved. @throws AppError NOT_FOUND */
  async preview(db: Db, caseId: string): Promise<DocumentRequest> {
    const application = await shownApplication(db, caseId);
    const today = osloDate(this.parts.clock.now());
    return db.transaction(async tx =>
      requestOf(await decisionBasis(tx, application, today), { today, signer: db.principal.name }),
    );
  }

  /** @throws AppError NOTHING_MISSING, LETTER_NOT_READY, and those of openCase */
  async ask(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'ASK_FOR_DOCUMENTS' } as const;
      const { row, now, today } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const application = await lockApplication(tx, caseId);
      const basis = await decisionBasis(tx, application, today);
      const request = requestOf(basis, { today, signer: db.principal.name });
      if (request.missing.length === 0) throw new AppError('NOTHING_MISSING');
      const { until } = request;
      await moveApplication(tx, application, { trigger: 'DOCUMENTS_ASKED', at: now });
      const hold = await beginHold(tx, row, { reason: 'AWAITING_PERSON', until, note: null, today });
      const status = statusAfter(row.status, 'HOLD');
      await saveCase(tx, row, { ...hold, ...FREE, status, last_worker_id: db.principal.actorId });
      await addEvent(tx, row, {
        type: 'DOCUMENTS_ASKED',
        oldValue: until,
        newValue: request.missing.join('; '),
      });
      await this.#send(tx, { basis, request, at: now });
    });
  }

  async #send(tx: Tx, { basis, request, at }: { basis: DecisionBasis; request: DocumentRequest; at: Date }) {
    const { application } = basis;
    const letter: NewLetter = {
      organisationId: application.organisation_id,
      caseId: application.case_id,
      applicationId: application.id,
      decisionId: null,
      kind: 'DEFICIENCY',
      recipient: { personId: application.person_id, firmId: application.firm_id },
      language: application.language,
      content: request.letter,
      record: request.record,
      channel: 'DIGITAL_MAILBOX',
      sendAfter: new Date(at.getTime() + this.parts.undoSeconds * 1000),
    };
    await queueLetter(tx, letter, this.parts);
  }
}

function requestOf(
  basis: DecisionBasis,
  { today, signer }: { today: LocalDate; signer: string },
): DocumentRequest {
  const { application, settings, requirements } = basis;
  const { language } = application;
  const missing = requirements.filter(({ wanting }) => wanting).map(({ label }) => label[language]);
  const until = nextWorkingDay(addDays(today, settings.exceptionDocumentDays), extraDaysOff(settings));
  const record = plainLetterFacts(basis, {
    kind: 'DEFICIENCY',
    date: today,
    signer,
    deadlineOn: until,
    missing,
  });
  const letter = composeLetter(record, language);
  return { record, letter, points: checkLetter(letter, record), until, missing };
}
