/** Firms that stand in the registers of approved firms and have ordered nothing here: with those that order about 3,000, in every status, with four years of history. */

import type { ApprovalCode } from '../../server/src/features/application/application.enums.ts';
import type { ApplicationClaims } from '../../server/src/features/application/application-state.write.ts';
import type { ConditionFacts } from '../../server/src/features/exception-catalogue/condition.rules.ts';
import type {
  ApprovalRegister,
  FirmApprovalStatus,
} from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import { orgNumberCheckDigit } from '../../server/src/features/organisation/org-number.rules.ts';
import { addDays, daysBetween, type LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Random } from '../random.ts';
import type { ToldStanding } from './approval-life.ts';
import { addressOf, type FirmFact, LEADING_ROLE, NYNORSK } from './firm-facts.ts';
import { type Firm, PLACES, STEMS } from './firms.ts';
import type { Person } from './persons.ts';

const REGISTERED = 3_000;
const FOUR_YEARS = 1_460;
/** Agencies are approved since then. */
const AGENCIES_FROM = '2024-01-01';

/** A status and the day it began; null: in the register no longer. */
export interface PastStatus {
  readonly status: FirmApprovalStatus | null;
  readonly on: LocalDate;
  readonly validTo?: LocalDate | null;
}

export interface RegisteredParts {
  readonly random: Random;
  readonly firms: Firm[];
  /** By id of the main unit. */
  readonly facts: Map<number, FirmFact>;
  readonly persons: readonly Person[];
  readonly today: LocalDate;
}

type Fate =
  | 'APPLIED'
  | 'ORDERING'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'APPROVED_AGAIN'
  | 'DISMISSED'
  | 'LAPSED';

const FATES: readonly (readonly [Fate, number])[] = [
  ['APPROVED', 66],
  ['APPLIED', 6],
  ['ORDERING', 6],
  ['REFUSED', 5],
  ['WITHDRAWN', 9],
  ['APPROVED_AGAIN', 6],
  ['DISMISSED', 2],
];
const AGENCY_FATES: readonly (readonly [Fate, number])[] = [
  ['APPROVED', 80],
  ['APPLIED', 3],
  ['LAPSED', 9],
  ['WITHDRAWN', 5],
  ['REFUSED', 3],
];
const REGISTERS: readonly (readonly [ApprovalRegister, number])[] = [
  ['CLEANING_APPROVAL', 66],
  ['CAR_CARE_APPROVAL', 20],
  ['STAFFING', 14],
];
const FORMS: readonly (readonly [string, number])[] = [
  ['AS', 66],
  ['ENK', 30],
  ['NUF', 4],
];
const TRADES: Readonly<Record<ApprovalRegister, readonly string[]>> = {
  CLEANING_APPROVAL: ['Renhold', 'Rengjøring', 'Trappevask', 'Vinduspuss', 'Reinhald', 'Flyttevask'],
  CAR_CARE_APPROVAL: ['Bilpleie', 'Dekkhotell', 'Hjulskift', 'Bilvask'],
  STAFFING: ['Bemanning', 'Vikar', 'Personell', 'Mannskap'],
};
const INDUSTRY: Readonly<Record<ApprovalRegister, string>> = {
  CLEANING_APPROVAL: '81.210',
  CAR_CARE_APPROVAL: '95.310',
  STAFFING: '78.200',
};

/** The same way for those that stand there already and those that apply. */
class NewFirms {
  readonly #parts: RegisteredParts;
  readonly #numbers: Set<string>;
  readonly #names: Set<string>;

  constructor(parts: RegisteredParts) {
    this.#parts = parts;
    this.#numbers = new Set(parts.firms.map(({ org_number }) => org_number));
    this.#names = new Set(parts.firms.map(({ name }) => name));
  }

