/** What the registers say beside what an application claims, with agreement marked; the desk proposes, the caseworker decides (domain section 4). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { FORMS_OF, SVALBARD } from '../exception/exception.rules.ts';
import { type ExceptionRule, isNewFirm } from '../exception-catalogue/exception-catalogue.rules.ts';
import { type ApplicationCode, isApproval } from './application.enums.ts';
import type { Agreement, FactKey } from './claim-facts.enums.ts';

interface Somebody {
  readonly status: string | null;
  readonly restricted: boolean;
  readonly street: string | null;
  readonly postcode: string | null;
}

/** As register_facts_of_application says it; null where no register has told. */
export interface KnownFacts {
  readonly firm: {
    readonly form: string | null;
    readonly status: string | null;
    readonly sectorCode: string | null;
    readonly registeredOn: LocalDate | null;
    readonly municipality: string | null;
    readonly employees: number | null;
    readonly postcode: string | null;
    readonly inVatRegister: boolean | null;
    /** When the roles were last read; null: never. */
    readonly rolesKnown: boolean;
  };
  readonly person: Somebody | null;
  readonly related: Somebody | null;
  /** Roles of the two in the firm; `related`: of the one the right comes from. */
  readonly roles: readonly { readonly code: string; readonly related: boolean }[];
  readonly employments: readonly { readonly startOn: LocalDate; readonly endOn: LocalDate | null }[];
  /** Of the register the exception bypasses, about open orders. */
  readonly answers: readonly { readonly outcome: string | null }[];
  /** Whether Folkeregisteret has the two as married; null: not asked. */
  readonly married: boolean | null;
}

export interface ComparedFact {
  readonly key: FactKey;
  readonly agreement: Agreement;
  /** Code, day or number as the register has it; never a name or an address. */
  readonly value: string | null;
}

interface Compared {
  readonly rule: ExceptionRule;
  readonly facts: KnownFacts;
  readonly receivedOn: LocalDate;
  readonly today: LocalDate;
}
type Fact = (about: Compared) => ComparedFact;

const mark = (agrees: boolean | null): Agreement => {
  if (agrees === null) return 'UNKNOWN';
  return agrees ? 'LIKE' : 'DIFFERS';
};

const fact = (key: FactKey, agrees: boolean | null, value: string | null = null): ComparedFact => ({
  key,
  agreement: mark(agrees),
  value,
});

const form: Fact = ({ rule, facts }) => {
  const has = facts.firm.form;
  const forms = isApproval(rule.code) ? undefined : FORMS_OF[rule.code];
  return fact('FORM', has === null ? null : (forms?.includes(has) ?? true), has);
};

const firmActive: Fact = ({ facts: { firm } }) =>
  fact('FIRM', firm.status === null ? null : firm.status === 'ACTIVE', firm.status);

const personActive: Fact = ({ facts: { person } }) => {
  const status = person?.status ?? null;
  return fact('PERSON', status === null || status === 'UNKNOWN' ? null : status === 'ACTIVE', status);
};

/** Her own roles; which count, the rule of the day says. */
const role: Fact = ({ rule, facts }) => {
  const counting = rule.validity.kind === 'WHILE_ROLE' ? rule.validity.roles : [];
  const own = facts.roles.filter(({ related }) => !related).map(({ code }) => code);
  const held = own.filter(code => counting.includes(code));
  if (held.length > 0) return fact('ROLE', true, held.join(', '));
  return fact('ROLE', facts.firm.rolesKnown ? false : null, own.join(', ') || null);
};

const owner: Fact = ({ facts }) => {
  const owns = facts.roles.some(({ code, related }) => related && code === 'INNH');
  return fact('OWNER', owns || (facts.firm.rolesKnown && facts.related ? false : null));
};

const spouse: Fact = ({ facts }) => fact('SPOUSE', facts.married);

/** Protected persons have no address that could be compared. */
const address: Fact = ({ facts: { person, related } }) => {
  const told = [person, related].map(one => one && !one.restricted && place(one));
  const [hers, theirs] = told;
  return fact('ADDRESS', hers && theirs ? hers === theirs : null);
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();
const place = ({ street, postcode }: Somebody): string | null =>
  street && postcode ? `${plain(street)} ${postcode}` : null;

const noEmployees: Fact = ({ facts: { firm } }) =>
  fact(
    'EMPLOYEES',
    firm.employees === null ? null : firm.employees === 0,
    firm.employees === null ? null : String(firm.employees),
  );

const sector: Fact = ({ facts: { firm } }) =>
  fact('SECTOR', firm.sectorCode === null ? null : firm.sectorCode === '1510', firm.sectorCode);

const age =
  (young: boolean): Fact =>
  ({ rule, facts: { firm }, receivedOn }) => {
    const isNew = isNewFirm(rule, { registeredOn: firm.registeredOn, receivedOn });
    return fact('AGE', isNew === null ? null : isNew === young, firm.registeredOn);
  };

const svalbard: Fact = ({ facts: { firm } }) =>
  fact('MUNICIPALITY', firm.municipality === null ? null : firm.municipality === SVALBARD, firm.municipality);

/** Four digits: a postcode in Norway. */
const noNorwegianAddress: Fact = ({ facts: { firm } }) =>
  fact('NO_ADDRESS', firm.postcode === null ? null : !/^\d{4}$/.test(firm.postcode), firm.postcode);

const isOn =
  (today: LocalDate) =>
  ({ startOn, endOn }: KnownFacts['employments'][number]): boolean =>
    startOn <= today && (endOn === null || endOn >= today);

/** The "no" the exception is from: excepted when the register says so, differing when it says yes already. */
const bypassed: Fact = ({ rule, facts, today }) => {
  const key = 'REGISTER';
  const value = rule.register;
  const employed = rule.register === 'AA' && facts.employments.some(isOn(today));
  const registered = rule.register === 'MVA' && facts.firm.inVatRegister === true;
  const outcomes = facts.answers.map(({ outcome }) => outcome);
  if (employed || registered || outcomes.includes('APPROVED')) return { key, value, agreement: 'DIFFERS' };
  const no = outcomes.includes('REJECTED') || (rule.register === 'MVA' && facts.firm.inVatRegister === false);
  return { key, value, agreement: no ? 'EXCEPTED' : 'UNKNOWN' };
};

const FACTS: Readonly<Partial<Record<ApplicationCode, readonly Fact[]>>> = {
  AA_ENK_SPOUSE: [owner, spouse, address, form],
  AA_DA_ANS_PARTNER: [role, form],
  AA_AS_OWNER_UNPAID: [form],
  AA_BOARD_CHAIR: [role],
  AA_CEO_NO_EMPLOYEES: [role, noEmployees],
  AA_NAV_VTA: [],
  UDI_CONFIRMED: [],
  UDI_EEA_FAMILY: [spouse, address],
  VAT_KF_1510: [sector],
  VAT_UNDER_50K_NEW: [age(true)],
  VAT_UNDER_50K_OTHER: [age(false)],
  VAT_SVALBARD: [svalbard],
  VAT_NOT_LIABLE: [],
  STAFFING_FOREIGN: [form, noNorwegianAddress],
};

/** What the claim itself is about first, then whether firm and person are active, last the register it is an exception from. */
export function compareFacts(about: Compared): ComparedFact[] {
  const { rule } = about;
  const general = rule.subject === 'PERSON_AND_FIRM' ? [firmActive, personActive] : [firmActive];
  // The conditions of an approval say what its registers say.
  const last = isApproval(rule.code) ? [] : [bypassed];
  return [...(FACTS[rule.code] ?? []), ...general, ...last].map(one => one(about));
}
