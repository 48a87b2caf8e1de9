/** What a firm's status in its register means, for those who order cards and for those who buy from it (domain section 5, R3, R14). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { FirmApprovalStatus } from './firm-approval.enums.ts';

/** As the register has it; a firm that never applied has none. */
export interface FirmApproval {
  readonly status: FirmApprovalStatus;
  /** Since when. */
  readonly since: LocalDate;
  /** Staffing approvals last a year at a time; null where there is no end. */
  readonly validTo: LocalDate | null;
}

/** YES: cards may be ordered. WAITS: orders wait without a limit (R3). NO: orders are refused, cards are not valid (R14). */
export type OrderWord = 'YES' | 'WAITS' | 'NO';

/** Cards come before approval, so CARD_ORDER_IN_PROGRESS may order [AT-hms]. */
const ORDERS: Readonly<Record<FirmApprovalStatus, OrderWord>> = {
  APPLICATION_IN_PROGRESS: 'WAITS',
  CARD_ORDER_IN_PROGRESS: 'YES',
  APPROVED_WITH_EMPLOYEES: 'YES',
  APPROVED_WITHOUT_EMPLOYEES: 'YES',
  APPROVED: 'YES',
  NOT_APPROVED: 'NO',
};

export const mayOrder = (status: FirmApprovalStatus): OrderWord => ORDERS[status];

/** A year that is over is over, whatever the status says; its last day counts to its end. */
export const isLapsed = ({ validTo }: Pick<FirmApproval, 'validTo'>, today: LocalDate): boolean =>
  validTo !== null && validTo < today;

/**
 * Whether buying its services is lawful (domain section 5, infoklikk.no): from the application on, until it is refused or withdrawn.
 * Hiring from an agency is lawful while its approval lasts only [AT-bem].
 */
export function lawfulToBuy(approval: FirmApproval | null, today: LocalDate): boolean {
  if (!approval || approval.status === 'NOT_APPROVED') return false;
  return approval.status !== 'APPROVED' || !isLapsed(approval, today);
}
