/** An approval written out, with the grounds and the law of the catalogue and what is relied on: for the desk that decides by itself, and for the one who signs. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { DecisionContent } from '../decision/decision.rules.ts';
import type { DecisionBasis } from '../decision/decision-basis.store.ts';
import { CARDS_COVERED, CONDITION_STATES } from '../exception-catalogue/approval-wording.rules.ts';
import { validity } from '../exception-catalogue/exception-catalogue.rules.ts';
import { groundsFor, statutesOn } from '../text-block/text-block.readmodel.ts';
import { isSuggested } from '../text-block/text-block.rules.ts';

const GROUNDS = ['APPROVAL_CONDITIONS_MET', 'APPROVAL_ALL_HAVE_CARDS'];

/** Each condition with the answer it got, and how many have cards where cards come first. */
export async function approvalContent(
  tx: Tx,
  { application, requirements, rule, coverage }: DecisionBasis,
  { from, today: day }: { readonly from: LocalDate; readonly today: LocalDate },
): Promise<DecisionContent> {
  const { code, language } = application;
  const deciding = { code, outcome: 'GRANT', day } as const;
  const grounds = (await groundsFor(tx, deciding)).filter(one => GROUNDS.includes(one.code));
  const law = (await statutesOn(tx, day)).filter(one => isSuggested(one, deciding));
  const { to } = validity(rule, { from, cardExpiresOn: null, documentDate: null });
  const met = requirements.map(
    ({ label, condition }) => `${label[language]}: ${CONDITION_STATES[condition?.state ?? 'MET'][language]}`,
  );
  return {
    ...{ kind: 'FIRST', outcome: 'GRANT', freeText: '', validFrom: from, validTo: to, whileRole: false },
    groundIds: grounds.map(({ id }) => id),
    statuteIds: law.map(({ id }) => id),
    facts: coverage ? [...met, CARDS_COVERED[language](coverage)] : met,
  };
}
