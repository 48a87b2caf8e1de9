/**
 * What a decision must have, who must sign it, until when it can be appealed, and what an approval is bound to; for caseworkers
 * and their leaders (forvaltningsloven §§ 23–29, domain sections 10 and 11).
 */
import { createHash } from 'node:crypto';
import {
  addDays,
  type ExtraDaysOff,
  type LocalDate,
  nextWorkingDay,
} from '../../platform/calendar/calendar.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';
import { isDecided } from '../application/application.rules.ts';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { needsSecondSignature } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { RuleBody } from '../exception-catalogue/exception-rule.shape.ts';
import type { LetterKind } from '../letter/letter.enums.ts';
import type { DecisionKind } from './decision.enums.ts';

/** What the caseworker has decided, before anybody has signed. */
export interface DecisionContent {
  readonly kind: DecisionKind;
  readonly outcome: DecisionOutcome;
  readonly groundIds: readonly string[];
  readonly statuteIds: readonly string[];
  /** Relied on, in words. */
  readonly facts: readonly string[];
  readonly freeText: string;
  /** Of a withdrawal: the last day with the entry. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly whileRole: boolean;
}

/** Outcomes a decision of each kind can have. */
const OUTCOMES: Readonly<Record<DecisionKind, readonly DecisionOutcome[]>> = {
  FIRST: ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'],
  // Not reversed: the appeal goes on to the appeals body, which is no decision of ours.
  APPEAL: ['GRANT', 'DISMISS'],
  WITHDRAWAL: ['WITHDRAW'],
  CORRECTION: ['GRANT', 'REFUSE', 'DISMISS'],
};

/** The kind of decision an application can have next; null when there is nothing to decide. */
export function decidable(status: ApplicationStatus): readonly DecisionKind[] {
  if (status === 'UNDER_REVIEW' || status === 'CARD_ORDERING') return ['FIRST'];
  if (status === 'APPEALED') return ['APPEAL'];
  if (status === 'GRANTED') return ['WITHDRAWAL', 'CORRECTION'];
  return isDecided(status) ? ['CORRECTION'] : [];
}

/**
 * Withdrawals, refusals, UDI grants and whatever the catalogue says (section 10); everything that changes an earlier decision too.
 * An applicant who takes the application back is the only one who needs nobody.
 */
export const needsApproval = (
  rule: Pick<RuleBody, 'fourEyesOn'>,
  { kind, outcome }: Pick<DecisionContent, 'kind' | 'outcome'>,
): boolean => (kind === 'FIRST' ? outcome !== 'WITHDRAW' && needsSecondSignature(rule, outcome) : true);

export interface DecisionFacts {
  readonly status: ApplicationStatus;
  readonly today: LocalDate;
  /** Requirements of the checklist that are not met. */
  readonly missing: number;
  /** The appeal came too late, and nobody let it in. */
  readonly appealLate: boolean;
  /** What is granted lasts until it is withdrawn: it has no last day. */
  readonly openEnded?: boolean;
  /** A firm loses its approval at once, not on a day to come. */
  readonly endsAtOnce?: boolean;
  /** Somebody who needs a card has none yet. */
  readonly cardsMissing?: boolean;
}

/** Field → what is wrong with it; empty when it can be proposed. */
export function decisionFaults(content: DecisionContent, facts: DecisionFacts): Record<string, string> {
  const { kind, outcome, groundIds, statuteIds, freeText } = content;
  const dropped = kind === 'FIRST' && outcome === 'WITHDRAW';
  const faults: Record<string, string | null> = {
    kind: decidable(facts.status).includes(kind) ? null : 'NOT_POSSIBLE',
    outcome: outcomeFault(content, facts),
    grounds: groundIds.length > 0 || freeText.trim() !== '' ? null : 'REQUIRED',
    statutes: statuteIds.length > 0 || dropped ? null : 'REQUIRED',
    facts: factsFault(content.facts, dropped),
    ...validityFaults(content, facts),
  };
  return Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, fault] as const] : [])),
  );
}

