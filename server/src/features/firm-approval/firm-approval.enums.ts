/** The registers of approved firms (domain section 5), one per kind of firm. Named as the check of an order that asks them. */
export const ApprovalRegister = {
  CLEANING_APPROVAL: 'CLEANING_APPROVAL',
  CAR_CARE_APPROVAL: 'CAR_CARE_APPROVAL',
  STAFFING: 'STAFFING',
} as const;
export type ApprovalRegister = (typeof ApprovalRegister)[keyof typeof ApprovalRegister];

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

/** What a status began with. */
export const ApprovalCause = {
  /** Known before the desk kept the register itself. */
  TAKEN_OVER: 'TAKEN_OVER',
  APPLIED: 'APPLIED',
  ORDERING_OPENED: 'ORDERING_OPENED',
  DECISION: 'DECISION',
} as const;
export type ApprovalCause = (typeof ApprovalCause)[keyof typeof ApprovalCause];

/** Why the desk did not approve an agency by itself. */
export const LeftToStaff = {
  REGISTER_SILENT: 'REGISTER_SILENT',
  DUTY_NOT_MET: 'DUTY_NOT_MET',
  /** A condition no register answers. */
  CONDITION_UNSAID: 'CONDITION_UNSAID',
  /** It was refused the approval, or lost it, before. */
  LOST_BEFORE: 'LOST_BEFORE',
  /** Its year has long to run. */
  TOO_EARLY: 'TOO_EARLY',
  /** Law, grounds or letter were not complete. */
  NOT_READY: 'NOT_READY',
} as const;
export type LeftToStaff = (typeof LeftToStaff)[keyof typeof LeftToStaff];
