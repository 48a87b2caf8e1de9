/** A letter that came back: recorded with day and reason, and sent again in the same words. No time limit runs from one that never came. */
import type { Access } from '../../platform/access/access.ts';
import { addDays, type LocalDate, nextWorkingDay, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { lockApplication } from '../application/application-state.write.ts';
import { addEvent, type LockedCase, lockCase, saveCase } from '../case/case.write.ts';
import { type DecisionBasis, decisionBasis } from '../decision/decision-basis.store.ts';
import { deadlineOf, plainLetterFacts } from '../decision/decision-letter.rules.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { LetterKind, LetterStatus } from '../letter/letter.enums.ts';
import { queueAgain } from '../letter/letter.write.ts';
import { LETTER_LAYOUT, type LetterContent } from '../letter/letter-content.rules.ts';
import { canComeBack } from '../letter/letter-step.rules.ts';
import { extraDaysOff } from '../setting/setting.rules.ts';
import { answerDayAgain, contentAgain, saysAppealDeadline } from './resent-letter.rules.ts';
import type { RecordReturnedLetterInput, ResendLetterInput } from './returned-letter.input.ts';

export interface ReturnedLetterParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly undoSeconds: number;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

interface Returned extends Record<string, unknown> {
  caseId: string;
  organisationId: number;
  decisionId: string | null;
  kind: LetterKind;
  status: LetterStatus;
  content: LetterContent;
  sentOn: LocalDate | null;
  resent: boolean;
  version: number;
}

const CASE_OF = 'select l.case_id::text as "caseId" from letter l where l.id = $1';
const LOCK = `select l.case_id::text as "caseId", l.organisation_id as "organisationId", l.decision_id::text as "decisionId", l.kind, l.status, l.content, l.version,
  (l.sent_at at time zone 'Europe/Oslo')::date::text as "sentOn", exists (select from letter n where n.resend_of = l.id and n.status <> 'CANCELLED') as resent
from letter l where l.id = $1 for update of l`;
const RETURNED = `update letter set status = 'RETURNED', returned_on = $2, return_reason = $3, version = version + 1 where id = $1`;

export class ReturnedLetterService {
  constructor(private readonly parts: ReturnedLetterParts) {}

  /** The case gets new post: somebody has to find out where the reader is. @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE, VALIDATION_FAILED */
  async record(
    db: Db,
    { id, expectedVersion, returnedOn, reason }: RecordReturnedLetterInput,
  ): Promise<void> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    await db.transaction(async tx => {
      const { letter, row } = await this.#lock(tx, db, { id, expectedVersion, action: 'print' });
      if (!canComeBack(letter.status)) throw new AppError('ACTION_NOT_AVAILABLE');
      if (returnedOn > today) throw invalid({ returnedOn: 'DATE_IN_FUTURE' });
      if (letter.sentOn !== null && returnedOn < letter.sentOn) throw invalid({ returnedOn: 'INVALID' });
      await tx.query(RETURNED, [id, returnedOn, reason]);
      await saveCase(tx, row, { new_post_at: now });
      const { decisionId, caseId } = letter;
      await addEvent(tx, row, { type: 'LETTER_RETURNED', oldValue: returnedOn, newValue: reason });
      const entry = {
        caseId,
        type: 'X',
        on: today,
        subject: 'LETTER_RETURNED',
        correspondent: null,
      } as const;
      await addJournalEntry(tx, { ...entry, letterId: id, decisionId });
    });
  }

  /** @returns letter.id of the new one. @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE */
  async resend(db: Db, { id, expectedVersion, channel }: ResendLetterInput): Promise<string> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    return db.transaction(async tx => {
      const { letter, row } = await this.#lock(tx, db, { id, expectedVersion, action: 'send' });
      if (letter.status !== 'RETURNED' || letter.resent) throw new AppError('ACTION_NOT_AVAILABLE');
      const application = await lockApplication(tx, letter.caseId);
      const basis = await decisionBasis(tx, application, today);
      const { kind, content, organisationId, caseId, decisionId } = letter;
      const deadlineOn = limitOf(basis, { kind, row, today });
      const record = plainLetterFacts(basis, { kind, date: today, signer: null, deadlineOn });
      if (kind === 'DEFICIENCY') await this.#waitLonger(tx, row, deadlineOn);
      const again = {
        ...{ organisationId, caseId, decisionId, kind, channel, applicationId: application.id },
        recipient: { personId: application.person_id, firmId: application.firm_id },
        language: content.language,
        content: contentAgain(content, { date: today, recipient: record.recipient, record }),
        sendAfter: new Date(now.getTime() + this.parts.undoSeconds * 1000),
        resendOf: id,
        deadlineOn: saysAppealDeadline(kind) ? deadlineOn : null,
      };
      return queueAgain(tx, again, this.parts);
    });
  }

  /** The case first, then its letter, as everybody takes them. */
  async #lock(
    tx: Tx,
    db: Db,
    { id, expectedVersion, action }: { id: string; expectedVersion: number; action: 'print' | 'send' },
  ): Promise<{ letter: Returned; row: LockedCase }> {
    const found = await tx.one<{ caseId: string }>(CASE_OF, [id]);
    if (!found) throw notFound();
    const row = await lockCase(tx, found.caseId, db.principal);
    const letter = await tx.one<Returned>(LOCK, [id]);
    if (!letter) throw notFound();
    const { organisationId, version } = letter;
    this.parts.access.require(db.principal, { resource: 'letter', action }, { organisationId });
    if (version !== expectedVersion) throw stale(version);
    return { letter, row };
  }

  /** The papers are asked for anew, so the case waits for them anew. */
  async #waitLonger(tx: Tx, row: LockedCase, until: LocalDate | null): Promise<void> {
    if (row.status !== 'ON_HOLD' || until === null) throw new AppError('ACTION_NOT_AVAILABLE');
    await saveCase(tx, row, { hold_until: until });
    await addEvent(tx, row, { type: 'HELD', oldValue: until, newValue: 'AWAITING_PERSON' });
  }
}

/** @throws AppError ACTION_NOT_AVAILABLE for a letter whose day is over: what it promised no longer holds */
function limitOf(
  basis: DecisionBasis,
  { kind, row, today }: { kind: LetterKind; row: LockedCase; today: LocalDate },
): LocalDate | null {
  if (saysAppealDeadline(kind)) return deadlineOf(basis, today);
  if (!LETTER_LAYOUT[kind].includes('ANSWER_BY')) return null;
  const { settings } = basis;
  const askedUntil = nextWorkingDay(addDays(today, settings.exceptionDocumentDays), extraDaysOff(settings));
  const day = answerDayAgain(kind, { today, promisedOn: row.promised_on, askedUntil });
  if (day === null) throw new AppError('ACTION_NOT_AVAILABLE');
  return day;
}
