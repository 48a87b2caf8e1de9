import { describe, expect, it } from 'vitest';
import { readWords, toJournalFilter, writeWords } from './journal-filter.rules.ts';

describe('the filter of the journal in the address', () => {
  it('is a period, a case and a type', () => {
    const params = new URLSearchParams('from=2026-11-01&to=2026-11-30&case=+UN-1+&type=I');
    expect(toJournalFilter(readWords(params))).toEqual({
      ...{ from: '2026-11-01', to: '2026-11-30', caseNumber: 'UN-1', type: 'I' },
    });
  });

  it('leaves out what is no day and no type', () => {
    const params = new URLSearchParams('from=yesterday&type=Q');
    expect(toJournalFilter(readWords(params))).toEqual({
      ...{ from: null, to: null, caseNumber: null, type: null },
    });
  });

  it('starts at the first page again when it changes', () => {
    const next = writeWords(new URLSearchParams('after=x&page=3&type=I&rows=50'), { type: '', case: 'UN-1' });
    expect(next.toString()).toBe('rows=50&case=UN-1');
  });
});
