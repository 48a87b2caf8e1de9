/** What the party of an appeal is told: that it came in, or that it has gone on to the appeals body, and why. */
import type { Tx } from '../../platform/db/db.ts';
import type { DecisionBasis } from '../decision/decision-basis.store.ts';
import { type PlainLetter, plainLetterFacts } from '../decision/decision-letter.rules.ts';
import { type NewLetter, queueLetter } from '../letter/letter.write.ts';
import { composeLetter } from '../letter/letter-content.rules.ts';
import { statutesOn } from '../text-block/text-block.readmodel.ts';

export interface AppealLetter extends PlainLetter {
  readonly sendAfter: Date;
  readonly mailDomain: string;
}

/** Rules on the assessment by the body that decided. */
const FORWARDING = /^FVL-33/;

/** What the decision that is appealed rests on. */
const RELIED = `select facts -> 'relied' as facts from decision where application_id = $1 order by id desc limit 1`;

/** @throws AppError LETTER_NOT_READY */
export async function appealLetter(tx: Tx, basis: DecisionBasis, given: AppealLetter): Promise<void> {
  const { application } = basis;
  const law = await statutesOn(tx, given.date);
  const forwarding = law.filter(({ code }) => FORWARDING.test(code));
  const relied = await tx.one<{ facts: string[] }>(RELIED, [application.id]);
  const { language } = application;
  const record = plainLetterFacts(basis, {
    ...given,
    facts: relied?.facts ?? [],
    legalRefs: forwarding.map(({ citation }) => citation[language]),
  });
  const letter = composeLetter(record, language);
  const queued: NewLetter = {
    organisationId: application.organisation_id,
    caseId: application.case_id,
    applicationId: application.id,
    decisionId: null,
    kind: given.kind,
    recipient: { personId: application.person_id, firmId: application.firm_id },
    language,
    content: letter,
    record,
    channel: 'DIGITAL_MAILBOX',
    sendAfter: given.sendAfter,
  };
  await queueLetter(tx, queued, given);
}
