/** What the firm registers say about an order: Enhetsregisteret, Foretaksregisteret, Mva-registeret, and the approvals (domain sections 5 and 6). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { SubUnitAnswer, Unit, UnitAnswer } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import { ordersAsUsual } from '../exception-catalogue/usual.rules.ts';
import type { UsualBody } from '../exception-catalogue/usual.shape.ts';
import { type FirmApproval, isLapsed, mayOrder } from '../firm-approval/firm-approval.rules.ts';
import { APPROVED, type Judgement, notApplicable, pending, rejected, type Told } from './judgement.rules.ts';
import type { CheckReason } from './register-check.enums.ts';

export interface FirmTold {
  readonly unit: Told<UnitAnswer>;
  /** Null when the main unit itself ordered. */
  readonly subUnit: Told<SubUnitAnswer> | null;
  readonly mainOrgNumber: string;
}

/** Exists and is active: both the firm and the unit that ordered (R7, R17). 404 and 410 are told apart. */
export function judgeUnit({ unit, subUnit, mainOrgNumber }: FirmTold): Judgement {
  if (unit.kind === 'UNKNOWN') return rejected('ENH_UNKNOWN');
  if (unit.kind === 'REMOVED') return rejected('ENH_REMOVED');
  if (unit.unit.bankrupt) return rejected('ENH_BANKRUPT');
  if (unit.unit.windingUp || unit.unit.forcedWindingUp) return rejected('ENH_WINDING_UP');
  return subUnit ? judgeSubUnit(subUnit, mainOrgNumber) : APPROVED;
}

function judgeSubUnit(told: Told<SubUnitAnswer>, mainOrgNumber: string): Judgement {
  if (told.kind === 'UNKNOWN') return rejected('ENH_UNKNOWN');
  if (told.kind === 'REMOVED' || told.subUnit.closedOn !== null) return rejected('ENH_UNIT_CLOSED');
  return told.subUnit.mainOrgNumber === mainOrgNumber ? APPROVED : rejected('ENH_UNIT_MOVED');
}

/** Forms that must be in Foretaksregisteret [law: foretaksregisterloven § 2-1, kommuneloven chapter 9]. */
const COMPANY_FORMS: ReadonlySet<string> = new Set([
  'AS',
  'ASA',
  'ANS',
  'DA',
  'KS',
  'NUF',
  'SA',
  'SE',
  'SF',
  'IKS',
  'KF',
  'FKF',
  'BA',
  'BBL',
  'BRL',
]);
/** A sole proprietor registers when he has more than five employees [law: § 2-1]. */
const PROPRIETORS_STAFF = 5;

/** "If duty": who must be in Foretaksregisteret. */
export const hasCompanyDuty = ({ form, employees }: Pick<Unit, 'form' | 'employees'>): boolean =>
  COMPANY_FORMS.has(form) || (form === 'ENK' && (employees ?? 0) > PROPRIETORS_STAFF);

export function judgeCompanyRegister(told: Told<UnitAnswer>): Judgement {
  if (told.kind !== 'UNIT') return notThere(told.kind);
  if (told.unit.inCompanyRegister) return APPROVED;
  return hasCompanyDuty(told.unit) ? rejected('FR_NOT_REGISTERED') : notApplicable('FR_NO_DUTY');
}

/** @param asUsual of the catalogue: who orders as usual without being in it [003] */
export function judgeVat(told: Told<UnitAnswer>, asUsual: readonly UsualBody[]): Judgement {
  if (told.kind !== 'UNIT') return notThere(told.kind);
  if (told.unit.inVatRegister) return APPROVED;
  return ordersAsUsual(told.unit, asUsual)
    ? notApplicable('MVA_SECTOR_AS_USUAL')
    : rejected('MVA_NOT_REGISTERED');
}

const notThere = (kind: 'UNKNOWN' | 'REMOVED'): Judgement =>
  rejected(kind === 'UNKNOWN' ? 'ENH_UNKNOWN' : 'ENH_REMOVED');

/** Næringskode 78.2: hiring out staff. Whoever hires out is an agency and needs the approval [AT-bem]. */
const AGENCY = '78.2';
export const isAgency = ({ industry }: Pick<Unit, 'industry'>): boolean =>
  industry?.startsWith(AGENCY) ?? false;

type ApprovalWord = 'IN_PROGRESS' | 'NOT_APPROVED' | 'NOT_LISTED';
const IN_CLEANING: Readonly<Record<ApprovalWord, CheckReason>> = {
  IN_PROGRESS: 'CLEANING_IN_PROGRESS',
  NOT_APPROVED: 'CLEANING_NOT_APPROVED',
  NOT_LISTED: 'CLEANING_NOT_LISTED',
};
const IN_CAR_CARE: Readonly<Record<ApprovalWord, CheckReason>> = {
  IN_PROGRESS: 'CAR_CARE_IN_PROGRESS',
  NOT_APPROVED: 'CAR_CARE_NOT_APPROVED',
  NOT_LISTED: 'CAR_CARE_NOT_LISTED',
};

/** R3 [000]: PENDING until the final answer. @param held null: the firm never applied */
function judgeApproval(held: FirmApproval | null, reasons: Record<ApprovalWord, CheckReason>): Judgement {
  if (!held) return rejected(reasons.NOT_LISTED);
  const word = mayOrder(held.status);
  if (word === 'YES') return APPROVED;
  return word === 'WAITS' ? pending(reasons.IN_PROGRESS) : rejected(reasons.NOT_APPROVED);
}

export const judgeCleaning = (held: FirmApproval | null): Judgement => judgeApproval(held, IN_CLEANING);
export const judgeCarCare = (held: FirmApproval | null): Judgement => judgeApproval(held, IN_CAR_CARE);

/**
 * "If agency". One year at a time; a lapsed approval stops orders and makes cards invalid until it is renewed, which takes
 * minutes [AT-bem]: so no "no" here is final.
 */
export function judgeStaffing(held: FirmApproval | null, today: LocalDate): Judgement {
  if (!held) return rejected('STAFFING_NOT_LISTED');
  if (mayOrder(held.status) !== 'YES') return rejected('STAFFING_NOT_APPROVED');
  return isLapsed(held, today) ? rejected('STAFFING_LAPSED') : APPROVED;
}

export const NOT_AGENCY: Judgement = notApplicable('STAFFING_NOT_AGENCY');