const MOST_FACTS = 20;

function factsFault(facts: readonly string[], dropped: boolean): string | null {
  if (facts.length > MOST_FACTS) return 'TOO_MANY';
  return dropped || facts.some(line => line.trim() !== '') ? null : 'REQUIRED';
}

function outcomeFault(
  { kind, outcome }: DecisionContent,
  { missing, appealLate, cardsMissing }: DecisionFacts,
): string | null {
  if (!OUTCOMES[kind].includes(outcome)) return 'NOT_POSSIBLE';
  if (kind === 'APPEAL' && outcome === 'GRANT' && appealLate) return 'APPEAL_LATE';
  if (outcome !== 'GRANT' || kind !== 'FIRST') return null;
  if (missing > 0) return 'DOCUMENTS_MISSING';
  return cardsMissing ? 'CARDS_MISSING' : null;
}

function validityFaults(content: DecisionContent, facts: DecisionFacts): Record<string, string | null> {
  const { outcome, kind, validFrom, validTo } = content;
  const { today, endsAtOnce } = facts;
  if (kind === 'WITHDRAWAL') return { validTo: lastDayFault(validTo, endsAtOnce ? today : null) };
  if (outcome !== 'GRANT') return { validFrom: validFrom === null ? null : 'NOT_POSSIBLE' };
  return { validFrom: validFrom === null ? 'REQUIRED' : null, validTo: grantedTo(content, facts) };
}

function grantedTo(
  { validFrom, validTo, whileRole }: DecisionContent,
  { today, openEnded }: DecisionFacts,
): string | null {
  const ends = validTo !== null || whileRole;
  if (openEnded) return ends ? 'NOT_POSSIBLE' : null;
  return ends ? endFault({ validFrom, validTo, today }) : 'REQUIRED';
}

/** @param latest null: any day */
function lastDayFault(validTo: LocalDate | null, latest: LocalDate | null): string | null {
  if (validTo === null) return 'REQUIRED';
  return latest !== null && validTo > latest ? 'DATE_IN_FUTURE' : null;
}

function endFault(given: { validFrom: LocalDate | null; validTo: LocalDate | null; today: LocalDate }) {
  const { validFrom, validTo, today } = given;
  if (validTo === null) return null;
  if (validFrom !== null && validTo < validFrom) return 'DATE_NOT_LATER';
  return validTo < today ? 'DATE_IN_PAST' : null;
}

export interface AppealTime {
  /** fvl. § 29: days from the day the party got the decision. */
  readonly days: number;
  readonly extraDaysOff?: ExtraDaysOff;
}

/** A limit that ends on a day off moves to the next working day (fvl. § 30, domain section 12). */
export const appealDeadline = (receivedOn: LocalDate, { days, extraDaysOff }: AppealTime): LocalDate =>
  nextWorkingDay(addDays(receivedOn, days), extraDaysOff);

export const isLate = (receivedOn: LocalDate, deadlineOn: LocalDate): boolean => receivedOn > deadlineOn;

const LETTERS: Readonly<Record<DecisionOutcome, LetterKind>> = {
  GRANT: 'DECISION_GRANT',
  REFUSE: 'DECISION_REFUSE',
  DISMISS: 'DECISION_DISMISS',
  WITHDRAW: 'DECISION_WITHDRAW',
};

/** The letter that tells it. An application that was taken back is dropped, and dismissed in words. */
export function letterKindOf({ kind, outcome }: Pick<DecisionContent, 'kind' | 'outcome'>): LetterKind {
  if (kind === 'APPEAL') return outcome === 'GRANT' ? 'APPEAL_REVERSED' : 'APPEAL_DISMISSED_LATE';
  if (kind === 'FIRST' && outcome === 'WITHDRAW') return 'DECISION_DISMISS';
  return LETTERS[outcome];
}

/** Everything in it, whatever the order of its fields; days and numbers as they are written. */
export function digestOf(what: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(what, inOrder)).digest();
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
