/** Queues a letter that tells no decision, composed from the record of the case as it is now; for appeals, requests for papers, and what the clock writes. */
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import { addEvent } from '../case/case.write.ts';
import { queueLetter } from '../letter/letter.write.ts';
import { composeLetter } from '../letter/letter-content.rules.ts';
import type { DecisionBasis } from './decision-basis.store.ts';
import { type PlainLetter, plainLetterFacts } from './decision-letter.rules.ts';

export interface LeavingLetter extends PlainLetter {
  readonly sendAfter: Date;
  readonly mailDomain: string;
}

const ATTENTION = 'update desk_case set new_post_at = $2, version = version + 1 where id = $1';

/** @returns letter.id. @throws AppError LETTER_NOT_READY */
export function plainLetter(tx: Tx, basis: DecisionBasis, given: LeavingLetter): Promise<string> {
  const { application } = basis;
  const { language } = application;
  const record = plainLetterFacts(basis, given);
  const letter = {
    organisationId: application.organisation_id,
    caseId: application.case_id,
    applicationId: application.id,
    decisionId: null,
    kind: given.kind,
    recipient: { personId: application.person_id, firmId: application.firm_id },
    language,
    content: composeLetter(record, language),
    record,
    channel: 'DIGITAL_MAILBOX',
    sendAfter: given.sendAfter,
  } as const;
  return queueLetter(tx, letter, given);
}

/** One that does not meet its contract stops nobody else's: the case says so, and asks for a person. */
export async function letterOfClock(tx: Tx, basis: DecisionBasis, given: LeavingLetter): Promise<void> {
  try {
    await plainLetter(tx, basis, given);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'LETTER_NOT_READY')) throw error;
    const { case_id: id, organisation_id } = basis.application;
    const note = error.code;
    await addEvent(tx, { id, organisation_id }, { type: 'LETTER_FAILED', newValue: given.kind, note });
    await tx.query(ATTENTION, [id, given.sendAfter]);
  }
}
