/** A decision before it is made: what it rests on, the words chosen, its letter, and what is wrong with it; for those who preview and propose, and for the desk that decides by itself. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { isApproval } from '../application/application.enums.ts';
import type { LockedApplication } from '../application/application-state.write.ts';
import { cardsReady } from '../firm-approval/card-coverage.rules.ts';
import { composeLetter, type LetterContent, type LetterFacts } from '../letter/letter-content.rules.ts';
import { checkLetter, letterMayLeave } from '../letter/letter-contract.rules.ts';
import type { DecisionDraftInput } from './decision.input.ts';
import { type DecisionContent, decisionFaults } from './decision.rules.ts';
import { type ChosenTexts, chosenTexts, type DecisionBasis, decisionBasis } from './decision-basis.store.ts';
import { decisionLetterFacts } from './decision-letter.rules.ts';

export interface Composed {
  readonly basis: DecisionBasis;
  readonly content: DecisionContent;
  readonly texts: ChosenTexts;
  readonly record: LetterFacts;
  readonly letter: LetterContent;
  /** Field → what is wrong. */
  readonly faults: Record<string, string>;
}

export interface Composing {
  readonly application: LockedApplication;
  readonly content: DecisionContent;
  /** Name; null: nobody. */
  readonly decider: string | null;
  readonly today: LocalDate;
}

export async function composeDecision(tx: Tx, composing: Composing): Promise<Composed> {
  const { application, content, decider, today } = composing;
  const basis = await decisionBasis(tx, application, today);
  const texts = await chosenTexts(tx, application, { content, day: today });
  const record = decisionLetterFacts(basis, { content, texts }, { date: today, decider, approver: null });
  const missing = basis.requirements.filter(({ met }) => !met).length;
  const faults = decisionFaults(content, {
    ...{ status: application.status, today, missing },
    appealLate: basis.appealLate,
    openEnded: basis.rule.validity.kind === 'UNTIL_WITHDRAWN',
    endsAtOnce: isApproval(application.code),
    cardsMissing: basis.coverage !== null && !cardsReady(basis.coverage),
  });
  if (texts.unknown) faults.grounds = 'NOT_POSSIBLE';
  return { basis, content, texts, record, letter: composeLetter(record, application.language), faults };
}

export const contentOf = (input: DecisionDraftInput): DecisionContent => ({
  kind: input.kind,
  outcome: input.outcome,
  groundIds: input.groundIds,
  statuteIds: input.statuteIds,
  facts: input.facts.map(line => line.trim()).filter(line => line !== ''),
  freeText: input.freeText.trim(),
  validFrom: input.validFrom ?? null,
  validTo: input.validTo ?? null,
  whileRole: input.whileRole,
});

/** @throws AppError VALIDATION_FAILED naming the fields, LETTER_NOT_READY naming the points */
export function requireComplete({ faults, letter, record }: Composed): void {
  if (Object.keys(faults).length > 0) throw invalid(faults);
  const points = checkLetter(letter, record);
  if (letterMayLeave(points)) return;
  const unmet = points.filter(({ met }) => !met).map(({ code }) => code);
  throw new AppError('LETTER_NOT_READY', { points: unmet.join(',') });
}
