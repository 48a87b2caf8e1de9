import { describe, expect, test } from 'vitest';
import { fullDay, readDay, showDay } from './date-text.ts';

describe('a date as people in Norway write it', () => {
  test.each([
    ['3.12.2026', '2026-12-03'],
    ['03.12.26', '2026-12-03'],
    ['3.12', '2026-12-03'],
    ['3.12.', '2026-12-03'],
    ['3/12', '2026-12-03'],
    ['3. 12. 2026', '2026-12-03'],
    ['031226', '2026-12-03'],
    ['03122026', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
    [' 29.2.2028 ', '2028-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, '2026-11-23')).toBe(day);
  });

  test.each(['', '31.2.2026', '3.13.2026', 'i morgen', '3', '1234567'])('"%s" is no date', text => {
    expect(readDay(text, '2026-11-23')).toBeNull();
  });

  test('while it is typed only a whole date counts', () => {
    expect([fullDay('3.12.20'), fullDay('3.12.2026')]).toEqual([null, '2026-12-03']);
  });

  test('it is shown with two digits, and nothing as nothing', () => {
    expect([showDay('2026-12-03'), showDay('')]).toEqual(['03.12.2026', '']);
  });
});
