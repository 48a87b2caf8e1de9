import { describe, expect, test } from 'vitest';
import {
  countFilters,
  filterKey,
  noFilter,
  readFilter,
  readOrder,
  toCaseFilter,
  writeFilter,
  writeOrder,
} from './list-filter.rules.ts';

const TODAY = '2026-11-25';
const read = (search: string) => readFilter(new URLSearchParams(search));

describe('the filter in the address', () => {
  test('an empty address shows what can be worked on', () => {
    expect(read('')).toEqual(noFilter);
    expect(toCaseFilter(read(''), 'IMAGE_REVIEW', TODAY)).toEqual({
      queue: 'IMAGE_REVIEW',
      status: ['OPEN'],
    });
  });

  test('every status, closed ones too, is asked for by name', () => {
    expect(read('status=ALL').status).toEqual([]);
    expect(toCaseFilter(read('status=ALL'), null, TODAY)).toEqual({});
  });

  test('what is written is read again', () => {
    const filter = {
      ...noFilter,
      status: ['ON_HOLD', 'AWAITING_UPLOAD'] as const,
      scheme: ['CLEANING'] as const,
      owner: ['FREE', 'MINE'] as const,
      due: 'week' as const,
      attempt: 2,
      text: 'Fjord & sønn',
    };
    expect(readFilter(writeFilter(new URLSearchParams('rows=50'), filter))).toEqual(filter);
  });

  test('words that nobody knows are left out', () => {
    expect(read('status=GONE&owner=BOSS&due=soon&attempt=7&from=tomorrow')).toEqual(noFilter);
  });

  test('another filter starts at the first page and keeps the number of rows', () => {
    const next = writeFilter(new URLSearchParams('after=abc&page=3&rows=50'), {
      ...noFilter,
      owner: ['MINE'],
    });
    expect(next.toString()).toBe('rows=50&owner=MINE');
  });

  test('a view is the same whatever the order of its words', () => {
    const one = filterKey(new URLSearchParams('owner=FREE&due=overdue&page=2&after=x'));
    const other = filterKey(new URLSearchParams('due=overdue&owner=FREE&sort=number'));
    expect(one).toBe('owner=FREE&due=overdue');
    expect(other).toBe(one);
  });

  test('the default counts as no filter', () => {
    expect(countFilters(noFilter)).toBe(0);
    expect(countFilters(read('scheme=CLEANING,CAR_CARE&text=Dahl'))).toBe(2);
  });
});

describe('due dates', () => {
  test.each([
    ['overdue', { dueTo: '2026-11-24' }],
    ['today', { dueFrom: '2026-11-25', dueTo: '2026-11-25' }],
    ['week', { dueFrom: '2026-11-26', dueTo: '2026-11-29' }],
    ['later', { dueFrom: '2026-11-30' }],
  ])('%s', (due, days) => {
    expect(toCaseFilter(read(`due=${due}&status=ALL`), null, TODAY)).toEqual(days);
  });

  test('two days of one’s own', () => {
    expect(toCaseFilter(read('from=2026-12-01&to=2026-12-04'), null, TODAY)).toEqual({
      status: ['OPEN'],
      dueFrom: '2026-12-01',
      dueTo: '2026-12-04',
    });
  });
});

describe('the order in the address', () => {
  test('by due date, the most urgent first, unless told', () => {
    expect(readOrder(new URLSearchParams('sort=mood'))).toEqual({ by: 'DUE_ON', direction: 'ASC' });
  });

  test('a minus turns it round', () => {
    const params = writeOrder(new URLSearchParams('after=x'), { by: 'NUMBER', direction: 'DESC' });
    expect(params.toString()).toBe('sort=-number');
    expect(readOrder(params)).toEqual({ by: 'NUMBER', direction: 'DESC' });
  });
});
