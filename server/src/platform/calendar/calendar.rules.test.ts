import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonthsClamped,
  addWorkingDays,
  daysBetween,
  easterSunday,
  holidayOn,
  holidaysOf,
  isLocalDate,
  isWorkingDay,
  nextWorkingDay,
  osloDate,
  weekOf,
  workingDaysBetween,
} from './calendar.ts';
import { dayOffName } from './holiday-names.ts';

describe('the calendar day in Norway', () => {
  it.each([
    ['2026-01-15T22:59:59.999Z', '2026-01-15'],
    ['2026-01-15T23:00:00.000Z', '2026-01-16'],
    ['2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['2026-07-15T22:00:00.000Z', '2026-07-16'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('at %s it is %s in Oslo', (instant, day) => {
    expect(osloDate(new Date(instant))).toBe(day);
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isLocalDate)).toBe(true);
    expect(['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '1900-02-29', ''].some(isLocalDate)).toBe(
      false,
    );
  });

  it('counts days across a clock change and a year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-31', '2026-12-31')).toBe(365);
  });

  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonthsClamped(date, months)).toBe(expected);
  });

  it.each([
    ['2026-01-01', 1],
    ['2026-11-21', 47],
    ['2026-12-31', 53],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
  ])('%s is in week %i', (date, week) => {
    expect(weekOf(date)).toBe(week);
  });
});

describe('public holidays', () => {
  it.each(['2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21'])(
    'Easter Sunday is %s',
    date => {
      expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
    },
  );

  it('has twelve holidays in an ordinary year', () => {
    expect([...holidaysOf(2026).keys()].sort()).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('counts Whit Monday 2027 and 17 May as one day', () => {
    expect(holidaysOf(2027).size).toBe(11);
    expect(holidayOn('2027-05-17')).toBe('CONSTITUTION_DAY');
    expect(isWorkingDay('2027-05-17')).toBe(false);
    expect(isWorkingDay('2027-05-18')).toBe(true);
  });

  it('names each day off in Bokmål, Nynorsk and English', () => {
    expect(dayOffName('2026-04-02', 'nb')).toBe('skjærtorsdag');
    expect(dayOffName('2026-04-02', 'nn')).toBe('skjertorsdag');
    expect(dayOffName('2026-04-02', 'en')).toBe('Maundy Thursday');
    expect(dayOffName('2026-12-24', 'nn')).toBe('julaftan');
    expect(dayOffName('2026-08-03', 'nb')).toBe('fridag');
  });
});

describe('working days', () => {
  it.each([
    ['2026-03-02', '2026-03-06', '2026-03-30'],
    ['2026-03-23', '2026-03-27', '2026-04-23'],
    ['2026-04-04', '2026-04-10', '2026-05-05'],
    ['2026-04-30', '2026-05-07', '2026-06-02'],
    ['2026-12-23', '2026-12-30', '2027-01-22'],
    ['2027-03-15', '2027-03-19', '2027-04-15'],
  ])('from %s, four days end on %s and twenty on %s', (from, four, twenty) => {
    expect(addWorkingDays(from, 4)).toBe(four);
    expect(addWorkingDays(from, 20)).toBe(twenty);
    expect(workingDaysBetween(from, four)).toBe(4);
    expect(workingDaysBetween(from, twenty)).toBe(20);
  });

  it('counts 24 and 31 December as working days unless the house says otherwise', () => {
    const closed = new Set(['12-24', '12-31']);
    expect(isWorkingDay('2026-12-24')).toBe(true);
    expect(isWorkingDay('2026-12-24', closed)).toBe(false);
    expect(addWorkingDays('2026-12-23', 4, closed)).toBe('2027-01-04');
    expect(workingDaysBetween('2026-12-23', '2027-01-04', closed)).toBe(4);
  });

  it('goes backwards too, and stands still for zero days', () => {
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-01');
    expect(addWorkingDays('2026-04-05', 0)).toBe('2026-04-05');
    expect(workingDaysBetween('2026-04-07', '2026-04-01')).toBe(0);
  });

  it('leaves a working day where it is and moves any other day forward', () => {
    expect(nextWorkingDay('2026-04-01')).toBe('2026-04-01');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07');
  });
});

describe('deadlines that are plain calendar maths', () => {
  it.each([
    ['2026-03-13', '2026-04-07'],
    ['2026-04-10', '2026-05-04'],
    ['2026-04-24', '2026-05-15'],
  ])('a decision received %s can be appealed until %s', (receivedOn, lastDay) => {
    expect(nextWorkingDay(addDays(receivedOn, 21))).toBe(lastDay);
  });

  it('a card that expires 15 June can be renewed from 1 June', () => {
    expect(addDays('2026-06-15', -14)).toBe('2026-06-01');
  });

  it('a card for someone who starts 1 May can be ordered from 1 April', () => {
    expect(addDays('2026-05-01', -30)).toBe('2026-04-01');
  });
});
