import { describe, expect, test } from 'vitest';
import { countFilters, readFilter, toOrderFilter, writeFilter } from './order-filter.rules.ts';

const filterOf = (address: string) => readFilter(new URLSearchParams(address));

describe('the filter of the order list', () => {
  test('stands in the address, and is stalled lines when nothing is said', () => {
    expect(toOrderFilter(filterOf(''))).toEqual({ stalled: true });
    expect(toOrderFilter(filterOf('view=all&scheme=CLEANING&status=READY&waiting=PRODUCTION'))).toEqual({
      scheme: ['CLEANING'],
      status: ['READY'],
      waitingFor: 'PRODUCTION',
    });
    expect(countFilters(filterOf('view=all&scheme=CLEANING&due=2026-12-01'))).toBe(2);
  });

  test('what the address says wrongly is not asked', () => {
    expect(toOrderFilter(filterOf('scheme=BAKING&due=soon&register=NSA'))).toEqual({ stalled: true });
  });

  test('a change begins at the first page', () => {
    const next = writeFilter(new URLSearchParams('after=abc&page=2&firm=310000019'), {
      firm: '',
      waiting: 'IMAGES',
    });
    expect(next.toString()).toBe('waiting=IMAGES');
    expect(writeFilter(next, { all: true }).toString()).toBe('waiting=IMAGES&view=all');
  });
});
