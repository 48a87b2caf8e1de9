/** Invented orders: a workplace orders cards for one to three of its people; one line is the case's, the others went well. */
import type { OrderItemStatus } from '../../server/src/features/order/order.enums.ts';
import { type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Random } from '../random.ts';
import type { NewRow, Rows } from '../rows.ts';
import type { Workplace } from './firms.ts';
import { inventName, originOf, plainLetters } from './names.ts';
import type { Person } from './persons.ts';

const FIRST_ORDER = 1_044_610;

const ROLES: Readonly<Record<Language, readonly string[]>> = {
  nb: ['Daglig leder', 'Prosjektleder', 'HR-ansvarlig', 'Avdelingsleder', 'Lønningsmedarbeider'],
  nn: ['Dagleg leiar', 'Prosjektleiar', 'Avdelingsleiar'],
  en: ['General manager', 'Project manager', 'HR officer'],
};

const LANGUAGES: readonly (readonly [Language, number])[] = [
  ['nb', 78],
  ['nn', 9],
  ['en', 13],
];

/** Where the other lines of an order are by now; their images are approved. */
const OTHER_LINES: readonly (readonly [OrderItemStatus, number])[] = [
  ['SHIPPED', 40],
  ['IN_PRODUCTION', 20],
  ['READY', 25],
  ['PENDING', 15],
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
}

/** What all lines of an order share. */
type Common = NewRow<'order_item'> & { readonly orderer_language: Language };

export class OrderFactory {
  #next = FIRST_ORDER;
  readonly #random: Random;
  readonly #rows: Rows;
  readonly #workplaces: readonly Workplace[];
  /** People whose cards are ordered without a case. */
  readonly #others: Iterator<Person>;

  constructor(
    random: Random,
    rows: Rows,
    people: { workplaces: readonly Workplace[]; others: readonly Person[] },
  ) {
    this.#random = random;
    this.#rows = rows;
    this.#workplaces = people.workplaces;
    this.#others = people.others.values();
  }

  add(order: NewOrder): OrderedItem {
    const random = this.#random;
    // Firms that order often come first in the list.
    const last = this.#workplaces.length - 1;
    const workplace = this.#workplaces[random.chance(0.4) ? random.int(0, 60) : random.int(0, last)];
    if (!workplace) throw new Error('There are no workplaces');
    const common = this.#order(this.#orderer(workplace, osloDate(order.orderedAt)), order.orderedAt);
    const lines = random.weighted([
      [1, 55],
      [2, 30],
      [3, 15],
    ]);
    const own = random.int(1, lines);
    let id = 0;
    for (let line = 1; line <= lines; line += 1) {
      if (line === own) id = this.#ownLine(common, line, order);
      else this.#otherLine(common, line);
    }
    return { id, unitId: workplace.unit.id, language: common.orderer_language };
  }

  #order(common: Omit<Common, 'order_id'>, placedAt: Date): Common {
    const { organisation_id, unit_id, main_unit_id, scheme, ordered_on } = common;
    const order_id = this.#rows.add('card_order', {
      ...{ organisation_id, unit_id, main_unit_id, scheme, ordered_on },
      number: common.order_number,
      placed_at: placedAt,
      channel: 'PORTAL',
    });
    return { ...common, order_id };
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
    const person = this.#others.next().value as Person | undefined;
    if (!person) throw new Error('There are not enough persons for the orders');
    const status = this.#random.weighted(OTHER_LINES);
    this.#rows.add('order_item', {
      ...common,
      line,
      person_id: person.id,
      status,
      image_requirement: 'MET',
      headgear_exemption: false,
    });
  }

  #orderer({ main, unit, scheme, domain }: Workplace, orderedOn: LocalDate): Omit<Common, 'order_id'> {
    const random = this.#random;
    const language = random.weighted(LANGUAGES);
    const origin = language === 'en' ? originOf(random) : 'norwegian';
    const { given, family } = inventName(random, origin, random.chance(0.45) ? 'woman' : 'man');
    const owner = main.form === 'ENK' && random.chance(0.8);
    this.#next += random.int(1, 2);
    return {
      organisation_id: 1,
      order_number: String(this.#next),
      unit_id: unit.id,
      main_unit_id: main.id,
      scheme,
      ordered_on: orderedOn,
      orderer_name: `${given} ${family}`,
      orderer_role: owner ? 'Innehaver' : random.pick(ROLES[language]),
      orderer_email: `${plainLetters(given)}.${plainLetters(family)}@${domain}`,
      orderer_language: language,
    };
  }
}
