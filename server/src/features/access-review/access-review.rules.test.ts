import { describe, expect, test } from 'vitest';
import {
  type ActorFact,
  type DayFact,
  odditiesOf,
  type PersonFact,
  type QueueFact,
  type WeekFacts,
} from './access-review.rules.ts';

const QUIET: WeekFacts = { persons: [], days: [], nights: [], queues: [], actors: [] };
const ORDINARY: PersonFact = {
  actorId: '1',
  personId: '7',
  reads: 4,
  openCase: true,
  worked: true,
  restricted: false,
  sameFamilyName: false,
  nameShare: 0,
};
const DAY: DayFact = { actorId: '1', day: '2026-11-18', persons: 30, usual: 25, usualOfAll: 20 };
const QUEUE: QueueFact = { actorId: '1', queue: 'INQUIRY', cases: 12, worksHere: true, worksElsewhere: true };
const ACTOR: ActorFact = {
  ...{ actorId: '1', noHits: 4, noHitsByNumber: 1, refused: 2, limitReached: 0, notWorking: 6 },
};

const kinds = (facts: Partial<WeekFacts>) => odditiesOf({ ...QUIET, ...facts }).map(({ kind }) => kind);

describe('the weekly review', () => {
  test('says nothing about an ordinary week', () => {
    const facts = { persons: [ORDINARY], days: [DAY], queues: [QUEUE], actors: [ACTOR] };
    expect(kinds(facts)).toEqual([]);
  });

  test('names a lookup of someone without an open case in which the reader did nothing', () => {
    expect(kinds({ persons: [{ ...ORDINARY, openCase: false, worked: false }] })).toEqual(['NO_CASE']);
    expect(kinds({ persons: [{ ...ORDINARY, openCase: false }] })).toEqual([]);
  });

  test('names the reader’s own family name, unless half the country has it and the case was hers to handle', () => {
    const name = { ...ORDINARY, sameFamilyName: true };
    expect(kinds({ persons: [{ ...name, nameShare: 0.0001 }] })).toEqual(['OWN_NAME']);
    expect(kinds({ persons: [{ ...name, nameShare: 0.02 }] })).toEqual([]);
    expect(kinds({ persons: [{ ...name, nameShare: 0.02, worked: false }] })).toEqual(['OWN_NAME']);
  });

  test('names every lookup of a person with address protection, last where it was the reader’s work', () => {
    const restricted = { ...ORDINARY, restricted: true };
    const [first, second] = odditiesOf({
      ...QUIET,
      persons: [
        { ...restricted, actorId: '2' },
        { ...restricted, worked: false },
      ],
    });
    expect([first?.actorId, second?.actorId]).toEqual(['1', '2']);
    expect((second?.score ?? 99) < 40 && (first?.score ?? 0) >= 90).toBe(true);
  });

  test('holds a busy day against the reader’s own days, or her colleagues’ while she is new', () => {
    expect(kinds({ days: [{ ...DAY, persons: 80 }] })).toEqual(['BURST']);
    expect(kinds({ days: [{ ...DAY, persons: 75 }] })).toEqual([]);
    expect(kinds({ days: [{ ...DAY, persons: 61, usual: null }] })).toEqual(['BURST']);
    expect(kinds({ days: [{ ...DAY, persons: 39, usual: 1 }] })).toEqual([]);
  });

  test('names nights and days off, lower when they were spent on own cases', () => {
    const night = { actorId: '1', day: '2026-11-18', reads: 5, inOwnWork: 0 };
    const [idle, own] = odditiesOf({ ...QUIET, nights: [{ ...night, actorId: '2', inOwnWork: 5 }, night] });
    expect(kinds({ nights: [{ ...night, reads: 4, inOwnWork: 4 }] })).toEqual([]);
    expect([idle?.actorId, own?.actorId]).toEqual(['1', '2']);
  });

  test('names cases opened in a queue the reader never works in', () => {
    expect(kinds({ queues: [{ ...QUEUE, worksHere: false }] })).toEqual(['OTHER_QUEUE']);
    expect(kinds({ queues: [{ ...QUEUE, worksHere: false, cases: 2 }] })).toEqual([]);
    // Somebody who works nowhere (an auditor, a leader on leave) has no neighbour.
    expect(kinds({ queues: [{ ...QUEUE, worksHere: false, worksElsewhere: false }] })).toEqual([]);
  });

  test('names many searches without hits, few by number, refusals, the limit of the day, and looking without working', () => {
    expect(kinds({ actors: [{ ...ACTOR, noHits: 10 }] })).toEqual(['NO_HITS']);
    expect(kinds({ actors: [{ ...ACTOR, noHits: 3, noHitsByNumber: 3 }] })).toEqual(['NO_HITS']);
    expect(kinds({ actors: [{ ...ACTOR, refused: 3 }] })).toEqual(['REFUSED']);
    expect(kinds({ actors: [{ ...ACTOR, limitReached: 1 }] })).toEqual(['LIMIT']);
    expect(kinds({ actors: [{ ...ACTOR, notWorking: 10 }] })).toEqual(['NOT_WORKING']);
  });

  test('puts the gravest first, more of the same before less, and always in the same order', () => {
    const idle = { ...ORDINARY, openCase: false, worked: false };
    const facts = {
      persons: [idle, { ...idle, personId: '8', reads: 9 }, { ...idle, personId: '9', restricted: true }],
      actors: [{ ...ACTOR, limitReached: 2 }],
    };
    const order = odditiesOf({ ...QUIET, ...facts }).map(({ kind, subject }) => `${kind} ${subject}`);
    expect(order).toEqual(['LIMIT ', 'RESTRICTED 9', 'NO_CASE 8', 'NO_CASE 7', 'NO_CASE 9']);
    const turned = { ...facts, persons: [...facts.persons].reverse() };
    expect(odditiesOf({ ...QUIET, ...turned })).toEqual(odditiesOf({ ...QUIET, ...facts }));
  });
});
