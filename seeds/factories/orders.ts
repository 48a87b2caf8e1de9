/** Invented orders: a workplace orders cards for one to three of its people, by somebody who may. */
import type { OrderItemStatus, Payment } from '../../server/src/features/order/order.enums.ts';
import { type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Random } from '../random.ts';
import type { NewRow, Rows } from '../rows.ts';
import type { FirmFact } from './firm-facts.ts';
import type { Workplace } from './firms.ts';
import { plainLetters } from './names.ts';
import type { Person } from './persons.ts';

const FIRST_ORDER = 1_044_610;
const FIRST_OLD_ORDER = 1_030_000;

const ROLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  DAGL: { nb: 'Daglig leder', nn: 'Dagleg leiar', en: 'General manager' },
  LEDE: { nb: 'Styreleder', nn: 'Styreleiar', en: 'Chair of the board' },
  INNH: { nb: 'Innehaver', nn: 'Innehavar', en: 'Proprietor' },
  DTPR: { nb: 'Deltaker', nn: 'Deltakar', en: 'Partner' },
  DTSO: { nb: 'Deltaker', nn: 'Deltakar', en: 'Partner' },
  REPR: { nb: 'Norsk representant', nn: 'Norsk representant', en: 'Norwegian representative' },
};
const DELEGATE = { nb: 'Delegert bestiller', nn: 'Delegert bestillar', en: 'Delegated orderer' } as const;

const LANGUAGES: readonly (readonly [Language, number])[] = [
  ['nb', 78],
  ['nn', 9],
  ['en', 13],
];
const PAYMENTS: readonly (readonly [Payment, number])[] = [
  ['INVOICE', 70],
  ['CARD', 16],
  ['VIPPS', 8],
  ['PERSONAL_INVOICE', 6],
];

export interface OrderedItem {
  readonly id: number;
  readonly unitId: number;
  readonly language: Language;
}

export interface NewOrder {
  readonly person: Person;
  readonly orderedAt: Date;
  readonly status: OrderItemStatus;
  readonly imageRequirement: string;
  readonly headgearExemption: boolean;
  /** Past R2's days and waiting still: only R3 explains that. */
  readonly late: boolean;
}

/** What all lines of an order share. */
type Common = NewRow<'order_item'> & { readonly orderer_language: Language };
type Lines = 1 | 2 | 3;

interface OrderParts {
  readonly workplaces: readonly Workplace[];
  readonly facts: ReadonlyMap<number, FirmFact>;
  /** People whose cards are ordered without a case. */
  readonly others: Iterator<Person>;
}

export class OrderFactory {
  #next = FIRST_ORDER;
  #nextOld = FIRST_OLD_ORDER;
  readonly #random: Random;
  readonly #rows: Rows;
  readonly #parts: OrderParts;
  /** Firms an order can be waiting for something else at: the big ones first. */
  readonly #usual: readonly Workplace[];
  readonly #awaitingApproval: readonly Workplace[];

  constructor(random: Random, rows: Rows, parts: OrderParts) {
    this.#random = random;
    this.#rows = rows;
    this.#parts = parts;
    this.#usual = parts.workplaces.filter(({ main }) => !isRefused(parts.facts.get(main.id)));
    this.#awaitingApproval = parts.workplaces.filter(({ main }) => isInProgress(parts.facts.get(main.id)));
  }

  /** One line is the case's, the others are for people without one. */
  add(order: NewOrder): OrderedItem {
    const random = this.#random;
    const workplace = order.late ? random.pick(this.#awaitingApproval) : this.#anyOf(this.#usual);
    this.#next += random.int(1, 2);
    const common = this.#order(workplace, order.orderedAt, this.#next);
    const lines = this.#lines();
    const own = random.int(1, lines);
    let id = 0;
    for (let line = 1; line <= lines; line += 1) {
      if (line === own) id = this.#ownLine(common, line, order);
      else this.#otherLine(common, line);
    }
    return { id, unitId: workplace.unit.id, language: common.orderer_language };
  }

  /** From before the cases at the desk: what became of its lines is decided afterwards (OrderLife). */
  addOld(orderedAt: Date): void {
    const lines = this.#lines();
    this.#nextOld += this.#random.int(1, 3);
    const common = this.#order(this.#anyOf(this.#parts.workplaces), orderedAt, this.#nextOld);
    for (let line = 1; line <= lines; line += 1) this.#otherLine(common, line);
  }

  /** Firms that order often come first in the list. */
  #anyOf(workplaces: readonly Workplace[]): Workplace {
    const random = this.#random;
    const last = workplaces.length - 1;
    const workplace = workplaces[random.chance(0.4) ? random.int(0, 60) : random.int(0, last)];
    if (!workplace) throw new Error('There are no workplaces');
    return workplace;
  }

