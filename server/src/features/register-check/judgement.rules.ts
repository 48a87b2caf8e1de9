/** What an answer of a register amounts to, and the ways other than the register itself to have a check met; for the check run. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Unavailable } from '../../registers/answer.ts';
import { exceptionThatCures, type HeldException } from '../exception/entry.rules.ts';
import type { SettledOutcome } from './outcome.rules.ts';
import { CheckReason } from './register-check.enums.ts';

export interface Judgement {
  readonly outcome: SettledOutcome;
  readonly reason: CheckReason | null;
  /** The entry it rests on, when it does. */
  readonly exception?: HeldException;
}

/** An answer that is one; its snapshot is for the evidence, not for the rules. */
export type Told<A extends { readonly kind: string }> = A extends Unavailable ? never : Omit<A, 'snapshot'>;

export const APPROVED: Judgement = { outcome: 'APPROVED', reason: null };
export const approved = (reason: CheckReason): Judgement => ({ outcome: 'APPROVED', reason });
export const rejected = (reason: CheckReason): Judgement => ({ outcome: 'REJECTED', reason });
export const pending = (reason: CheckReason): Judgement => ({ outcome: 'PENDING', reason });
export const notApplicable = (reason: CheckReason): Judgement => ({ outcome: 'NOT_APPLICABLE', reason });

/** What no correction, exception or waiting can change: the line ends REJECTED (domain section 2: removed, NOT_APPROVED, deceased). */
const FINAL: ReadonlySet<CheckReason> = new Set([
  CheckReason.ENH_REMOVED,
  CheckReason.FREG_DECEASED,
  CheckReason.CLEANING_NOT_APPROVED,
  CheckReason.CAR_CARE_NOT_APPROVED,
]);

export const isFinal = (reason: CheckReason): boolean => FINAL.has(reason);

/** What stands beside the registers for this line. */
export interface Besides {
  /** The orderer declared when ordering that the firm is not liable to VAT. */
  readonly vatDeclared: boolean;
  /** Entries in the registers of exceptions that are about this line. */
  readonly exceptions: readonly HeldException[];
  readonly today: LocalDate;
}

/**
 * Ways other than the register itself to have a check met (domain section 4): an entry for this very result, which is a decision
 * and goes first; or VAT self-approval [000], by the orderer's word.
 */
export function besides(judgement: Judgement, { vatDeclared, exceptions, today }: Besides): Judgement {
  const entry = exceptionThatCures(judgement.reason, exceptions, today);
  if (entry) return { outcome: 'APPROVED_BY_EXCEPTION', reason: CheckReason.BY_EXCEPTION, exception: entry };
  if (judgement.reason === 'MVA_NOT_REGISTERED' && vatDeclared)
    return { outcome: 'APPROVED_BY_SELF_DECLARATION', reason: CheckReason.MVA_DECLARED };
  return judgement;
}
