import { describe, expect, it } from 'vitest';
import { createFormat, dayOf, weekOf } from './format.ts';

const nb = createFormat('nb');
const nn = createFormat('nn');
const en = createFormat('en');

describe('dates and times', () => {
  it('are written the Norwegian way in bokmål', () => {
    expect(nb.date('2026-12-03')).toBe('3. des. 2026');
    expect(nb.shortDate('2026-12-03')).toBe('3. des.');
    expect(nb.longDate('2026-12-03')).toBe('3. desember');
    expect(nb.weekdayDate('2026-12-03')).toBe('tor. 3. des.');
    expect(nb.fullDate('2026-11-23')).toBe('Mandag 23. november 2026');
  });

  it('have nynorsk weekdays in nynorsk', () => {
    expect(nn.fullDate('2026-11-24')).toBe('Tysdag 24. november 2026');
    expect(nn.weekday('2026-11-28')).toBe('laurdag');
  });

  it('are written the English way in English', () => {
    expect(en.date('2026-12-03')).toBe('3 Dec 2026');
    expect(en.time('2026-11-23T10:12:00.000Z')).toBe('11:12');
  });

  it('follow the clock in Oslo, winter and summer, also past midnight', () => {
    expect(nb.time('2026-11-23T10:12:00.000Z')).toBe('11.12');
    expect(nb.time('2026-06-23T10:12:00.000Z')).toBe('12.12');
    expect(dayOf('2026-12-31T23:30:00.000Z')).toBe('2027-01-01');
  });

  it('know the week at the turn of the year', () => {
    expect(weekOf('2026-11-23')).toBe(48);
    expect(weekOf('2027-01-01')).toBe(53);
    expect(weekOf('2024-12-30')).toBe(1);
  });
});

describe('numbers', () => {
  it('are grouped by a narrow space', () => {
    expect(nb.number(26_000)).toBe('26\u202f000');
    expect(nb.number(999)).toBe('999');
    expect(nb.orgNumber('312345676')).toBe('312\u202f345\u202f676');
  });

  it('say so when the counting stopped early', () => {
    expect(nb.count({ value: 1001, exact: false })).toBe('1\u202f000+');
    expect(nb.count({ value: 399, exact: true })).toBe('399');
  });

  it('show the size of a file with one decimal', () => {
    expect(nb.bytes(2_140_000)).toBe('2,1 MB');
    expect(en.bytes(2_140_000)).toBe('2.1 MB');
    expect(nb.bytes(340)).toBe('1 kB');
  });

  it('show what is left of a minute', () => {
    expect(nb.clock(43)).toBe('0:43');
    expect(nb.clock(61)).toBe('1:01');
  });
});
