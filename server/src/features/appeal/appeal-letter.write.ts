/** What the party of an appeal is told: that it came in, or that it has gone on to the appeals body, and why. */
import type { Tx } from '../../platform/db/db.ts';
import type { DecisionBasis } from '../decision/decision-basis.store.ts';
import { type LeavingLetter, plainLetter } from '../decision/plain-letter.write.ts';
import { statutesOn } from '../text-block/text-block.readmodel.ts';

/** Rules on the assessment by the body that decided. */
const FORWARDING = /^FVL-33/;

/** What the decision that is appealed rests on. */
const RELIED = `select facts -> 'relied' as facts from decision where application_id = $1 order by id desc limit 1`;

/** @throws AppError LETTER_NOT_READY */
export async function appealLetter(tx: Tx, basis: DecisionBasis, given: LeavingLetter): Promise<void> {
  const { application } = basis;
  const law = await statutesOn(tx, given.date);
  const forwarding = law.filter(({ code }) => FORWARDING.test(code));
  const relied = await tx.one<{ facts: string[] }>(RELIED, [application.id]);
  const { language } = application;
  await plainLetter(tx, basis, {
    ...given,
    facts: relied?.facts ?? [],
    legalRefs: forwarding.map(({ citation }) => citation[language]),
  });
}
