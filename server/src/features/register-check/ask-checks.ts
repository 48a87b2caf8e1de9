/** How each register is asked about an order line and what its answer amounts to; a register that hangs on another's answer is asked after it. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Snapshot, Unavailable } from '../../registers/answer.ts';
import type { UsualRule } from '../exception-catalogue/usual.rules.ts';
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import type { FirmApproval } from '../firm-approval/firm-approval.rules.ts';
import type { CheckedLine } from './checked-line.readmodel.ts';
import { judgeAssignment, judgeEmployment, PROPRIETOR } from './employment.rules.ts';
import {
  isAgency,
  judgeCarCare,
  judgeCleaning,
  judgeCompanyRegister,
  judgeStaffing,
  judgeUnit,
  judgeVat,
  NOT_AGENCY,
} from './firm.rules.ts';
import type { Inquiry } from './inquiry.ts';
import { besides, type Judgement } from './judgement.rules.ts';
import { EEA_CITIZEN, judgePerson, judgeWorkAccess, needsWorkAccess } from './person.rules.ts';
import type { Register } from './register-check.enums.ts';

/** What was said about whom; kept as evidence. */
export interface Evidence {
  /** Whose answer it is: Foretaksregisteret and Mva-registeret are answered by Enhetsregisteret. */
  readonly register: Register;
  readonly firmId: string | null;
  readonly personId: string | null;
  readonly snapshot: Snapshot;
  readonly cause: string | null;
}

export interface Verdict {
  /** Null: no answer. */
  readonly judgement: Judgement | null;
  readonly evidence: Evidence;
}

export interface Asking {
  readonly ask: Inquiry;
  readonly line: CheckedLine;
  /** Of the order's day. */
  readonly asUsual: readonly UsualRule[];
  readonly today: LocalDate;
  readonly now: Date;
}

type Told = { readonly kind: string; readonly snapshot: Snapshot };
type Subject = Pick<Evidence, 'register' | 'firmId' | 'personId'>;

const about = {
  firm: ({ line }: Asking, register: Register = 'ENHETSREGISTERET'): Subject => ({
    ...{ register, firmId: line.mainUnitId, personId: null },
  }),
  unit: ({ line }: Asking): Subject => ({
    ...{ register: 'ENHETSREGISTERET', firmId: line.unitId, personId: null },
  }),
  person: ({ line }: Asking, register: Register): Subject => ({
    ...{ register, firmId: null, personId: line.personId },
  }),
  work: ({ line }: Asking, register: Register): Subject => ({
    ...{ register, firmId: line.mainUnitId, personId: line.personId },
  }),
};

const isSilent = (answer: Told): answer is Unavailable & Told => answer.kind === 'UNAVAILABLE';

function verdict<A extends Told>(
  subject: Subject,
  answer: A,
  judge: (told: Exclude<A, Unavailable>) => Judgement,
): Verdict {
  const { snapshot } = answer;
  if (isSilent(answer)) return { judgement: null, evidence: { ...subject, snapshot, cause: answer.cause } };
  const judgement = judge(answer as Exclude<A, Unavailable>);
  return { judgement, evidence: { ...subject, snapshot, cause: null } };
}

type Check = (asking: Asking) => Promise<Verdict>;

async function checkUnit(asking: Asking): Promise<Verdict> {
  const { ask, line } = asking;
  const { unitOrgNumber, mainOrgNumber } = line;
  const own = line.unitId !== line.mainUnitId;
  const [unit, subUnit] = await Promise.all([
    ask.unit(mainOrgNumber),
    own ? ask.subUnit(unitOrgNumber) : null,
  ]);
  const main = verdict(about.firm(asking), unit, told =>
    judgeUnit({ unit: told, subUnit: null, mainOrgNumber }),
  );
  if (main.judgement?.outcome !== 'APPROVED' || !subUnit || unit.kind !== 'UNIT') return main;
  return verdict(about.unit(asking), subUnit, told => judgeUnit({ unit, subUnit: told, mainOrgNumber }));
}

const ofUnit =
  (judge: (told: Parameters<typeof judgeCompanyRegister>[0], asking: Asking) => Judgement): Check =>
  async asking =>
    verdict(about.firm(asking), await asking.ask.unit(asking.line.mainOrgNumber), told =>
      judge(told, asking),
    );

