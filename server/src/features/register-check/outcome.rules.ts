/** What the seven outcomes of a register check mean for an order line and for a card (domain guide, section 6). */
import type { CheckOutcome, Register } from './register-check.enums.ts';

/** An outcome that says something; no answer does not. */
export type SettledOutcome = Exclude<CheckOutcome, 'UNAVAILABLE'>;

export interface RegisterCheckState {
  readonly register: Register;
  readonly outcome: CheckOutcome;
  /** The last outcome that was an answer; null when the register has never answered. */
  readonly settledOutcome: SettledOutcome | null;
  readonly reason: string | null;
}

const MET = {
  APPROVED: true,
  APPROVED_BY_EXCEPTION: true,
  APPROVED_BY_SELF_DECLARATION: true,
  NOT_APPLICABLE: true,
  PENDING: false,
  REJECTED: false,
  UNAVAILABLE: false,
} as const satisfies Record<CheckOutcome, boolean>;

/** R1 [000]: whether a line may go on as far as this check goes. */
export const isMet = (outcome: CheckOutcome): boolean => MET[outcome];
