/** What the registers know about each invented firm: most have everything in order, some lack what stops an order, as firms do. */

import type {
  ApprovalRegister,
  FirmApprovalStatus,
} from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import type { FirmApproval } from '../../server/src/features/firm-approval/firm-approval.rules.ts';
import { addDays, type LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { SandboxFirm, SandboxRole } from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { Random } from '../random.ts';
import type { ToldStanding } from './approval-life.ts';
import type { Firm, Workplace } from './firms.ts';
import { placeOf } from './firms.ts';
import type { Person } from './persons.ts';
import type { PastStatus } from './registered-firms.ts';

const COMPANIES = new Set(['AS', 'ASA', 'ANS', 'DA', 'KF', 'NUF']);
/** Firms that order often, those of the reference screens among them: nothing is wrong with them. */
const IN_ORDER = 60;
/** One of so many is below the limit for VAT, and one of so many has passed it since. */
const [SMALL, GROWN] = [14, 70];

export const LEADING_ROLE: Readonly<Record<string, string>> = {
  ENK: 'INNH',
  DA: 'DTPR',
  ANS: 'DTSO',
  NUF: 'REPR',
};

const APPROVALS: readonly (readonly [FirmApprovalStatus | null, number])[] = [
  ['APPROVED_WITH_EMPLOYEES', 64],
  ['CARD_ORDER_IN_PROGRESS', 14],
  ['APPLICATION_IN_PROGRESS', 13],
  ['NOT_APPROVED', 5],
  [null, 4],
];

const STREETS = [
  'Storgata',
  'Industriveien',
  'Havnegata',
  'Skolegata',
  'Fabrikkveien',
  'Verkstedveien',
  'Sjøgata',
  'Nygata',
];

/** In which register of approved firms it stands, and as what. */
export interface KnownApproval extends FirmApproval {
  readonly register: ApprovalRegister;
}

export interface FirmFact {
  readonly sandbox: SandboxFirm;
  /** Null: it never applied, or needs none. */
  readonly approval: KnownApproval | null;
  /** Of firms that have ordered nothing: everything it has been in its register, what it is now the last. */
  readonly history?: readonly PastStatus[];
  /** Of firms that applied here: the same, as their applications tell. */
  readonly standing?: ToldStanding[];
  /** Of history and standing. */
  readonly register?: ApprovalRegister;
  /** The orderers of this firm declare that it is not liable to VAT. */
  readonly declaresVat: boolean;
  /** They did until this day, when it was found in Mva-registeret. */
  readonly vatRegisteredOn: LocalDate | null;
  /** Orders: whoever holds a formal role, first the leading one. */
  readonly leaders: readonly Person[];
  /** Order too: a leader has let them, since this day. */
  readonly delegates: readonly { readonly person: Person; readonly fromOn: LocalDate }[];
}

interface FactParts {
  readonly random: Random;
  readonly workplaces: readonly Workplace[];
  readonly today: LocalDate;
  /** Somebody new each time. */
  readonly somebody: () => Person;
}

/** By id of the main unit. */
export function inventFirmFacts(parts: FactParts): Map<number, FirmFact> {
  const facts = new Map<number, FirmFact>();
  for (const workplace of parts.workplaces) {
    const { main } = workplace;
    if (!facts.has(main.id)) facts.set(main.id, factOf(parts, workplace, facts.size));
  }
  return facts;
}

function factOf(parts: FactParts, { main, scheme }: Workplace, index: number): FirmFact {
  const { random, today, somebody } = parts;
  const inOrder = index < IN_ORDER;
  const leaders = [somebody(), ...(random.chance(0.3) ? [somebody()] : [])];
  const fromOn = addDays(today, -random.int(370, 900));
  const delegates = random.chance(0.35) ? [{ person: somebody(), fromOn }] : [];
  const { inVatRegister, ...vat } = vatOf(parts, main, index);
  const sandbox = {
    ...registered(parts, main, inOrder),
    inVatRegister,
    roles: rolesOf(main, leaders),
  };
  const approval = approvalIn(parts, { main, scheme, inOrder });
  const agency = agencyOf(parts, { scheme, inOrder });
  const industry = agency ? { industry: '78.200' } : {};
  return { leaders, delegates, ...vat, sandbox: { ...sandbox, ...industry }, approval: approval ?? agency };
}

/** Whether it is in Mva-registeret, and what its orderers say of that. */
function vatOf({ random, today }: FactParts, { form }: Firm, index: number) {
  const [inOrder, municipal] = [index < IN_ORDER, form === 'KF'];
  const drawn = inOrder || random.chance(municipal ? 0.4 : 0.93);
  const small = drawn && !inOrder && !municipal && index % SMALL === 0;
  const inVatRegister = drawn && !small;
  const declares = !inVatRegister && !municipal && (small || random.chance(0.6));
  const grown = inVatRegister && !inOrder && index % GROWN === 1;
  const vatRegisteredOn = grown ? addDays(today, -20 - (index % 90)) : null;
  return { inVatRegister, declaresVat: declares || grown, vatRegisteredOn };
}

function registered({ random, today }: FactParts, main: Firm, inOrder: boolean): SandboxFirm {
  const municipal = main.form === 'KF';
  return {
    name: main.name,
    form: main.form,
    registeredOn: addDays(today, -random.int(400, 9_000)),
    inCompanyRegister: COMPANIES.has(main.form) && (inOrder || random.chance(0.99)),
    sectorCode: municipal ? '1510' : '2100',
    // A proprietor with more than five must be in Foretaksregisteret.
    employees: main.form === 'ENK' ? random.int(0, 4) : random.int(1, 60),
    bankrupt: !inOrder && random.chance(0.007),
    windingUp: !inOrder && random.chance(0.004),
    address: addressOf(random, main),
    language: NYNORSK.has(main.municipality) ? 'nn' : 'nb',
  };
}

const REGISTERS: Readonly<Record<string, ApprovalRegister>> = {
  CLEANING: 'CLEANING_APPROVAL',
  CAR_CARE: 'CAR_CARE_APPROVAL',
};

function approvalIn(
  { random, today }: FactParts,
  { main, scheme, inOrder }: { main: Firm; scheme: string; inOrder: boolean },
): KnownApproval | null {
  const approval = inOrder ? approvedOf(main) : approvalOf(random, main, today);
  const register = REGISTERS[scheme];
  return approval && register ? { register, validTo: null, ...approval } : null;
}

export const NYNORSK = new Set(['4647', '4651', '1508']);

function rolesOf({ form }: Firm, [first, second]: readonly Person[]): SandboxRole[] {
  const lead = LEADING_ROLE[form] ?? 'DAGL';
  return [
    ...(first ? [{ code: lead, nationalId: first.nationalId }] : []),
    ...(second
      ? [{ code: form === 'AS' || form === 'KF' ? 'LEDE' : lead, nationalId: second.nationalId }]
      : []),
  ];
}

const withStaff = ({ form }: Firm) =>
  form === 'ENK' ? 'APPROVED_WITHOUT_EMPLOYEES' : 'APPROVED_WITH_EMPLOYEES';
type Standing = Pick<FirmApproval, 'status' | 'since'>;
const approvedOf = (main: Firm): Standing => ({ status: withStaff(main), since: '2024-01-15' });

function approvalOf(random: Random, main: Firm, today: LocalDate): Standing | null {
  const status = random.weighted(APPROVALS);
  if (status === null) return null;
  if (status === 'APPROVED_WITH_EMPLOYEES')
    return { status: withStaff(main), since: addDays(today, -random.int(200, 3_000)) };
  return { status, since: addDays(today, -random.int(5, status === 'NOT_APPROVED' ? 90 : 45)) };
}

/** Three firms in a hundred hire out; with one in five of them the approval has lapsed. */
function agencyOf(
  { random, today }: FactParts,
  { scheme, inOrder }: { scheme: string; inOrder: boolean },
): KnownApproval | null {
  if (inOrder || scheme === 'CLEANING' || scheme === 'CAR_CARE' || !random.chance(0.03)) return null;
  const validTo = addDays(today, random.chance(0.2) ? -random.int(1, 20) : random.int(20, 360));
  return { register: 'STAFFING', status: 'APPROVED', since: addDays(validTo, -365), validTo };
}

/** Where a person lives, so that a caller can be asked for it. */
export function addressIn(n: number) {
  const [city, postcode] = placeOf('');
  return { lines: [`${STREETS[n % STREETS.length]} ${1 + (n % 90)}`], postcode, city, country: 'NO' };
}

export function addressOf(random: Random, { municipality }: Firm) {
  const [city, postcode] = placeOf(municipality);
  return { lines: [`${random.pick(STREETS)} ${random.int(1, 90)}`], postcode, city, country: 'NO' };
}
