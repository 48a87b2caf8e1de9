/** Which exceptions of domain section 4 could cure a "no" of a register, and which the known facts rule out; for support on the phone. */
import { addMonthsClamped, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { CheckReason } from '../register-check/register-check.enums.ts';
import { ExceptionCode, RuledOut } from './exception.enums.ts';

/** As the registers say; null where the desk does not know. */
export interface ExceptionFacts {
  readonly form: string | null;
  readonly employees: number | null;
  readonly sectorCode: string | null;
  readonly municipality: string | null;
  readonly registeredOn: LocalDate | null;
  /** Codes of the person's roles in the firm; null: the roles are not known with who holds them. */
  readonly roles: readonly string[] | null;
  readonly today: LocalDate;
  /** Months in which a firm counts as new, by the catalogue of the day; null: no such limit. */
  readonly newFirmMonths: Readonly<Record<NewFirmCode, number | null>>;
}

/** Exceptions that depend on whether the firm is new. */
export const NEW_FIRM_CODES = ['VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER'] as const;
export type NewFirmCode = (typeof NEW_FIRM_CODES)[number];

export interface PossibleException {
  readonly code: ExceptionCode;
  /** Null: nothing known speaks against it. */
  readonly ruledOut: RuledOut | null;
}

const AA = [
  ExceptionCode.AA_ENK_SPOUSE,
  ExceptionCode.AA_DA_ANS_PARTNER,
  ExceptionCode.AA_AS_OWNER_UNPAID,
  ExceptionCode.AA_BOARD_CHAIR,
  ExceptionCode.AA_CEO_NO_EMPLOYEES,
  ExceptionCode.AA_NAV_VTA,
] as const;
const UDI = [ExceptionCode.UDI_CONFIRMED, ExceptionCode.UDI_EEA_FAMILY] as const;
const VAT = [
  ExceptionCode.VAT_KF_1510,
  ExceptionCode.VAT_UNDER_50K_NEW,
  ExceptionCode.VAT_UNDER_50K_OTHER,
  ExceptionCode.VAT_SVALBARD,
  ExceptionCode.VAT_NOT_LIABLE,
] as const;

/** Reasons an exception exists for; every other "no" is corrected in the register itself. */
const FOR: Readonly<Partial<Record<CheckReason, readonly ExceptionCode[]>>> = {
  AA_NOT_REGISTERED: AA,
  AA_ENDED: AA,
  UDI_NO: UDI,
  UDI_UNKNOWN: UDI,
  UDI_EXPIRED: UDI,
  MVA_NOT_REGISTERED: VAT,
  STAFFING_NOT_LISTED: [ExceptionCode.STAFFING_FOREIGN],
  STAFFING_NOT_APPROVED: [ExceptionCode.STAFFING_FOREIGN],
};

/** Codes of the exceptions a "no" can be cured with; none for most of them. */
export const curesOf = (reason: CheckReason | null): readonly ExceptionCode[] =>
  (reason && FOR[reason]) ?? [];

export function exceptionsFor(reason: CheckReason | null, facts: ExceptionFacts): PossibleException[] {
  return curesOf(reason).map(code => ({ code, ruledOut: RULES[code](facts) }));
}

type Rule = (facts: ExceptionFacts) => RuledOut | null;

const isForm =
  (code: ExceptionCode, otherwise: RuledOut): Rule =>
  ({ form }) =>
    form !== null && !FORMS_OF[code]?.includes(form) ? otherwise : null;

const hasRole =
  (codes: readonly string[], otherwise: RuledOut): Rule =>
  ({ roles }) =>
    roles !== null && !roles.some(role => codes.includes(role)) ? otherwise : null;

/** The first that speaks against it. */
const all =
  (...rules: readonly Rule[]): Rule =>
  facts =>
    rules.map(rule => rule(facts)).find(found => found !== null) ?? null;

const nothing: Rule = () => null;

/** The day it is looked at. */
function isNew({ registeredOn, today, newFirmMonths }: ExceptionFacts, code: NewFirmCode): boolean | null {
  const months = newFirmMonths[code];
  return registeredOn === null || months === null ? null : addMonthsClamped(registeredOn, months) > today;
}

/** Municipality of Enhetsregisteret. */
export const SVALBARD = '2100';

/** Organisation forms an exception is for; where it is for any, none is named. */
export const FORMS_OF: Readonly<Partial<Record<ExceptionCode, readonly string[]>>> = {
  AA_ENK_SPOUSE: ['ENK'],
  AA_DA_ANS_PARTNER: ['DA', 'ANS'],
  AA_AS_OWNER_UNPAID: ['AS', 'ASA'],
  STAFFING_FOREIGN: ['NUF'],
};

const RULES: Readonly<Record<ExceptionCode, Rule>> = {
  AA_ENK_SPOUSE: isForm('AA_ENK_SPOUSE', RuledOut.NOT_SOLE_PROPRIETOR),
  AA_DA_ANS_PARTNER: all(
    isForm('AA_DA_ANS_PARTNER', RuledOut.NOT_PARTNERSHIP),
    hasRole(['DTPR', 'DTSO'], RuledOut.NO_PARTNER_ROLE),
  ),
  AA_AS_OWNER_UNPAID: isForm('AA_AS_OWNER_UNPAID', RuledOut.NOT_LIMITED_COMPANY),
  AA_BOARD_CHAIR: hasRole(['LEDE', 'NEST', 'MEDL', 'VARA', 'DAGL'], RuledOut.NO_BOARD_ROLE),
  AA_CEO_NO_EMPLOYEES: all(hasRole(['DAGL'], RuledOut.NOT_MANAGER), ({ employees }) =>
    (employees ?? 0) > 0 ? RuledOut.HAS_EMPLOYEES : null,
  ),
  AA_NAV_VTA: nothing,
  UDI_CONFIRMED: nothing,
  UDI_EEA_FAMILY: nothing,
  VAT_KF_1510: ({ sectorCode }) =>
    sectorCode !== null && sectorCode !== '1510' ? RuledOut.NOT_SECTOR_1510 : null,
  VAT_UNDER_50K_NEW: facts =>
    isNew(facts, 'VAT_UNDER_50K_NEW') === false ? RuledOut.SIX_MONTHS_OR_OLDER : null,
  VAT_UNDER_50K_OTHER: facts =>
    isNew(facts, 'VAT_UNDER_50K_OTHER') === true ? RuledOut.YOUNGER_THAN_SIX_MONTHS : null,
  VAT_SVALBARD: ({ municipality }) =>
    municipality !== null && municipality !== SVALBARD ? RuledOut.NOT_ON_SVALBARD : null,
  VAT_NOT_LIABLE: nothing,
  STAFFING_FOREIGN: isForm('STAFFING_FOREIGN', RuledOut.NOT_FOREIGN),
};
