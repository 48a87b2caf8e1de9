/** Applications as they are told: the case first, in its order among all others; then its rows, whose words come last (seeds/exception-letters.ts). */
import type { ApplicationStatus } from '../../server/src/features/application/application.enums.ts';
import type { CaseStatus } from '../../server/src/features/case/case.enums.ts';
import type { DecisionOutcome } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import type { LetterKind } from '../../server/src/features/letter/letter.enums.ts';
import { addWorkingDays, type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';
import type { ExceptionPlan, Fate } from './exception-plans.ts';
import type { Subject } from './exception-subjects.ts';

export type DecisionKind = 'FIRST' | 'APPEAL' | 'WITHDRAWAL' | 'CORRECTION';

/** A decision, or a proposal nobody has signed yet, that waits for its words. */
export interface ToldDecision {
  readonly kind: DecisionKind;
  readonly outcome: DecisionOutcome;
  readonly on: LocalDate;
  readonly at: Date;
  /** staff_user.id */
  readonly decidedBy: number;
  readonly approvedBy: number | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly whileRole: boolean;
  readonly proposalId: number;
  /** Null as long as it waits. */
  readonly decisionId: number | null;
  readonly letterId: number | null;
}

/** A letter that tells no decision. */
export interface ToldLetter {
  readonly kind: LetterKind;
  readonly letterId: number;
  readonly on: LocalDate;
  readonly at: Date;
  readonly by: number;
  readonly answerBy: LocalDate | null;
  readonly missing: readonly string[];
  readonly receivedOn: LocalDate;
}

export interface ToldDocument {
  readonly id: number;
  readonly kind: string;
  readonly on: LocalDate;
  readonly at: Date;
}

export interface ToldApplication extends OpenedCase {
  readonly plan: ExceptionPlan;
  readonly receivedOn: LocalDate;
  readonly language: Language;
  readonly applicationId: number;
  readonly subject: Subject;
  /** Last day of what the paper says. */
  readonly evidenceEndsOn: LocalDate | null;
  readonly documents: ToldDocument[];
  readonly decisions: ToldDecision[];
  readonly letters: ToldLetter[];
}

export const DUE_DAYS = 20;
export const AUTHORITY = 2;

export const STATUS: Readonly<Record<Fate, ApplicationStatus>> = {
  REGISTERED: 'REGISTERED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  AWAITING_DOCUMENTS: 'AWAITING_DOCUMENTS',
  CARD_ORDERING: 'CARD_ORDERING',
  FOR_APPROVAL: 'FOR_APPROVAL',
  GRANTED: 'GRANTED',
  REFUSED: 'REFUSED',
  DISMISSED: 'DISMISSED',
  TAKEN_BACK: 'WITHDRAWN',
  WITHDRAWN: 'WITHDRAWN',
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  APPEALED: 'APPEALED',
  FORWARDED: 'FORWARDED',
  REVERSED: 'GRANTED',
  APPEALED_LATE: 'REFUSED',
};
const OF_CASE: Readonly<Partial<Record<Fate, CaseStatus>>> = {
  REGISTERED: 'AWAITING_UPLOAD',
  UNDER_REVIEW: 'OPEN',
  AWAITING_DOCUMENTS: 'ON_HOLD',
  CARD_ORDERING: 'ON_HOLD',
  FOR_APPROVAL: 'FOR_APPROVAL',
  APPEALED: 'OPEN',
};
export const caseStatusOf = (fate: Fate): CaseStatus => OF_CASE[fate] ?? 'CLOSED';

/** What the plan alone says; whom it is about is found when all firms and persons are there. */
export function openApplication(book: CaseBook, plan: ExceptionPlan, language: Language): Opened {
  const receivedOn = osloDate(plan.openedAt);
  const opened = book.open({
    organisationId: AUTHORITY,
    kind: plan.kind,
    openedAt: plan.openedAt,
    dueDays: DUE_DAYS,
    dueOn: addWorkingDays(receivedOn, DUE_DAYS),
    row: { status: caseStatusOf(plan.fate), channel: plan.channel, language, title: plan.code },
  });
  return { ...opened, plan, receivedOn, language };
}

export type Opened = OpenedCase & Pick<ToldApplication, 'plan' | 'receivedOn' | 'language'>;
