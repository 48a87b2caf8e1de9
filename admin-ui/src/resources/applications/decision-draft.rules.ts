/** A decision while it is written: what it begins with, what is kept, and what is asked of the server. */
import type { Application } from './application.documents.ts';
import type { DecisionInput, DecisionTexts } from './decision.documents.ts';

export type Outcome = DecisionInput['outcome'];
export type DecisionKind = DecisionInput['kind'];

export interface DecisionDraft {
  outcome: Outcome | null;
  /** Ids of text blocks and rules of law. Null: what the desk suggests. */
  grounds: string[];
  statutes: string[] | null;
  /** One sentence a line. */
  facts: string;
  freeText: string;
  validFrom: string;
  validTo: string;
  whileRole: boolean;
}

export const BLANK: DecisionDraft = {
  ...{ outcome: null, grounds: [], statutes: null, facts: '', freeText: '' },
  ...{ validFrom: '', validTo: '', whileRole: false },
};

/** What the application can be decided as now; null when there is nothing to decide. */
export function kindOf(status: Application['status']): DecisionKind | null {
  if (status === 'UNDER_REVIEW') return 'FIRST';
  if (status === 'APPEALED') return 'APPEAL';
  if (status === 'GRANTED') return 'WITHDRAWAL';
  return ['REFUSED', 'DISMISSED', 'WITHDRAWN'].includes(status) ? 'CORRECTION' : null;
}

const OUTCOMES: Readonly<Record<DecisionKind, readonly Outcome[]>> = {
  FIRST: ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'],
  APPEAL: ['GRANT', 'DISMISS'],
  WITHDRAWAL: ['WITHDRAW'],
  CORRECTION: ['GRANT', 'REFUSE', 'DISMISS'],
};
export const outcomesOf = (kind: DecisionKind) => OUTCOMES[kind];

const isOutcome = (value: unknown): value is Outcome =>
  ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'].includes(String(value));
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : null;
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** As it was kept, whatever an older page has kept. */
export function draftOf(body: unknown): DecisionDraft {
  if (typeof body !== 'object' || body === null) return BLANK;
  const kept: Partial<Record<keyof DecisionDraft, unknown>> = body;
  return {
    outcome: isOutcome(kept.outcome) ? kept.outcome : null,
    ...{ grounds: texts(kept.grounds) ?? [], statutes: texts(kept.statutes) },
    ...{ facts: text(kept.facts), freeText: text(kept.freeText) },
    ...{ validFrom: text(kept.validFrom), validTo: text(kept.validTo), whileRole: kept.whileRole === true },
  };
}

export const isBlankDraft = ({ outcome, facts, freeText }: DecisionDraft) =>
  outcome === null && facts.trim() === '' && freeText.trim() === '';

/** Another outcome has other grounds and another law; a grant begins with the validity the rule proposes. */
export function withOutcome(draft: DecisionDraft, outcome: Outcome, application: Application): DecisionDraft {
  if (outcome === draft.outcome) return draft;
  const { from, to, whileRole } = application.proposedValidity;
  const grants = outcome === 'GRANT';
  return {
    ...draft,
    ...{ outcome, grounds: [], statutes: null },
    ...{ validFrom: grants ? from : '', validTo: grants && !whileRole ? (to ?? '') : '' },
    whileRole: grants && whileRole,
  };
}

export const statutesOf = (draft: DecisionDraft, offered: DecisionTexts | undefined): string[] =>
  draft.statutes ?? (offered?.statutes ?? []).filter(one => one.suggested).map(({ id }) => id);

interface Asking {
  readonly caseId: string;
  readonly kind: DecisionKind;
  readonly outcome: Outcome;
  readonly texts: DecisionTexts | undefined;
}

/** Grounds stand in the order they are offered in. */
export function inputOfDraft(draft: DecisionDraft, { texts: offered, ...about }: Asking): DecisionInput {
  const known = (offered?.grounds ?? []).map(({ id }) => id);
  const dated = about.outcome === 'GRANT' || about.kind === 'WITHDRAWAL';
  return {
    ...about,
    groundIds: known.filter(id => draft.grounds.includes(id)),
    statuteIds: statutesOf(draft, offered),
    facts: draft.facts
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
    freeText: draft.freeText,
    validFrom: dated ? draft.validFrom || null : null,
    validTo: dated && !draft.whileRole ? draft.validTo || null : null,
    whileRole: dated && draft.whileRole,
  };
}
