import { ExceptionCode } from '../exception/exception.enums.ts';
import { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';

/** Approvals a firm applies for (domain section 5). */
export const ApprovalCode = {
  CLEANING_FIRM: 'CLEANING_FIRM',
  CAR_CARE_FIRM: 'CAR_CARE_FIRM',
  STAFFING_AGENCY: 'STAFFING_AGENCY',
} as const;
export type ApprovalCode = (typeof ApprovalCode)[keyof typeof ApprovalCode];

export const isApproval = (code: ApplicationCode): code is ApprovalCode => Object.hasOwn(ApprovalCode, code);

/** What can be applied for: an exception from a register duty, or the approval of a firm. */
export const ApplicationCode = { ...ExceptionCode, ...ApprovalCode } as const;
export type ApplicationCode = ExceptionCode | ApprovalCode;

/** The register an application is about: bypassed by an exception, or kept of approved firms. */
export const ApplicationRegister = { ...BypassedRegister, ...ApprovalRegister } as const;
export type ApplicationRegister = BypassedRegister | ApprovalRegister;

export const ApplicationStatus = {
  /** At the issuer, not handed over yet. */
  REGISTERED: 'REGISTERED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  AWAITING_DOCUMENTS: 'AWAITING_DOCUMENTS',
  /** The firm may order cards; its approval waits for them. */
  CARD_ORDERING: 'CARD_ORDERING',
  FOR_APPROVAL: 'FOR_APPROVAL',
  GRANTED: 'GRANTED',
  REFUSED: 'REFUSED',
  DISMISSED: 'DISMISSED',
  WITHDRAWN: 'WITHDRAWN',
  /** Personal papers by plain e-mail: nothing is decided on them. */
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  APPEALED: 'APPEALED',
  /** With the appeals body. */
  FORWARDED: 'FORWARDED',
} as const;
export type ApplicationStatus = (typeof ApplicationStatus)[keyof typeof ApplicationStatus];

/** Doors an application may come through. A telephone call is noted as an inquiry and is no application. */
export const ApplicationChannel = {
  PORTAL: 'PORTAL',
  API: 'API',
  EDIALOG: 'EDIALOG',
  LETTER: 'LETTER',
  EMAIL: 'EMAIL',
} as const;
export type ApplicationChannel = (typeof ApplicationChannel)[keyof typeof ApplicationChannel];

/** Of Svalbard's foreign staff, as the application says. */
export const ForeignStaff = { NONE: 'NONE', REGISTERED: 'REGISTERED' } as const;
export type ForeignStaff = (typeof ForeignStaff)[keyof typeof ForeignStaff];

/** What somebody is to a firm without employees in which she works. */
export const WorkerRelation = { OWNER: 'OWNER', SPOUSE: 'SPOUSE', PARTNER: 'PARTNER' } as const;
export type WorkerRelation = (typeof WorkerRelation)[keyof typeof WorkerRelation];
