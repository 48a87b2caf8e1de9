/** Whom each application for an exception is about: persons and firms whose registered facts fit what was decided. */
import { isApproval } from '../../server/src/features/application/application.enums.ts';
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { addDays, addMonthsClamped, type LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { SandboxFirm } from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { Random } from '../random.ts';
import type { ExceptionPlan } from './exception-plans.ts';
import type { FirmFact } from './firm-facts.ts';
import type { Firm } from './firms.ts';
import { inventName } from './names.ts';
import type { Person, PersonFactory } from './persons.ts';
import type { Applicants } from './registered-firms.ts';

export interface SubjectParts {
  readonly random: Random;
  readonly firms: readonly Firm[];
  readonly facts: ReadonlyMap<number, FirmFact>;
  readonly persons: PersonFactory;
  readonly today: LocalDate;
  readonly applicants: Applicants;
}

export interface Subject {
  readonly firm: Firm;
  /** Null for exceptions of a firm. */
  readonly person: Person | null;
  /** Whom the right comes from. */
  readonly related: Person | null;
  /** Enhetsregisteret knows the role the right comes from. */
  readonly inRole?: boolean;
}

/** A person with a role in a firm. */
interface Holder {
  readonly firm: Firm;
  readonly person: Person;
}

type HolderKind = 'PARTNER' | 'CHAIR' | 'ALONE';

const OUTSIDE = new Set(['SOM', 'ERI', 'VNM', 'TUR', 'UKR']);
const EEA = new Set(['POL', 'LTU', 'ROU', 'SWE']);
/** Where the exception for Svalbard can be of use, and firms whose manager is alone. */
const ON_SVALBARD = 14;
const ALONE = 64;
const SVALBARD = {
  municipality: '2100',
  address: { lines: ['Vei 231 4'], postcode: '9170', city: 'Longyearbyen' },
};

export class Subjects {
  readonly #parts: SubjectParts;
  readonly #mains: readonly Firm[];
  readonly #holders: Readonly<Record<HolderKind, Holder[]>>;
  readonly #svalbard: readonly Firm[];
  /** Of each firm and code the last day of what was granted. */
  readonly #until = new Map<string, LocalDate>();

  constructor(parts: SubjectParts) {
    this.#parts = parts;
    this.#mains = parts.firms.filter(({ id, parent_id }) => parent_id === null && parts.facts.has(id));
    const plain = this.#ofForms('AS').filter(({ id }) => id > 60);
    this.#svalbard = plain.slice(0, ON_SVALBARD).map(firm => this.#moved(firm));
    for (const firm of plain.slice(ON_SVALBARD, ON_SVALBARD + ALONE)) this.#change(firm, { employees: 0 });
    this.#holders = {
      PARTNER: this.#holding(this.#ofForms('DA', 'ANS'), [0, 1]),
      CHAIR: this.#holding(this.#ofForms('AS', 'KF'), [1]),
      ALONE: this.#holding(plain.slice(ON_SVALBARD, ON_SVALBARD + ALONE), [0]),
    };
  }

  of(plan: ExceptionPlan, receivedOn: LocalDate): Subject {
    const { code } = plan;
    if (isApproval(code)) return { firm: this.#parts.applicants.next(code), person: null, related: null };
    return this.#byCode[code](plan, receivedOn);
  }

  /** From then on the firm needs no other until it has ended. */
  holds(code: ExceptionCode, { id }: Firm, to: LocalDate | null): void {
    this.#until.set(`${code} ${id}`, to ?? '9999-12-31');
  }

  readonly #byCode: Readonly<Record<ExceptionCode, (plan: ExceptionPlan, on: LocalDate) => Subject>> = {
    AA_ENK_SPOUSE: () => this.#spouse(),
    AA_DA_ANS_PARTNER: plan => this.#holder(plan, 'PARTNER', ['DA', 'ANS']),
    AA_AS_OWNER_UNPAID: () => this.#anybody(['AS']),
    AA_BOARD_CHAIR: plan => this.#holder(plan, 'CHAIR', ['AS']),
    AA_CEO_NO_EMPLOYEES: plan => this.#holder(plan, 'ALONE', ['AS']),
    AA_NAV_VTA: () => this.#anybody(['AS', 'KF']),
    UDI_CONFIRMED: () => this.#anybody(['AS', 'ENK', 'NUF'], OUTSIDE),
    UDI_EEA_FAMILY: () => ({
      ...this.#anybody(['AS', 'ENK', 'NUF'], OUTSIDE),
      related: this.#somebody(EEA),
    }),
    VAT_KF_1510: (plan, on) => this.#firm(plan, on, ({ form }) => form === 'KF'),
    VAT_UNDER_50K_NEW: (plan, on) => this.#young(plan, on),
    VAT_UNDER_50K_OTHER: (plan, on) => this.#firm(plan, on, firm => this.#outsideVat(plan, firm)),
    VAT_SVALBARD: (plan, on) => this.#firm(plan, on, firm => this.#svalbard.includes(firm)),
    VAT_NOT_LIABLE: (plan, on) => this.#firm(plan, on, firm => this.#outsideVat(plan, firm)),
    STAFFING_FOREIGN: (plan, on) => this.#firm(plan, on, ({ form }) => form === 'NUF'),
  };

  #ofForms(...forms: string[]): Firm[] {
    return this.#mains.filter(({ form }) => forms.includes(form));
  }

  #fact({ id }: Firm): FirmFact {
    return this.#parts.facts.get(id) as FirmFact;
  }

  #holding(firms: readonly Firm[], places: readonly number[]): Holder[] {
    const all = firms.flatMap(firm =>
      places.flatMap(place => {
        const person = this.#fact(firm).leaders[place];
        return person ? [{ firm, person }] : [];
      }),
    );
    return this.#parts.random.shuffled(all);
  }

  #holder({ fate }: ExceptionPlan, kind: HolderKind, forms: string[]): Subject {
    // What is refused had no role; what came over from before has lost it.
    const fits = fate !== 'REFUSED' ? this.#holders[kind].pop() : undefined;
    return fits ? { ...fits, related: null, inRole: true } : this.#anybody(forms);
  }

  #anybody(forms: readonly string[], from?: ReadonlySet<string>): Subject {
    const firm = this.#parts.random.pick(this.#ofForms(...forms));
    return { firm, person: this.#somebody(from), related: null };
  }

  #somebody(from?: ReadonlySet<string>): Person {
    const { random, persons } = this.#parts;
    for (;;) {
      const person = random.pick(persons.persons);
      if (!from || from.has(person.citizenship)) return person;
    }
  }

  /** Of the same family name, most often. */
  #spouse(): Subject {
    const { random, persons } = this.#parts;
    const firm = random.pick(this.#ofForms('ENK'));
    const related = this.#fact(firm).leaders[0] ?? this.#somebody();
    const sex = related.sex === 'man' ? 'woman' : 'man';
    const name = inventName(random, 'norwegian', sex);
    const family = random.chance(0.8) ? related.family_name : name.family;
    const person = persons.add({ ...name, family }, persons.birthDate(24, 62));
    return { firm, person, related };
  }

  /** One that holds nothing of the kind then; of many tries the last when none is free. */
  #firm({ code }: ExceptionPlan, on: LocalDate, fits: (firm: Firm) => boolean): Subject {
    const candidates = this.#mains.filter(fits);
    const free = candidates.filter(({ id }) => (this.#until.get(`${code} ${id}`) ?? '') < on);
    const firm = this.#parts.random.pick(free.length > 0 ? free : candidates);
    return { firm, person: null, related: null };
  }

  #outsideVat({ withPapers }: ExceptionPlan, firm: Firm): boolean {
    return firm.form !== 'KF' && (!withPapers || this.#fact(firm).sandbox.inVatRegister === false);
  }

  /** Younger than six months the day it came in. */
  #young(plan: ExceptionPlan, on: LocalDate): Subject {
    const { random } = this.#parts;
    const isYoung = (firm: Firm) => {
      const registered = this.#fact(firm).sandbox.registeredOn ?? '';
      return registered <= on && addMonthsClamped(registered, 6) > on;
    };
    if (!this.#mains.some(isYoung)) {
      const firm = random.pick(this.#mains.filter(one => one.id > 60 && this.#outsideVat(plan, one)));
      this.#change(firm, { registeredOn: addDays(on, -random.int(10, 150)) });
      return { firm, person: null, related: null };
    }
    return this.#firm(plan, on, isYoung);
  }

  #moved(firm: Firm): Firm {
    Object.assign(firm, { municipality: SVALBARD.municipality });
    this.#change(firm, { address: { ...SVALBARD.address, country: 'NO' } });
    return firm;
  }

  #change(firm: Firm, facts: Partial<SandboxFirm>): void {
    Object.assign(this.#fact(firm).sandbox, facts);
  }
}
