import { describe, expect, it } from 'vitest';
import type { Deadline } from '../graphql/fragments.ts';
import { markOf, urgencyOf, weeksOf } from './deadline.marks.ts';

const deadline: Deadline = {
  startOn: '2026-11-05',
  dueOn: '2026-12-03',
  days: 20,
  daysCounted: 12,
  daysLeft: 8,
  holdDays: 2,
  paused: false,
  overdueDays: 0,
  holidaysSkipped: [{ on: '2026-11-18', name: 'Fridag' }],
  holds: [{ fromOn: '2026-11-25', toOn: '2026-11-26' }],
};
const mark = (day: string) => markOf(day, deadline, '2026-11-23');

describe('a day in the calendar of a deadline', () => {
  it('is day 0, counted, to come or the due day', () => {
    expect(mark('2026-11-05')).toBe('start');
    expect(mark('2026-11-06')).toBe('counted');
    expect(mark('2026-11-23')).toBe('counted');
    expect(mark('2026-11-24')).toBe('coming');
    expect(mark('2026-12-03')).toBe('due');
  });

  it('does not count at weekends, on holidays and on hold', () => {
    expect(mark('2026-11-07')).toBe('none');
    expect(mark('2026-11-18')).toBe('none');
    expect(mark('2026-11-25')).toBe('none');
  });

  it('is shown in whole weeks from the first to the last', () => {
    expect(weeksOf(deadline)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
  });
});

describe('how urgent a case is', () => {
  const row = { dueOn: '2026-11-23', dueDays: 20, daysCounted: 20, status: 'OPEN' } as const;

  it('is late only from the day after the due day', () => {
    expect(urgencyOf(row, '2026-11-23')).toBe('soon');
    expect(urgencyOf(row, '2026-11-24')).toBe('over');
  });

  it('is soon with three working days left or fewer', () => {
    expect(urgencyOf({ ...row, daysCounted: 17 }, '2026-11-18')).toBe('soon');
    expect(urgencyOf({ ...row, daysCounted: 16 }, '2026-11-17')).toBe('calm');
  });

  it('is never urgent once the case is closed', () => {
    expect(urgencyOf({ ...row, status: 'CLOSED' }, '2026-12-01')).toBe('calm');
  });
});
