import { expect, test } from 'vitest';
import { filterOf, isFiltered } from './audit-filter.ts';

test('a link to the log shows the same rows to whoever opens it', () => {
  expect(filterOf(new URLSearchParams('kind=READ&kind=CHANGE&case=2026/000123&from=2026-11-01'))).toEqual({
    kind: ['READ', 'CHANGE'],
    noHits: null,
    caseNumber: '2026/000123',
    operation: null,
    personId: null,
    from: '2026-11-01',
    to: null,
  });
});

test('what is malformed in an address is left out instead of failing', () => {
  const filter = filterOf(new URLSearchParams('kind=ALT&from=i+går&person=ola'));
  expect(isFiltered(filter)).toBe(false);
});

test('without more the log shows lookups and refusals; each tab is a question of its own', () => {
  const kinds = (address: string) => filterOf(new URLSearchParams(address)).kind;
  expect(kinds('')).toEqual(['READ', 'REFUSED']);
  expect(kinds('tab=refused')).toEqual(['REFUSED']);
  expect(kinds('tab=all')).toBeNull();
  expect(filterOf(new URLSearchParams('tab=noHits'))).toMatchObject({ kind: null, noHits: true });
});
