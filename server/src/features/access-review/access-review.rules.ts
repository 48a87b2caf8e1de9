/** Which lookups of a week a leader should be told about, and in which order: pure judgement on what the database counted. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { OddityKind } from './access-review.enums.ts';

/** What one member of staff did with one person's data in the week. */
export interface PersonFact {
  readonly actorId: string;
  readonly personId: string;
  /** Lookups of this person alone: her case, images, number, letter. */
  readonly reads: number;
  /** Every lookup fell while a case of hers was open, or within a week of its end. */
  readonly openCase: boolean;
  /** The reader did something in a case of hers in the month around it, or had it reserved. */
  readonly worked: boolean;
  readonly restricted: boolean;
  readonly sameFamilyName: boolean;
  /** Share of all persons with that family name; 0 when it is another one. */
  readonly nameShare: number;
}

/** Persons looked up alone by one member of staff on one day, beside her ordinary day. */
export interface DayFact {
  readonly actorId: string;
  readonly day: LocalDate;
  readonly persons: number;
  /** Median of her own days in the four weeks before; null when there were fewer than five. */
  readonly usual: number | null;
  /** Median of all colleagues' days in the same weeks; null when there were none. */
  readonly usualOfAll: number | null;
}

/** Lookups between 22 and 6, or on a day the desk is closed. */
export interface NightFact {
  readonly actorId: string;
  readonly day: LocalDate;
  readonly reads: number;
  /** Of those, in cases where the reader did something within the hour. */
  readonly inOwnWork: number;
}

export interface QueueFact {
  readonly actorId: string;
  readonly queue: string;
  /** Different cases of the queue that were opened. */
  readonly cases: number;
  readonly worksHere: boolean;
  readonly worksElsewhere: boolean;
}

/** Counts of one member of staff over the whole week. */
export interface ActorFact {
  readonly actorId: string;
  readonly noHits: number;
  readonly noHitsByNumber: number;
  readonly refused: number;
  readonly limitReached: number;
  /** Persons with an open case in which the reader did nothing. */
  readonly notWorking: number;
}

export interface WeekFacts {
  readonly persons: readonly PersonFact[];
  readonly days: readonly DayFact[];
  readonly nights: readonly NightFact[];
  readonly queues: readonly QueueFact[];
  readonly actors: readonly ActorFact[];
}

export interface Oddity {
  readonly kind: OddityKind;
  readonly actorId: string;
  /** The person, day or queue it is about; empty for the whole week. */
  readonly subject: string;
  readonly count: number;
  /** What the count is held against, where there is such a thing. */
  readonly usual: number | null;
  readonly score: number;
}

/** How grave each kind is on its own; more of the same adds at most nine. */
const WEIGHT: Readonly<Record<OddityKind, number>> = {
  LIMIT: 95,
  RESTRICTED: 90,
  OWN_NAME: 80,
  NO_CASE: 70,
  BURST: 65,
  OTHER_QUEUE: 50,
  NIGHT: 45,
  NO_HITS: 40,
  REFUSED: 35,
  NOT_WORKING: 30,
};
/** Taken off when the reader had work in the case: worth a look, but after everything else. */
const IN_OWN_WORK = 65;

const COMMON_NAME = 0.005;
const BURST_LEAST = 40;
const BURST_TIMES = 3;
const FEW_CASES = 3;
const NIGHT_OWN_LEAST = 5;
const NO_HITS_LEAST = 10;
const NO_HITS_BY_NUMBER_LEAST = 3;
const REFUSED_LEAST = 3;
const NOT_WORKING_LEAST = 10;

export const oddityKey = ({ kind, actorId, subject }: Pick<Oddity, 'kind' | 'actorId' | 'subject'>): string =>
  `${kind}:${actorId}:${subject}`;

/** Gravest first; the same facts always give the same order. */
export function odditiesOf(facts: WeekFacts): Oddity[] {
  const found = [
    ...facts.persons.flatMap(personOddities),
    ...facts.days.flatMap(dayOddities),
    ...facts.nights.flatMap(nightOddities),
    ...facts.queues.flatMap(queueOddities),
    ...facts.actors.flatMap(actorOddities),
  ];
  return found.sort((a, b) => b.score - a.score || (oddityKey(a) < oddityKey(b) ? -1 : 1));
}

interface Finding {
  readonly kind: OddityKind;
  readonly actorId: string;
  readonly subject?: string;
  readonly count: number;
  readonly usual?: number | null;
  readonly less?: number;
}

function oddity({ kind, actorId, subject = '', count, usual = null, less = 0 }: Finding): Oddity {
  const score = Math.max(WEIGHT[kind] - less, 1) + Math.min(count - 1, 9);
  return { kind, actorId, subject, count, usual, score };
}

function personOddities(fact: PersonFact): Oddity[] {
  const { actorId, personId: subject, reads: count, worked } = fact;
  const of = (kind: OddityKind) => oddity({ kind, actorId, subject, count, less: worked ? IN_OWN_WORK : 0 });
  const found: Oddity[] = [];
  if (fact.restricted) found.push(of('RESTRICTED'));
  // A name half the country has says nothing about someone whose case the reader had to handle.
  if (fact.sameFamilyName && !(worked && fact.nameShare >= COMMON_NAME)) found.push(of('OWN_NAME'));
  if (!fact.openCase && !worked) found.push(of('NO_CASE'));
  return found;
}

/** A burst is both many and far more than usual: her own usual, or her colleagues' while she has none. */
function dayOddities({ actorId, day, persons, usual, usualOfAll }: DayFact): Oddity[] {
  const against = usual ?? usualOfAll ?? 0;
  if (persons < BURST_LEAST || persons <= BURST_TIMES * against) return [];
  return [oddity({ kind: 'BURST', actorId, subject: day, count: persons, usual: against })];
}

function nightOddities({ actorId, day, reads, inOwnWork }: NightFact): Oddity[] {
  // A few of one's own cases in the evening are overtime, not a question.
  if (reads === 0 || (inOwnWork === reads && reads < NIGHT_OWN_LEAST)) return [];
  const less = inOwnWork === reads ? 40 : 0;
  return [oddity({ kind: 'NIGHT', actorId, subject: day, count: reads, less })];
}

function queueOddities({ actorId, queue, cases, worksHere, worksElsewhere }: QueueFact): Oddity[] {
  if (cases < FEW_CASES || worksHere || !worksElsewhere) return [];
  return [oddity({ kind: 'OTHER_QUEUE', actorId, subject: queue, count: cases })];
}

function actorOddities(fact: ActorFact): Oddity[] {
  const { actorId } = fact;
  const many = (kind: OddityKind, count: number, least: number) =>
    count >= least ? [oddity({ kind, actorId, count })] : [];
  const byNumber = fact.noHitsByNumber >= NO_HITS_BY_NUMBER_LEAST;
  return [
    ...many('LIMIT', fact.limitReached, 1),
    ...many('NO_HITS', fact.noHits, byNumber ? 1 : NO_HITS_LEAST),
    ...many('REFUSED', fact.refused, REFUSED_LEAST),
    ...many('NOT_WORKING', fact.notWorking, NOT_WORKING_LEAST),
  ];
}
