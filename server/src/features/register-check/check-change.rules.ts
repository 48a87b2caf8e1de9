/** What a verdict makes of a check: its new outcome, whether anybody must be told, and when it is asked again; for the check run. */
import type { Judgement } from './judgement.rules.ts';
import type { SettledOutcome } from './outcome.rules.ts';
import type { CheckOutcome, CheckReason } from './register-check.enums.ts';
import { type Patience, retryAt } from './turn.rules.ts';

export interface CheckState {
  readonly outcome: CheckOutcome;
  readonly settledOutcome: SettledOutcome | null;
  /** Of the settled outcome: a silent register takes it back as little as the outcome. */
  readonly reason: CheckReason | null;
  readonly attempts: number;
}

export interface CheckChange extends CheckState {
  readonly nextAt: Date | null;
  /** The outcome is another one: the timeline says so. */
  readonly moved: boolean;
  /** The register says no, and did not say this no before (R13: never twice for the same). */
  readonly newlyRejected: boolean;
}

/** @param judgement null: no answer, which is never a no */
export function changeOf(
  before: CheckState,
  judgement: Judgement | null,
  { now, patience }: { readonly now: Date; readonly patience: Patience },
): CheckChange {
  if (!judgement) {
    const attempts = before.attempts + 1;
    const nextAt = retryAt(now, attempts, patience);
    const moved = before.outcome !== 'UNAVAILABLE';
    return { ...before, outcome: 'UNAVAILABLE', attempts, nextAt, moved, newlyRejected: false };
  }
  const { outcome, reason } = judgement;
  const moved = before.outcome !== outcome || before.reason !== reason;
  const same = before.settledOutcome === outcome && before.reason === reason;
  const newlyRejected = outcome === 'REJECTED' && !same;
  return { outcome, settledOutcome: outcome, reason, attempts: 0, nextAt: null, moved, newlyRejected };
}

/** R3: whether the firm's approval is still being dealt with, or, while its register is silent, was so when it last spoke. */
export const isApprovalPending = ({
  settledOutcome,
  reason,
}: Pick<CheckState, 'settledOutcome' | 'reason'>) =>
  settledOutcome === 'PENDING' && (reason === 'CLEANING_IN_PROGRESS' || reason === 'CAR_CARE_IN_PROGRESS');
