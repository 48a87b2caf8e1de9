/** A decision while it is written: what it begins with, what is kept, and what is asked of the server. */
import type { Application } from './application.documents.ts';
import { isApprovalCode } from './approval.rules.ts';
import type { DecisionInput, DecisionTexts } from './decision.documents.ts';

export type Outcome = DecisionInput['outcome'];
export type DecisionKind = DecisionInput['kind'];

export interface DecisionDraft {
  /** Null: the first that is possible. */
  kind: DecisionKind | null;
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
  ...{ kind: null, outcome: null, grounds: [], statutes: null, facts: '', freeText: '' },
  ...{ validFrom: '', validTo: '', whileRole: false },
};

/** What the application can be decided as now; none when there is nothing to decide. */
export function kindsOf(status: Application['status']): readonly DecisionKind[] {
  if (status === 'UNDER_REVIEW') return ['FIRST'];
  if (status === 'APPEALED') return ['APPEAL'];
  if (status === 'GRANTED') return ['WITHDRAWAL', 'CORRECTION'];
  return ['REFUSED', 'DISMISSED', 'WITHDRAWN'].includes(status) ? ['CORRECTION'] : [];
}

export function kindOf(status: Application['status'], chosen: DecisionKind | null): DecisionKind | null {
  const offered = kindsOf(status);
  return offered.find(kind => kind === chosen) ?? offered[0] ?? null;
}

const OUTCOMES: Readonly<Record<DecisionKind, readonly Outcome[]>> = {
  FIRST: ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'],
  APPEAL: ['GRANT', 'DISMISS'],
  WITHDRAWAL: ['WITHDRAW'],
  CORRECTION: ['GRANT', 'REFUSE', 'DISMISS'],
};
export const outcomesOf = (kind: DecisionKind) => OUTCOMES[kind];

const isKind = (value: unknown): value is DecisionKind => Object.keys(OUTCOMES).includes(String(value));
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
    kind: isKind(kept.kind) ? kept.kind : null,
    outcome: isOutcome(kept.outcome) ? kept.outcome : null,
    ...{ grounds: texts(kept.grounds) ?? [], statutes: texts(kept.statutes) },
    ...{ facts: text(kept.facts), freeText: text(kept.freeText) },
    ...{ validFrom: text(kept.validFrom), validTo: text(kept.validTo), whileRole: kept.whileRole === true },
  };
}

export const isBlankDraft = ({ outcome, facts, freeText }: DecisionDraft) =>
  outcome === null && facts.trim() === '' && freeText.trim() === '';

/** The newest decision, when a correction can say the same; null when there is none, or it was taken back. */
export function standingOf({ decisions }: Pick<Application, 'decisions'>): Standing | null {
  const newest = decisions[0];
  return newest && OUTCOMES.CORRECTION.includes(newest.outcome) ? newest : null;
}
type Standing = Application['decisions'][number];

/** A correction begins with what stands, in the words that are offered today. */
export function correctionOf(standing: Standing, { grounds, statutes }: DecisionTexts): DecisionDraft {
  const { outcome, facts, freeText, validFrom, validTo, whileRole, groundCodes, statuteCodes } = standing;
  const idsOf = (offered: readonly { id: string; code: string }[], codes: readonly string[]) =>
    offered.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
  return {
    ...{ kind: 'CORRECTION', outcome, facts: facts.join('\n'), freeText, whileRole },
    ...{ grounds: idsOf(grounds, groundCodes), statutes: idsOf(statutes, statuteCodes) },
    ...{ validFrom: validFrom ?? '', validTo: validTo ?? '' },
  };
}

/** As the desk has written it out, for whoever signs it; null where it has not. */
export function suggestedDraft(
  application: Pick<Application, 'suggested' | 'proposedValidity'>,
): DecisionDraft | null {
  const { suggested, proposedValidity } = application;
  if (!suggested) return null;
  const { groundIds: grounds, statuteIds: statutes, facts } = suggested;
  return {
    ...{ ...BLANK, outcome: 'GRANT', grounds, statutes, facts: facts.join('\n') },
    ...{ validFrom: proposedValidity.from, validTo: proposedValidity.to ?? '' },
  };
}

/** Another outcome has other grounds and another law; a grant begins with the validity the rule proposes. */
export function withOutcome(draft: DecisionDraft, outcome: Outcome, application: Application): DecisionDraft {
  if (outcome === draft.outcome) return draft;
  const { from, to, whileRole } = application.proposedValidity;
  const grants = outcome === 'GRANT';
  // An approval is lost at once.
  const lost = isApprovalCode(application.code) && application.status === 'GRANTED' ? from : '';
  return {
    ...draft,
    ...{ outcome, grounds: [], statutes: null },
    ...{ validFrom: grants ? from : '', validTo: grants && !whileRole ? (to ?? '') : lost },
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
