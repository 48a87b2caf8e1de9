import { describe, expect, it } from 'vitest';
import { CLEARED, countFilters, readFilter, toApplicationFilter, writeFilter } from './list-filter.rules.ts';

describe('the filter of applications in the address', () => {
  it('is read, changed and asked for; another filter begins at the first page', () => {
    const params = new URLSearchParams('register=AA&status=GRANTED&after=x&page=3');
    expect(countFilters(readFilter(params))).toBe(2);
    const next = writeFilter(params, { status: '', text: 'elvestad' });
    expect(next.toString()).toBe('register=AA&text=elvestad');
    expect(toApplicationFilter(readFilter(next))).toMatchObject({
      register: 'AA',
      status: null,
      text: 'elvestad',
    });
  });

  it('leaves out words that are none of ours', () => {
    const asked = { ...CLEARED, register: 'X', code: 'Y', status: 'Z', due: 'i morgen', text: ' ' };
    expect(Object.values(toApplicationFilter(asked)).every(value => value === null)).toBe(true);
  });
});
