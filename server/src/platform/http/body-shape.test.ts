import { describe, expect, it } from 'vitest';
import { valueFault } from './body-shape.ts';

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;

describe('the values that come with a document', () => {
  it('pass as a person fills them in', () => {
    expect(valueFault(undefined)).toBeNull();
    expect(valueFault({ input: { caseId: '1', reasons: [{ code: 'PH_EYES', part: 'PHOTO' }] } })).toBeNull();
  });

  it('may not be a list without end, too many, or too deep', () => {
    expect(valueFault({ ids: Array(500).fill('1') })).toBeNull();
    expect(valueFault({ ids: Array(501).fill('1') })).toBe('items');
    expect(valueFault({ lists: Array(11).fill(Array(490).fill(1)) })).toBe('values');
    expect(valueFault(Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [i, i])))).toBe('values');
    expect(valueFault(nested(25))).toBeNull();
    expect(valueFault(nested(27))).toBe('nesting');
    expect(valueFault(nested(100_000))).toBe('nesting');
  });
});
