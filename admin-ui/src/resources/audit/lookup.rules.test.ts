import { expect, test } from 'vitest';
import type { AuditRow } from './audit.documents.ts';
import { didOf } from './lookup.rules.ts';

const row = (part: Partial<AuditRow>) =>
  ({ kind: 'READ', operation: 'Case', tableName: 'desk_case', ...part }) as AuditRow;

test('a row is told by what was looked at, not by the name of a query', () => {
  expect(didOf(row({}))).toBe('CASE');
  expect(didOf(row({ operation: 'Whatever', tableName: 'person' }))).toBe('LIST');
  expect(didOf(row({ operation: 'searchNationalId', tableName: 'person' }))).toBe('NUMBER_SEARCH');
  expect(didOf(row({ kind: 'REFUSED', operation: 'revealNationalId' }))).toBe('REFUSED');
  expect(didOf(row({ kind: 'CHANGE' }))).toBe('CHANGE');
  expect(didOf(row({ tableName: 'something_new' }))).toBe('OTHER');
});