  #lines(): Lines {
    return this.#random.weighted<Lines>([
      [1, 55],
      [2, 30],
      [3, 15],
    ]);
  }

  #ownLine(common: Common, line: number, order: NewOrder): number {
    return this.#rows.add('order_item', {
      ...common,
      line,
      person_id: order.person.id,
      status: order.status,
      image_requirement: order.imageRequirement,
      headgear_exemption: order.headgearExemption,
    });
  }

  #otherLine(common: Common, line: number): void {
    const person = this.#parts.others.next().value as Person | undefined;
    if (!person) throw new Error('There are not enough persons for the orders');
    const row = { status: 'PENDING', image_requirement: 'MET', headgear_exemption: false };
    this.#rows.add('order_item', { ...common, ...row, line, person_id: person.id });
  }

  #order(workplace: Workplace, placedAt: Date, number: number): Common {
    const { main, unit, scheme } = workplace;
    const fact = this.#parts.facts.get(main.id);
    if (!fact) throw new Error(`Nothing is known about ${main.name}`);
    const { person, code, ...orderer } = this.#orderer(workplace, fact, osloDate(placedAt));
    const shared = {
      organisation_id: 1,
      unit_id: unit.id,
      main_unit_id: main.id,
      scheme,
      ordered_on: osloDate(placedAt),
    };
    const payment = this.#random.weighted(PAYMENTS);
    const { lines = [], postcode, city } = fact.sandbox.address ?? {};
    const order_id = this.#rows.add('card_order', {
      ...shared,
      number: String(number),
      placed_at: placedAt,
      channel: 'PORTAL',
      orderer_id: person.id,
      payment,
      customer_reference:
        payment === 'INVOICE' && this.#random.chance(0.6) ? `PROSJEKT ${this.#random.int(100, 999)}` : null,
      delivery_name: main.name,
      delivery_street: lines[0],
      delivery_postcode: postcode,
      delivery_city: city,
    });
    if (declaresOn(fact, osloDate(placedAt)))
      this.#rows.add('vat_declaration', {
        ...{
          organisation_id: 1,
          order_id,
          firm_id: main.id,
          org_number: main.org_number,
          firm_name: main.name,
        },
        ...{ declared_by_id: person.id, declarer_name: orderer.orderer_name, declarer_role: code },
        declared_at: placedAt,
      });
    return { ...shared, ...orderer, order_id, order_number: String(number) };
  }

  #orderer({ domain }: Workplace, { leaders, delegates, sandbox }: FirmFact, on: LocalDate) {
    const random = this.#random;
    const language = sandbox.language === 'nn' && random.chance(0.7) ? 'nn' : random.weighted(LANGUAGES);
    const delegate = delegates.find(({ fromOn }) => fromOn <= on);
    const n = random.int(0, leaders.length - 1);
    const leader = leaders[n];
    if (!leader) throw new Error('Nobody leads the firm');
    const person = delegate && random.chance(0.5) ? delegate.person : leader;
    const code = person === leader ? (sandbox.roles?.[n]?.code ?? 'DAGL') : null;
    const role = code === null ? DELEGATE : ROLES[code];
    return {
      person,
      code,
      orderer_name: `${person.given_name} ${person.family_name}`,
      orderer_role: role?.[language],
      orderer_email: `${plainLetters(person.given_name)}.${plainLetters(person.family_name)}@${domain}`,
      orderer_language: language,
    };
  }
}

const approvalOf = (fact: FirmFact | undefined) =>
  fact?.approval?.register === 'STAFFING' ? null : fact?.approval;
const isInProgress = (fact: FirmFact | undefined) => approvalOf(fact)?.status === 'APPLICATION_IN_PROGRESS';
/** Lines of such a firm end REJECTED, or stand still for good. */
const isRefused = (fact: FirmFact | undefined) =>
  approvalOf(fact)?.status === 'NOT_APPROVED' ||
  fact?.sandbox.bankrupt === true ||
  fact?.sandbox.windingUp === true;

const declaresOn = ({ declaresVat, vatRegisteredOn }: FirmFact, day: LocalDate) =>
  declaresVat && (vatRegisteredOn === null || day < vatRegisteredOn);