  /** @param applies its application tells what it has been */
  add(register: ApprovalRegister, applies: boolean): Firm {
    const { random, firms, facts } = this.#parts;
    const form = register === 'STAFFING' ? 'AS' : random.weighted(FORMS);
    const [place, municipality] = random.pick(PLACES);
    const stem = `${random.pick(STEMS)} ${random.pick(TRADES[register])} ${place}`;
    const name = unused(this.#names, `${stem}${form === 'ENK' ? '' : ` ${form}`}`);
    const org_number = newNumber(random, this.#numbers);
    const firm: Firm = { id: firms.length + 1, org_number, name, form, parent_id: null, municipality };
    firms.push(firm);
    facts.set(firm.id, factOf(this.#parts, firm, { register, applies }));
    return firm;
  }
}

const REGISTER_OF: Readonly<Record<ApprovalCode, ApprovalRegister>> = {
  CLEANING_FIRM: 'CLEANING_APPROVAL',
  CAR_CARE_FIRM: 'CAR_CARE_APPROVAL',
  STAFFING_AGENCY: 'STAFFING',
};

/** Firms that apply for approval, each once. */
export class Applicants {
  readonly #parts: RegisteredParts;
  readonly #firms: NewFirms;

  constructor(parts: RegisteredParts) {
    this.#parts = parts;
    this.#firms = new NewFirms(parts);
  }

  next(code: ApprovalCode): Firm {
    return this.#firms.add(REGISTER_OF[code], true);
  }

  employeesOf({ id }: Firm): number {
    return this.#fact(id)?.sandbox.employees ?? 0;
  }

  claimsOf(firm: Firm): ApplicationClaims {
    const employees = this.employeesOf(firm);
    const carCare = this.#fact(firm.id)?.register === 'CAR_CARE_APPROVAL';
    return { employees, workers: employees + 1, dischargeDuty: carCare ? firm.id % 2 === 0 : null };
  }

  factsOf(firm: Firm, day: LocalDate): ConditionFacts {
    const { sandbox } = this.#fact(firm.id) ?? {};
    const { employees = 0, dischargeDuty = null } = this.claimsOf(firm);
    const { inCompanyRegister = true, inVatRegister = true } = sandbox ?? {};
    const registered = { form: firm.form, status: 'ACTIVE', inCompanyRegister, inVatRegister };
    return { employees, dischargeDuty, day, said: [], firm: { ...registered, employees: employees ?? 0 } };
  }

  stand({ id }: Firm, standing: ToldStanding): void {
    this.#fact(id)?.standing?.push(standing);
  }

  #fact(id: number): FirmFact | undefined {
    return this.#parts.facts.get(id);
  }
}

export function addRegisteredFirms(parts: RegisteredParts): void {
  const { random, facts } = parts;
  const firms = new NewFirms(parts);
  const known = [...facts.values()].filter(({ approval, standing }) => approval !== null || standing).length;
  for (let n = known; n < REGISTERED; n += 1) firms.add(random.weighted(REGISTERS), false);
}

function unused(names: Set<string>, wanted: string): string {
  let name = wanted;
  for (let n = 2; names.has(name); n += 1) name = `${wanted} ${n}`;
  names.add(name);
  return name;
}

function newNumber(random: Random, used: Set<string>): string {
  for (;;) {
    const eight = `${random.int(2, 3)}${random.int(1_000_000, 9_999_999)}`;
    const number = `${eight}${orgNumberCheckDigit(eight)}`;
    if (number.length !== 9 || used.has(number)) continue;
    used.add(number);
    return number;
  }
}

function factOf(
  parts: RegisteredParts,
  firm: Firm,
  { register, applies }: { register: ApprovalRegister; applies: boolean },
): FirmFact {
  const { random, persons, today } = parts;
  const alone = !applies && firm.form === 'ENK' && random.chance(0.75);
  const past = () => (register === 'STAFFING' ? agencyHistory(parts) : historyOf(parts, alone));
  const history = applies ? [] : past();
  const leader = leaderFrom(random, persons);
  const first = history[0]?.on ?? addDays(today, -400);
  return {
    ...{ leaders: [leader], delegates: [], declaresVat: false, vatRegisteredOn: null, history },
    ...(applies ? { standing: [] } : {}),
    approval: nowOf(register, history),
    register,
    sandbox: {
      ...{ name: firm.name, form: firm.form, registeredOn: addDays(first, -random.int(20, 4_000)) },
      ...{ inCompanyRegister: firm.form !== 'ENK', inVatRegister: true, sectorCode: '2100' },
      ...{ employees: alone ? 0 : random.int(1, firm.form === 'ENK' ? 4 : 45), industry: INDUSTRY[register] },
      ...{ address: addressOf(random, firm), language: NYNORSK.has(firm.municipality) ? 'nn' : 'nb' },
      roles: [{ code: LEADING_ROLE[firm.form] ?? 'DAGL', nationalId: leader.nationalId }],
    },
  };
}

function nowOf(register: ApprovalRegister, history: readonly PastStatus[]): FirmFact['approval'] {
  const now = history.at(-1);
  return now?.status ? { register, status: now.status, since: now.on, validTo: now.validTo ?? null } : null;
}

function leaderFrom(random: Random, persons: readonly Person[]): Person {
  for (;;) {
    const person = random.pick(persons);
    if (!person.restricted) return person;
  }
}

/** Days between application, card ordering and approval. */
const [TO_ORDERING, TO_DECISION] = [
  [8, 40],
  [10, 45],
] as const;

function historyOf({ random, today }: RegisteredParts, alone: boolean): PastStatus[] {
  const fate = random.weighted(FATES);
  const approved = alone ? 'APPROVED_WITHOUT_EMPLOYEES' : 'APPROVED_WITH_EMPLOYEES';
  const ago = (least: number, most: number) => addDays(today, -random.int(least, most));
  if (fate === 'APPLIED') return [applied(ago(1, 45))];
  if (fate === 'ORDERING') return way(random, ago(0, 30), approved).slice(0, -1);
  if (fate === 'APPROVED') return way(random, ago(2, FOUR_YEARS - 90), approved);
  const decidedOn = ago(420, FOUR_YEARS - 90);
  if (fate === 'REFUSED' || fate === 'DISMISSED') {
    const status = fate === 'REFUSED' ? 'NOT_APPROVED' : null;
    return [applied(addDays(decidedOn, -random.int(...TO_DECISION))), { status, on: decidedOn }];
  }
  const first = way(random, decidedOn, approved);
  const lost = lostAfter(random, decidedOn, today);
  const again = addDays(lost.on, random.int(95, 200));
  const goesOn = fate === 'APPROVED_AGAIN' && again < today;
  return [...first, lost, ...(goesOn ? way(random, again, approved) : [])];
}

/** What nobody confirmed in January is withdrawn before summer. */
function lostAfter(random: Random, decidedOn: LocalDate, today: LocalDate): PastStatus {
  const spring = `${Number(decidedOn.slice(0, 4)) + 1}-0${random.int(3, 6)}-${random.int(10, 28)}`;
  return { status: 'NOT_APPROVED', on: spring < today ? spring : addDays(today, -3) };
}

const applied = (on: LocalDate): PastStatus => ({ status: 'APPLICATION_IN_PROGRESS', on });

/** Applied, ordered cards, was approved on that day. */
function way(random: Random, on: LocalDate, status: FirmApprovalStatus): PastStatus[] {
  const orderingOn = addDays(on, -random.int(...TO_DECISION));
  return [
    applied(addDays(orderingOn, -random.int(...TO_ORDERING))),
    { status: 'CARD_ORDER_IN_PROGRESS', on: orderingOn },
    { status, on },
  ];
}

/** Instant, and a year at a time [AT-bem]. */
function agencyHistory({ random, today }: RegisteredParts): PastStatus[] {
  const fate = random.weighted(AGENCY_FATES);
  if (fate === 'APPLIED') return [applied(addDays(today, -random.int(1, 6)))];
  const most = daysBetween(AGENCIES_FROM, today);
  const begun = addDays(today, -random.int(fate === 'LAPSED' ? 370 : 3, Math.max(most, 380)));
  if (fate === 'REFUSED') return [applied(addDays(begun, -2)), { status: 'NOT_APPROVED', on: begun }];
  const years: PastStatus[] = [];
  for (let on = begun; on < today; on = addDays(on, 365))
    years.push({ status: 'APPROVED', on, validTo: addDays(on, 364) });
  if (fate === 'LAPSED') return years.slice(0, Math.max(years.length - 1, 1));
  const isLost = fate === 'WITHDRAWN' && (years.at(-1)?.on ?? '') < addDays(today, -2);
  return isLost ? [...years, { status: 'NOT_APPROVED', on: addDays(today, -1) }] : years;
}

/** What a firm that orders here has been before it became what it is. */
export function earlierOf(
  random: Random,
  { status, since }: NonNullable<FirmFact['approval']>,
): PastStatus[] {
  if (status === 'CARD_ORDER_IN_PROGRESS') return [applied(addDays(since, -random.int(...TO_ORDERING)))];
  if (status === 'APPROVED_WITH_EMPLOYEES' || status === 'APPROVED_WITHOUT_EMPLOYEES')
    return way(random, since, status).slice(0, -1);
  return status === 'NOT_APPROVED' ? [applied(addDays(since, -random.int(...TO_DECISION)))] : [];
}
