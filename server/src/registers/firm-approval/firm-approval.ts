/** Whether Arbeidstilsynet lets a firm clean, care for cars or hire out staff (domain section 5), for the approval checks. One port, three registers. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Answer } from '../answer.ts';

/** The five of renholdsregisteret and of car care; APPROVED is the staffing agencies' "lovlig – godkjent". */
export const FirmApprovalStatus = {
  APPLICATION_IN_PROGRESS: 'APPLICATION_IN_PROGRESS',
  CARD_ORDER_IN_PROGRESS: 'CARD_ORDER_IN_PROGRESS',
  APPROVED_WITH_EMPLOYEES: 'APPROVED_WITH_EMPLOYEES',
  APPROVED_WITHOUT_EMPLOYEES: 'APPROVED_WITHOUT_EMPLOYEES',
  APPROVED: 'APPROVED',
  NOT_APPROVED: 'NOT_APPROVED',
} as const;
export type FirmApprovalStatus = (typeof FirmApprovalStatus)[keyof typeof FirmApprovalStatus];

export interface FirmApproval {
  readonly status: FirmApprovalStatus;
  readonly since: LocalDate | null;
  /** Staffing approvals last a year at a time; null where there is no end. */
  readonly validTo: LocalDate | null;
}

/** NOT_LISTED: the firm has never applied. */
export type FirmApprovalAnswer = Answer<
  { readonly kind: 'LISTED'; readonly approval: FirmApproval } | { readonly kind: 'NOT_LISTED' }
>;

export interface FirmApprovalRegister {
  approvalOf(orgNumber: string): Promise<FirmApprovalAnswer>;
}
