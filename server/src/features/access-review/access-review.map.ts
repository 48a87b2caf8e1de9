/** From what the review's statements answer to facts for the rules, and back to the rows behind an oddity. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { OddityKind, ReviewVerdict } from './access-review.enums.ts';
import type { ActorFact, DayFact, NightFact, Oddity, PersonFact, QueueFact } from './access-review.rules.ts';
import type { ReviewMarkType } from './access-review.type.ts';

interface Seen {
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** audit_log.id of the newest rows. */
  readonly rows: readonly string[];
}

type ActorSeen = ActorFact & Omit<Seen, 'rows'> & Readonly<Record<ActorRows, readonly string[] | null>>;
type ActorRows = 'noHitRows' | 'refusedRows' | 'limitRows' | 'idleRows';

export interface FoundFacts {
  readonly persons: readonly (PersonFact & Seen)[];
  readonly days: readonly (DayFact & Seen)[];
  readonly nights: readonly (NightFact & Seen)[];
  readonly queues: readonly (QueueFact & Seen)[];
  readonly actors: readonly ActorSeen[];
}

/** A name's share arrives as text where PostgreSQL counts exactly. */
export function factsOf(found: FoundFacts): FoundFacts {
  return { ...found, persons: found.persons.map(fact => ({ ...fact, nameShare: Number(fact.nameShare) })) };
}

export interface Evidence extends Seen {
  readonly personId: string | null;
  readonly day: LocalDate | null;
  readonly queue: string | null;
}

const NOTHING = { personId: null, day: null, queue: null } as const;
const ROWS_OF: Readonly<Partial<Record<OddityKind, ActorRows>>> = {
  LIMIT: 'limitRows',
  NO_HITS: 'noHitRows',
  REFUSED: 'refusedRows',
  NOT_WORKING: 'idleRows',
};

/** Where an oddity comes from: the fact it was made of. */
export function evidenceOf({ kind, actorId, subject }: Oddity, found: FoundFacts): Evidence {
  const mine = <F extends { actorId: string }>(facts: readonly F[], is: (fact: F) => boolean) =>
    facts.find(fact => fact.actorId === actorId && is(fact));
  const rowsOf = ROWS_OF[kind];
  if (rowsOf)
    return ofActor(
      mine(found.actors, () => true),
      rowsOf,
    );
  if (kind === 'BURST')
    return of(
      mine(found.days, fact => fact.day === subject),
      { day: subject },
    );
  if (kind === 'NIGHT')
    return of(
      mine(found.nights, fact => fact.day === subject),
      { day: subject },
    );
  if (kind === 'OTHER_QUEUE')
    return of(
      mine(found.queues, fact => fact.queue === subject),
      { queue: subject },
    );
  return of(
    mine(found.persons, fact => fact.personId === subject),
    { personId: subject },
  );
}

function of(seen: Seen | undefined, about: Partial<Evidence>): Evidence {
  const { firstAt, lastAt, rows } = seen ?? never();
  return { ...NOTHING, ...about, firstAt, lastAt, rows };
}

function ofActor(seen: ActorSeen | undefined, rowsOf: ActorRows): Evidence {
  const { firstAt, lastAt, [rowsOf]: rows } = seen ?? never();
  return { ...NOTHING, firstAt, lastAt, rows: rows ?? [] };
}

function never(): never {
  throw new Error('An oddity without its fact.');
}

export interface MarkRow {
  oddity: string;
  verdict: ReviewVerdict;
  comment: string;
  at: Date;
  byId: string;
  byName: string;
}

export interface SignedRow {
  at: Date;
  oddities: number;
  byId: string;
  byName: string;
}

export function markOf(marks: readonly MarkRow[], key: string): ReviewMarkType | null {
  const mark = marks.find(({ oddity }) => oddity === key);
  if (!mark) return null;
  const { verdict, comment, at, byId: id, byName: name } = mark;
  return { verdict, comment, at, by: { id, name, initials: initialsOf(name) } };
}
