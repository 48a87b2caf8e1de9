/** The checks of an order line as the desk's own rules judge them from what the registers know; so a check run in the demo finds nothing else. */

import type { HeldException } from '../../server/src/features/exception/entry.rules.ts';
import { USUAL } from '../../server/src/features/exception-catalogue/usual.catalogue.ts';
import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { judgeEmployment, PROPRIETOR } from '../../server/src/features/register-check/employment.rules.ts';
import {
  isAgency,
  judgeCarCare,
  judgeCleaning,
  judgeCompanyRegister,
  judgeStaffing,
  judgeUnit,
  judgeVat,
  NOT_AGENCY,
} from '../../server/src/features/register-check/firm.rules.ts';
import { besides, type Judgement } from '../../server/src/features/register-check/judgement.rules.ts';
import { registersOf } from '../../server/src/features/register-check/matrix.rules.ts';
import {
  EEA_CITIZEN,
  judgePerson,
  judgeWorkAccess,
  needsWorkAccess,
} from '../../server/src/features/register-check/person.rules.ts';
import type { Register } from '../../server/src/features/register-check/register-check.enums.ts';
import { type Settings, settingsFrom } from '../../server/src/features/setting/setting.rules.ts';
import type { LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Unit } from '../../server/src/registers/enhetsregisteret/enhetsregisteret.ts';
import type { SandboxFirm, SandboxPerson } from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { KnownApproval } from './firm-facts.ts';

export interface LineKnown {
  readonly scheme: Scheme;
  readonly today: LocalDate;
  readonly orderedOn: LocalDate;
  readonly unitOrgNumber: string;
  readonly mainOrgNumber: string;
  readonly firm: SandboxFirm;
  /** In a register of approved firms. */
  readonly approval: KnownApproval | null;
  readonly person: SandboxPerson;
  /** National ID number, to know a proprietor by. */
  readonly nationalId: string;
  readonly vatDeclared: boolean;
  /** Entries of the registers of exceptions about the person in the firm, or the firm. */
  readonly exceptions?: readonly HeldException[];
  readonly hasCard: boolean;
}

export interface JudgedCheck extends Judgement {
  readonly register: Register;
}

const settings = new Map<string, Settings>();

/** As the desk is born with; the same day is asked for by many lines. */
function settingsOf(day: LocalDate, scheme: Scheme): Settings {
  const key = `${day} ${scheme}`;
  const known = settings.get(key) ?? settingsFrom([], day, scheme);
  settings.set(key, known);
  return known;
}

export function judgedChecks(known: LineKnown): JudgedCheck[] {
  const { scheme, orderedOn, vatDeclared, today } = known;
  const exceptions = known.exceptions ?? [];
  const { workAccessChecked } = settingsOf(orderedOn, scheme);
  return registersOf(scheme, { postedWorker: false, workAccessChecked }).map(register => ({
    register,
    ...besides(JUDGES[register](known), { vatDeclared, exceptions, today }),
  }));
}

const JUDGES: Readonly<Record<Register, (known: LineKnown) => Judgement>> = {
  ENHETSREGISTERET: ({ firm, mainOrgNumber, unitOrgNumber }) =>
    judgeUnit({
      unit: told(firm, mainOrgNumber),
      subUnit: subUnit(unitOrgNumber, mainOrgNumber),
      mainOrgNumber,
    }),
  FORETAKSREGISTERET: ({ firm, mainOrgNumber }) => judgeCompanyRegister(told(firm, mainOrgNumber)),
  MVA: ({ firm, mainOrgNumber }) => judgeVat(told(firm, mainOrgNumber), Object.values(USUAL)),
  FOLKEREGISTERET: ({ person }) =>
    judgePerson({
      kind: 'PERSON',
      person: {
        status: person.status ?? 'ACTIVE',
        name: person.name,
        birthDate: person.birthDate ?? null,
        gender: person.gender ?? null,
        citizenships: person.citizenships ?? ['NOR'],
        protection: person.protection ?? 'NONE',
        address: null,
        guardian: null,
        married: null,
        spouse: null,
        replacedBy: null,
      },
    }),
  AA: employment,
  OAR: employment,
  UDI: ({ person, today }) =>
    needsWorkAccess(person.citizenships ?? ['NOR'])
      ? judgeWorkAccess(
          {
            kind: 'WORK_ACCESS',
            access: person.workAccess ?? 'UNKNOWN',
            validTo: person.workAccessTo ?? null,
          },
          today,
        )
      : EEA_CITIZEN,
  CLEANING_APPROVAL: ({ approval }) => judgeCleaning(heldIn('CLEANING_APPROVAL', approval)),
  CAR_CARE_APPROVAL: ({ approval }) => judgeCarCare(heldIn('CAR_CARE_APPROVAL', approval)),
  STAFFING: ({ firm, approval, today }) =>
    isAgency({ industry: firm.industry ?? null })
      ? judgeStaffing(heldIn('STAFFING', approval), today)
      : NOT_AGENCY,
};

function employment({
  firm,
  nationalId,
  person,
  unitOrgNumber,
  mainOrgNumber,
  today,
  hasCard,
}: LineKnown): Judgement {
  const owns =
    firm.form === 'ENK' && firm.roles?.some(role => role.code === 'INNH' && role.nationalId === nationalId);
  if (owns) return PROPRIETOR;
  const employments = (person.employments ?? []).map(({ subUnit: at, start, end, type }) => ({
    subUnit: at,
    mainUnit: mainOrgNumber,
    start,
    end: end ?? null,
    type: type ?? 'ordinaertArbeidsforhold',
  }));
  return judgeEmployment(
    { kind: 'EMPLOYMENTS', employments },
    { unitOrgNumber, mainOrgNumber, today, hasCard },
  );
}

const heldIn = (register: Register, approval: KnownApproval | null) =>
  approval?.register === register ? approval : null;

const told = (firm: SandboxFirm, orgNumber: string) =>
  ({ kind: 'UNIT', unit: unitOf(firm, orgNumber) }) as const;

const unitOf = (firm: SandboxFirm, orgNumber: string): Unit => ({
  orgNumber,
  name: firm.name,
  form: firm.form ?? 'AS',
  registeredOn: firm.registeredOn ?? null,
  inVatRegister: firm.inVatRegister ?? true,
  inCompanyRegister: firm.inCompanyRegister ?? true,
  employees: firm.employees ?? null,
  industry: firm.industry ?? null,
  sectorCode: firm.sectorCode ?? null,
  bankrupt: firm.bankrupt ?? false,
  windingUp: firm.windingUp ?? false,
  forcedWindingUp: false,
  businessAddress: null,
  language: null,
});

const subUnit = (orgNumber: string, mainOrgNumber: string) =>
  ({
    kind: 'SUB_UNIT',
    subUnit: {
      ...{ orgNumber, mainOrgNumber, name: '', form: 'BEDR', registeredOn: null, inVatRegister: false },
      ...{ employees: null, industry: null, closedOn: null, locationAddress: null },
    },
  }) as const;
