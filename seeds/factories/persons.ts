/** Invented persons with valid synthetic national ID numbers: month + 80, about one in seven a D-number (day + 40). */
import { checkDigits } from '../../server/src/features/person/national-id.rules.ts';
import type { LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Random } from '../random.ts';
import { type InventedName, inventName, type Origin, originOf, type Sex } from './names.ts';

export interface Person {
  readonly id: number;
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: LocalDate;
  readonly nationalId: string;
  readonly d_number: boolean;
  readonly restricted: boolean;
  readonly sex: Sex;
  /** Three letters. */
  readonly citizenship: string;
}

const D_NUMBER_SHARE = 0.15;
const COUNTRY: Readonly<Record<Origin, string>> = {
  norwegian: 'NOR',
  polish: 'POL',
  lithuanian: 'LTU',
  romanian: 'ROU',
  ukrainian: 'UKR',
  somali: 'SOM',
  tigrinya: 'ERI',
  vietnamese: 'VNM',
  turkish: 'TUR',
};
const RESTRICTED_SHARE = 0.004;
const two = (value: number): string => String(value).padStart(2, '0');

export class PersonFactory {
  readonly persons: Person[] = [];
  readonly #used = new Set<string>();
  readonly #random: Random;
  readonly #year: number;

  constructor(random: Random, today: LocalDate) {
    this.#random = random;
    this.#year = Number(today.slice(0, 4));
  }

  /** A day on which somebody of that age was born. */
  birthDate(youngest: number, oldest: number): LocalDate {
    const year = this.#year - this.#random.int(youngest, oldest) - 1;
    return `${year}-${two(this.#random.int(1, 12))}-${two(this.#random.int(1, 28))}`;
  }

  anybody(): Person {
    const origin = originOf(this.#random);
    const sex: Sex = this.#random.chance(0.22) ? 'woman' : 'man';
    return this.add(inventName(this.#random, origin, sex), this.birthDate(17, 66), origin);
  }

  /** Persons may share a name and a birth date, never a number. */
  add(name: InventedName, birthDate: LocalDate, origin: Origin = 'norwegian'): Person {
    const dNumber = this.#random.chance(D_NUMBER_SHARE);
    const person: Person = {
      id: this.persons.length + 1,
      given_name: name.given,
      family_name: name.family,
      birth_date: birthDate,
      nationalId: this.#number(birthDate, name.sex, dNumber),
      d_number: dNumber,
      restricted: this.#random.chance(RESTRICTED_SHARE),
      sex: name.sex,
      citizenship: dNumber && origin === 'norwegian' ? 'SWE' : COUNTRY[origin],
    };
    this.persons.push(person);
    return person;
  }

  /** The third of the individual digits is odd for men; those born before 2000 have 000 to 499 there. */
  #number(birthDate: LocalDate, sex: Sex, dNumber: boolean): string {
    const [year = '', month = '', day = ''] = birthDate.split('-');
    const typedDay = Number(day) + (dNumber ? 40 : 0);
    const six = `${two(typedDay)}${two(Number(month) + 80)}${year.slice(2)}`;
    const from = year < '2000' ? 0 : 500;
    for (;;) {
      const individual = from + this.#random.int(0, 249) * 2 + (sex === 'man' ? 1 : 0);
      const nine = `${six}${String(individual).padStart(3, '0')}`;
      const digits = checkDigits(nine);
      if (digits === null || this.#used.has(nine)) continue;
      this.#used.add(nine);
      return `${nine}${digits}`;
    }
  }
}
