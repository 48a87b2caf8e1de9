import { expect, it } from 'vitest';
import { addDays, mondayOf } from './today.ts';

it('adds days across a month and a change of clock', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

it('finds the Monday of a week, also on a Sunday', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});
