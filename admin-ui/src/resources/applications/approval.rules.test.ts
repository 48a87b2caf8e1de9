import { describe, expect, it } from 'vitest';
import { lookOf, stepsOf, waitsForOrdering } from './approval.rules.ts';

const said = (state: 'MET' | 'NOT_MET' | 'NOT_RELEVANT' | null) =>
  ({
    met: state === 'MET' || state === 'NOT_RELEVANT',
    condition: {
      ...{ state, source: null, comment: null, saidBy: null, saidAt: null },
      ...{ documentId: null, assessable: true },
    },
  }) as const;

describe('how far a firm has come', () => {
  const words = (...asked: Parameters<typeof stepsOf>) =>
    stepsOf(...asked).map(({ step, state }) => `${step} ${state}`);

  it('goes by the ordering of cards to the approval', () => {
    expect(words('APPLICATION_IN_PROGRESS', true)).toEqual([
      'APPLICATION now',
      'ORDERING next',
      'APPROVED next',
    ]);
    expect(words('CARD_ORDER_IN_PROGRESS', true)).toEqual([
      'APPLICATION done',
      'ORDERING now',
      'APPROVED next',
    ]);
    expect(words('APPROVED_WITHOUT_EMPLOYEES', true).at(-1)).toBe('APPROVED done');
  });

  it('an agency needs no cards first', () => {
    expect(words('APPROVED', false)).toEqual(['APPLICATION done', 'APPROVED done']);
    expect(words(null, false)).toEqual(['APPLICATION next', 'APPROVED next']);
  });

  it('a refused or withdrawn approval is lost', () => {
    expect(words('NOT_APPROVED', true).at(-1)).toBe('APPROVED lost');
  });
});

describe('a condition', () => {
  it('waits until somebody says how it stands', () => {
    expect([said(null), said('MET'), said('NOT_MET'), said('NOT_RELEVANT')].map(lookOf)).toEqual([
      ...['open', 'met', 'unmet', 'notRelevant'],
    ]);
  });
});

describe('the ordering of cards', () => {
  const coverage = { known: 0, covered: 0, wanted: 1, ready: false, waiting: [] };
  it('is opened while the application is dealt with, and never for an agency', () => {
    expect(waitsForOrdering({ approval: 'APPLICATION_IN_PROGRESS', coverage })).toBe(true);
    expect(waitsForOrdering({ approval: 'CARD_ORDER_IN_PROGRESS', coverage })).toBe(false);
    expect(waitsForOrdering({ approval: 'APPLICATION_IN_PROGRESS', coverage: null })).toBe(false);
  });
});
