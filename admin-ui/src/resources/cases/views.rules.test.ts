import { describe, expect, test } from 'vitest';
import { countOfView, savedViewsIn, viewsOfQueue, withView } from './views.rules.ts';

const count = (value: number) => ({ value, exact: true });
const facets = {
  scheme: [],
  status: [{ value: 'OPEN', count: count(399) }],
  owner: [{ value: 'FREE', count: count(212) }],
  attempt: [{ value: '2', count: count(40) }],
  due: [{ value: 'OVERDUE', count: count(3) }],
};

describe('views of a queue', () => {
  test('the tabs take their numbers from the facets', () => {
    expect(countOfView('open', facets)).toEqual(count(399));
    expect(countOfView('overdue', facets)).toEqual(count(3));
    expect(countOfView('mine', facets)).toBeNull();
    expect(countOfView('all', facets)).toBeNull();
  });

  test('an inquiry has no attempts to filter by', () => {
    expect(viewsOfQueue('INQUIRY')).not.toContain('second');
    expect(viewsOfQueue('IMAGE_REVIEW')).toContain('second');
  });
});

describe('saved views', () => {
  test('a new name is added, a known one gets the new filter', () => {
    const one = withView([], { name: ' Mine renhold ', key: 'owner=MINE&scheme=CLEANING' });
    expect(one).toEqual([{ id: '1', name: 'Mine renhold', key: 'owner=MINE&scheme=CLEANING' }]);
    const two = withView(one, { name: 'Haster', key: 'due=today' });
    expect(two.map(view => view.id)).toEqual(['1', '2']);
    expect(withView(two, { name: 'Haster', key: 'due=overdue' })).toEqual([
      one[0],
      { id: '2', name: 'Haster', key: 'due=overdue' },
    ]);
  });

  test('stored rubbish is no view', () => {
    expect(savedViewsIn('x')).toEqual([]);
    expect(savedViewsIn([null, { id: '1', name: 'A' }, { id: '2', name: 'B', key: '' }])).toEqual([
      { id: '2', name: 'B', key: '' },
    ]);
  });
});
