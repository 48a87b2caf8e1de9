import { describe, expect, test } from 'vitest';
import type { CaseRow } from '../../graphql/fragments.ts';
import { isInView, myViewNames, myViewOf } from './my-cases.rules.ts';

const row = (part: Partial<CaseRow>) =>
  ({ status: 'OPEN', dueOn: '2026-12-03', hasNewPost: false, ...part }) as CaseRow;
const viewsWith = (part: Partial<CaseRow>) =>
  myViewNames.filter(view => isInView(row(part), view, '2026-11-25'));

describe('my cases', () => {
  test('the address of the start page’s tiles opens the right view', () => {
    expect(myViewOf(new URLSearchParams('due=overdue'))).toBe('overdue');
    expect(myViewOf(new URLSearchParams('due=today'))).toBe('today');
    expect(myViewOf(new URLSearchParams('due=someday'))).toBe('all');
    expect(myViewOf(new URLSearchParams(''))).toBe('all');
  });

  test('a case is in every view that fits', () => {
    expect(viewsWith({})).toEqual(['all']);
    expect(viewsWith({ dueOn: '2026-11-24', hasNewPost: true })).toEqual(['all', 'overdue', 'post']);
    expect(viewsWith({ dueOn: '2026-11-25', status: 'ON_HOLD' })).toEqual(['all', 'today', 'onHold']);
  });
});