/** The desk keeps these registers itself: what stands there with the line is the answer, and is kept as evidence like the others'. */
function approvalVerdict(
  asking: Asking,
  register: ApprovalRegister,
  judge: (held: FirmApproval | null) => Judgement,
): Verdict {
  const { line, now } = asking;
  const held = line.approvals.find(one => one.register === register) ?? null;
  const snapshot = {
    asked: { question: 'approvalOf', orgNumber: line.mainOrgNumber },
    answered: held ? { kind: 'LISTED', ...held } : { kind: 'NOT_LISTED' },
    ...{ status: null, at: now.toISOString(), durationMs: 0, source: 'firm_approval' },
  };
  const evidence = { ...about.firm(asking, register), snapshot, cause: null };
  return { judgement: judge(held), evidence };
}

async function checkStaffing(asking: Asking): Promise<Verdict> {
  const { ask, line, today } = asking;
  const unit = await ask.unit(line.mainOrgNumber);
  const agency = unit.kind === 'UNIT' && isAgency(unit.unit);
  if (!agency) return verdict(about.firm(asking), unit, () => NOT_AGENCY);
  return approvalVerdict(asking, 'STAFFING', held => judgeStaffing(held, today));
}

/** The proprietor of an ENK has a role instead of an employment. */
async function checkEmployment(asking: Asking): Promise<Verdict> {
  const { ask, line, today } = asking;
  const { unitOrgNumber, mainOrgNumber, cardId } = line;
  const place = { unitOrgNumber, mainOrgNumber, today, hasCard: cardId !== null };
  const employed = async () =>
    verdict(about.work(asking, 'AA'), await ask.employments(line), told => judgeEmployment(told, place));
  if (line.form !== 'ENK') return employed();
  const roles = await ask.roles(mainOrgNumber);
  const { nationalId } = ask.keyOf(line);
  const owns =
    roles.kind === 'ROLES' &&
    roles.roles.some(
      ({ code, person, resigned }) => code === 'INNH' && !resigned && person?.nationalId === nationalId,
    );
  if (owns) return verdict(about.firm(asking), roles, () => PROPRIETOR);
  const work = await employed();
  const mayOwn = roles.kind === 'UNAVAILABLE' && work.judgement?.outcome === 'REJECTED';
  return mayOwn ? verdict(about.firm(asking), roles, () => PROPRIETOR) : work;
}

async function checkWorkAccess(asking: Asking): Promise<Verdict> {
  const { ask, line, today } = asking;
  const person = await ask.person(line);
  const citizenships = person.kind === 'PERSON' ? person.person.citizenships : [];
  const asked = person.kind !== 'UNAVAILABLE' && needsWorkAccess(citizenships);
  if (!asked) return verdict(about.person(asking, 'FOLKEREGISTERET'), person, () => EEA_CITIZEN);
  return verdict(about.person(asking, 'UDI'), await ask.workAccess(line), told =>
    judgeWorkAccess(told, today),
  );
}

const CHECKS: Readonly<Record<Register, Check>> = {
  ENHETSREGISTERET: checkUnit,
  FORETAKSREGISTERET: ofUnit(judgeCompanyRegister),
  MVA: ofUnit((told, { asUsual }) => judgeVat(told, asUsual)),
  FOLKEREGISTERET: async asking =>
    verdict(about.person(asking, 'FOLKEREGISTERET'), await asking.ask.person(asking.line), judgePerson),
  AA: checkEmployment,
  OAR: async asking =>
    verdict(about.work(asking, 'OAR'), await asking.ask.assignment(asking.line), told =>
      judgeAssignment(told, asking.today),
    ),
  UDI: checkWorkAccess,
  CLEANING_APPROVAL: async asking => approvalVerdict(asking, 'CLEANING_APPROVAL', judgeCleaning),
  CAR_CARE_APPROVAL: async asking => approvalVerdict(asking, 'CAR_CARE_APPROVAL', judgeCarCare),
  STAFFING: checkStaffing,
};

/** Never throws for what a register does. */
export async function askCheck(register: Register, asking: Asking): Promise<Verdict> {
  const { judgement, evidence } = await CHECKS[register](asking);
  const { vatDeclared, exceptions } = asking.line;
  return {
    evidence,
    judgement: judgement && besides(judgement, { vatDeclared, exceptions, today: asking.today }),
  };
}
