/** What the registers know about the person a card was ordered for: nothing wrong, or one of the troubles that orders stand still for. */
import { addDays, type LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { SandboxPerson } from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { Random } from '../random.ts';
import { addressIn } from './firm-facts.ts';
import type { Person } from './persons.ts';

export const TROUBLES = [
  'AA_NOT_REGISTERED',
  'AA_ONLY_IN_MAIN_UNIT',
  'AA_OTHER_UNIT',
  'AA_NOT_STARTED',
  'AA_ENDED',
  'FREG_INACTIVE',
  'FREG_DECEASED',
  'UDI_NO',
  'UDI_UNKNOWN',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** As often as support meets them; UDI only where UDI is asked. */
const SHARES: readonly (readonly [Trouble, number])[] = [
  ['AA_NOT_REGISTERED', 38],
  ['AA_ONLY_IN_MAIN_UNIT', 20],
  ['AA_OTHER_UNIT', 10],
  ['AA_NOT_STARTED', 8],
  ['AA_ENDED', 8],
  ['FREG_INACTIVE', 6],
  ['FREG_DECEASED', 1],
];
const WITH_UDI: typeof SHARES = [...SHARES, ['UDI_NO', 14], ['UDI_UNKNOWN', 12]];

const EEA = new Set(['NOR', 'SWE', 'POL', 'LTU', 'ROU']);
export const isFromOutside = ({ citizenship }: Person): boolean => !EEA.has(citizenship);

export interface WorkerParts {
  readonly random: Random;
  readonly today: LocalDate;
}

export function troubleOf(random: Random, person: Person, asksUdi: boolean): Trouble {
  const trouble = random.weighted(asksUdi && isFromOutside(person) ? WITH_UDI : SHARES);
  // Only D-numbers go inactive (R20).
  return trouble === 'FREG_INACTIVE' && !person.d_number ? 'AA_NOT_REGISTERED' : trouble;
}

export interface Work {
  readonly person: Person;
  readonly orderedOn: LocalDate;
  /** Organisation numbers. */
  readonly unit: string;
  readonly main: string;
  readonly otherUnit: string | null;
  readonly trouble: Trouble | null;
  /** When it ended, or the number went inactive, after the card was made. */
  readonly endedOn: LocalDate | null;
}

export function personFacts({ random, today }: WorkerParts, work: Work): SandboxPerson {
  const { person, trouble } = work;
  const outside = isFromOutside(person);
  return {
    name: { first: person.given_name, middle: null, last: person.family_name },
    birthDate: person.birth_date,
    gender: person.sex === 'woman' ? 'WOMAN' : 'MAN',
    citizenships: [person.citizenship],
    ...(person.restricted ? { protection: 'CODE_7' } : { address: addressIn(person.id) }),
    ...statusOf(trouble),
    employments: employmentsOf(random, today, work),
    ...(outside ? { workAccess: accessOf(trouble), workAccessTo: addDays(today, random.int(60, 700)) } : {}),
  };
}

function statusOf(trouble: Trouble | null): Partial<SandboxPerson> {
  if (trouble === 'FREG_INACTIVE') return { status: 'INACTIVE' };
  return trouble === 'FREG_DECEASED' ? { status: 'DECEASED' } : {};
}

function accessOf(trouble: Trouble | null): 'YES' | 'NO' | 'UNKNOWN' {
  if (trouble === 'UDI_NO') return 'NO';
  return trouble === 'UDI_UNKNOWN' ? 'UNKNOWN' : 'YES';
}

function employmentsOf(random: Random, today: LocalDate, work: Work): SandboxPerson['employments'] {
  const { unit, main, otherUnit, trouble, orderedOn, endedOn } = work;
  const start = addDays(orderedOn, -random.int(5, 900));
  switch (trouble) {
    case 'AA_NOT_REGISTERED':
      return [];
    case 'AA_ONLY_IN_MAIN_UNIT':
      return [{ subUnit: main, start }];
    case 'AA_OTHER_UNIT':
      return otherUnit ? [{ subUnit: otherUnit, start }] : [];
    case 'AA_NOT_STARTED':
      return [{ subUnit: unit, start: addDays(today, random.int(2, 9)) }];
    case 'AA_ENDED':
      return [{ subUnit: unit, start, end: later(start, endedOn ?? addDays(today, -random.int(3, 30))) }];
    default:
      return [{ subUnit: unit, start }];
  }
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
