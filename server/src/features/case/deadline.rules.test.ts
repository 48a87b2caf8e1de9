import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../platform/calendar/calendar.ts';
import {
  type DeadlineFacts,
  daysCounted,
  deadlineIfHeldUntil,
  deadlineWorking,
  dueOnIfHeldUntil,
  type HoldPeriod,
} from './deadline.rules.ts';

function facts(changes: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return { startOn: '2026-11-05', days: 20, holds: [], today: '2026-11-21', language: 'nb', ...changes };
}

describe('the due date of a case', () => {
  it.each([
    ['2026-03-02', '2026-03-30'],
    ['2026-03-23', '2026-04-23'],
    ['2026-04-04', '2026-05-05'],
    ['2026-04-30', '2026-06-02'],
    ['2026-12-23', '2027-01-22'],
    ['2027-03-15', '2027-04-15'],
  ])('a case from %s is due %s, twenty working days later', (startOn, dueOn) => {
    expect(deadlineWorking(facts({ startOn, today: startOn })).dueOn).toBe(dueOn);
  });

  it('shows the days counted, the days left and nothing skipped in an ordinary November', () => {
    expect(deadlineWorking(facts())).toEqual({
      startOn: '2026-11-05',
      dueOn: '2026-12-03',
      days: 20,
      daysCounted: 11,
      daysLeft: 9,
      holidaysSkipped: [],
      holdDays: 0,
      holds: [],
      paused: false,
      overdueDays: 0,
    });
  });

  it('names the holidays that were skipped, but not those on a weekend', () => {
    const deadline = deadlineWorking(facts({ startOn: '2026-03-23', today: '2026-03-23' }));
    expect(deadline.holidaysSkipped).toEqual([
      { on: '2026-04-02', name: 'skjærtorsdag' },
      { on: '2026-04-03', name: 'langfredag' },
      { on: '2026-04-06', name: 'andre påskedag' },
    ]);
  });

  it('names Christmas Eve when the house counts it as a day off', () => {
    const extraDaysOff = new Set(['12-24', '12-31']);
    const deadline = deadlineWorking(facts({ startOn: '2026-12-23', days: 1, language: 'nn', extraDaysOff }));
    expect(deadline.dueOn).toBe('2026-12-28');
    expect(deadline.holidaysSkipped[0]).toEqual({ on: '2026-12-24', name: 'julaftan' });
  });

  it('fires at the end of the last day: that day itself is not overdue, the next working day is', () => {
    const onTheDay = deadlineWorking(facts({ today: '2026-12-03' }));
    expect(onTheDay).toMatchObject({ daysCounted: 20, daysLeft: 0, overdueDays: 0 });
    const dayAfter = deadlineWorking(facts({ today: '2026-12-04' }));
    expect(dayAfter).toMatchObject({ daysCounted: 20, daysLeft: 0, overdueDays: 1 });
  });

  it('a deadline of no days on a Sunday is due on Monday', () => {
    expect(deadlineWorking(facts({ startOn: '2026-11-22', days: 0 })).dueOn).toBe('2026-11-23');
  });
});

describe('time on hold', () => {
  it('the day a hold starts is not counted, the day it ends is', () => {
    const holds = [{ fromOn: '2026-11-10', toOn: '2026-11-12' }];
    const deadline = deadlineWorking(facts({ holds }));
    expect(deadline).toMatchObject({ dueOn: '2026-12-07', holdDays: 2, daysCounted: 9, paused: false });
  });

  it('a hold that ends the day it started costs nothing', () => {
    const holds = [{ fromOn: '2026-11-10', toOn: '2026-11-10' }];
    expect(deadlineWorking(facts({ holds }))).toMatchObject({ dueOn: '2026-12-03', holdDays: 0 });
  });

  it('a hold over a weekend subtracts working days only', () => {
    const holds = [{ fromOn: '2026-11-13', toOn: '2026-11-16' }];
    expect(deadlineWorking(facts({ holds }))).toMatchObject({ dueOn: '2026-12-04', holdDays: 1 });
  });

  it('two holds over the same days count once, and are shown oldest first', () => {
    const later = { fromOn: '2026-11-11', toOn: '2026-11-13' };
    const earlier = { fromOn: '2026-11-10', toOn: '2026-11-12' };
    const deadline = deadlineWorking(facts({ holds: [later, earlier] }));
    expect(deadline).toMatchObject({ dueOn: '2026-12-08', holdDays: 3, holds: [earlier, later] });
  });

  it('while the hold lasts the clock stands still and the due date moves on day by day', () => {
    const holds = [{ fromOn: '2026-11-16', toOn: null }];
    const first = deadlineWorking(facts({ holds, today: '2026-11-16' }));
    const later = deadlineWorking(facts({ holds, today: '2026-11-19' }));
    expect(first).toMatchObject({ dueOn: '2026-12-03', daysCounted: 7, paused: true });
    expect(later).toMatchObject({ dueOn: '2026-12-08', daysCounted: 7, paused: true, holdDays: 3 });
  });

  it('tells what the due date becomes if the case is held until a date', () => {
    const until = '2026-12-01';
    const today = '2026-11-20';
    expect(dueOnIfHeldUntil(facts({ today }), until)).toBe('2026-12-14');
    const held = deadlineIfHeldUntil(facts({ today, holds: [{ fromOn: '2026-11-20', toOn: null }] }), until);
    expect(held).toMatchObject({ dueOn: '2026-12-14', holdDays: 7, paused: true });
  });
});

describe('whatever the holds', () => {
  const next = pseudoRandom(20261121);
  const samples = Array.from({ length: 300 }, () => randomFacts(next));

  it('the due date is a working day', () => {
    expect(samples.filter(sample => !isWorkingDay(deadlineWorking(sample).dueOn))).toEqual([]);
  });

  it('a hold never makes the due date earlier, and moves it exactly as far as the days it shows', () => {
    for (const sample of samples) {
      const held = deadlineWorking(sample);
      const free = deadlineWorking({ ...sample, holds: [] });
      expect(held.dueOn >= free.dueOn).toBe(true);
      expect(deadlineWorking({ ...sample, holds: [], days: sample.days + held.holdDays }).dueOn).toBe(
        held.dueOn,
      );
    }
  });

  it('the days counted and the days left make up the days allowed', () => {
    for (const sample of samples) {
      const { daysCounted: counted, daysLeft, days, overdueDays } = deadlineWorking(sample);
      expect(counted + daysLeft).toBe(days);
      expect(overdueDays === 0 || daysLeft === 0).toBe(true);
    }
  });

  it('the short count of a list is the count of the full working', () => {
    for (const sample of samples) expect(daysCounted(sample)).toBe(deadlineWorking(sample).daysCounted);
  });

  it('holding longer never makes the due date earlier', () => {
    for (const sample of samples) {
      const sooner = dueOnIfHeldUntil(sample, addDays(sample.today, 3));
      expect(dueOnIfHeldUntil(sample, addDays(sample.today, 9)) >= sooner).toBe(true);
    }
  });
});

function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomFacts(next: (below: number) => number): DeadlineFacts {
  const startOn = addDays('2025-01-01', next(1500));
  const holds: HoldPeriod[] = Array.from({ length: next(4) }, () => {
    const fromOn = addDays(startOn, next(40));
    return { fromOn, toOn: addDays(fromOn, next(15)) };
  });
  const today = addDays(startOn, next(60));
  if (next(3) === 0) holds.push({ fromOn: addDays(today, -next(10)), toOn: null });
  return { startOn, days: 1 + next(25), holds, today, language: 'nb' };
}
