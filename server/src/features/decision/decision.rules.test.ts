import { describe, expect, it, test } from 'vitest';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import {
  appealDeadline,
  type DecisionContent,
  decidable,
  decisionFaults,
  digestOf,
  isLate,
  letterKindOf,
  needsApproval,
} from './decision.rules.ts';

const THREE_WEEKS = { days: 21 };
const DAY = '2026-11-23';
const GRANT: DecisionContent = {
  ...{ kind: 'FIRST', outcome: 'GRANT', groundIds: ['1'], statuteIds: ['1'], facts: ['Gift.'], freeText: '' },
  ...{ validFrom: '2026-11-24', validTo: '2028-11-23', whileRole: false },
};
const facts = { status: 'UNDER_REVIEW', today: DAY, missing: 0, appealLate: false } as const;

describe('the last day to appeal', () => {
  // Domain section 12
  test.each([
    ['2026-03-13', '2026-04-07'],
    ['2026-04-10', '2026-05-04'],
    ['2026-04-24', '2026-05-15'],
  ])('received %s: %s', (received, last) => {
    expect(appealDeadline(received, THREE_WEEKS)).toBe(last);
  });

  it('is a day in time, and the day after is late', () => {
    expect(isLate('2026-04-07', '2026-04-07')).toBe(false);
    expect(isLate('2026-04-08', '2026-04-07')).toBe(true);
  });
});

describe('a second signature', () => {
  const rule = { fourEyesOn: ['REFUSE', 'WITHDRAW'] as DecisionOutcome[] };

  it('is needed where the catalogue says so, and for whatever changes an earlier decision', () => {
    const needs = (kind: DecisionContent['kind'], outcome: DecisionOutcome) =>
      needsApproval(rule, { kind, outcome });
    expect(needs('FIRST', 'GRANT')).toBe(false);
    expect(needs('FIRST', 'REFUSE')).toBe(true);
    expect(needs('APPEAL', 'GRANT')).toBe(true);
    expect(needs('CORRECTION', 'GRANT')).toBe(true);
    expect(needs('WITHDRAWAL', 'WITHDRAW')).toBe(true);
    // The applicant takes the application back.
    expect(needs('FIRST', 'WITHDRAW')).toBe(false);
  });
});

describe('a decision', () => {
  it('that has everything has no fault', () => {
    expect(decisionFaults(GRANT, facts)).toEqual({});
  });

  test.each<[string, Partial<DecisionContent>, Record<string, string>]>([
    ['without grounds or words of its own', { groundIds: [] }, { grounds: 'REQUIRED' }],
    ['without law', { statuteIds: [] }, { statutes: 'REQUIRED' }],
    ['without facts', { facts: [' '] }, { facts: 'REQUIRED' }],
    ['without a first day', { validFrom: null }, { validFrom: 'REQUIRED' }],
    ['without a last day or a role', { validTo: null }, { validTo: 'REQUIRED' }],
    ['that ends before it begins', { validTo: '2026-11-23' }, { validTo: 'DATE_NOT_LATER' }],
    ['that has ended', { validFrom: '2026-01-01', validTo: '2026-11-22' }, { validTo: 'DATE_IN_PAST' }],
    ['that refuses from a day on', { outcome: 'REFUSE' }, { validFrom: 'NOT_POSSIBLE' }],
    ['of a kind that is not its turn', { kind: 'CORRECTION' }, { kind: 'NOT_POSSIBLE' }],
  ])('%s says what is wrong', (_, change, faults) => {
    expect(decisionFaults({ ...GRANT, ...change }, facts)).toEqual(faults);
  });

  it('grants nothing while a paper is missing, and no appeal that came too late', () => {
    expect(decisionFaults(GRANT, { ...facts, missing: 1 })).toEqual({ outcome: 'DOCUMENTS_MISSING' });
    const appeal = { ...GRANT, kind: 'APPEAL' } as const;
    const late = { ...facts, status: 'APPEALED', appealLate: true } as const;
    expect(decisionFaults(appeal, late)).toEqual({ outcome: 'APPEAL_LATE' });
    expect(decisionFaults(appeal, { ...late, appealLate: false })).toEqual({});
  });

  it('has its turn by where the application stands', () => {
    expect(decidable('UNDER_REVIEW')).toEqual(['FIRST']);
    expect(decidable('GRANTED')).toEqual(['WITHDRAWAL', 'CORRECTION']);
    expect(decidable('REFUSED')).toEqual(['CORRECTION']);
    expect(decidable('APPEALED')).toEqual(['APPEAL']);
    for (const status of [
      'WRONG_CHANNEL',
      'REGISTERED',
      'AWAITING_DOCUMENTS',
      'FOR_APPROVAL',
      'FORWARDED',
    ] as const)
      expect(decidable(status)).toEqual([]);
  });

  it('is told by the letter of its kind', () => {
    expect(letterKindOf({ kind: 'APPEAL', outcome: 'GRANT' })).toBe('APPEAL_REVERSED');
    expect(letterKindOf({ kind: 'APPEAL', outcome: 'DISMISS' })).toBe('APPEAL_DISMISSED_LATE');
    expect(letterKindOf({ kind: 'WITHDRAWAL', outcome: 'WITHDRAW' })).toBe('DECISION_WITHDRAW');
  });
});

describe('a digest', () => {
  it('does not care for the order of fields, and cares for every value', () => {
    const one = digestOf({ a: 1, b: [{ c: 'x', d: null }] });
    expect(digestOf({ b: [{ d: null, c: 'x' }], a: 1 })).toEqual(one);
    expect(digestOf({ a: 1, b: [{ c: 'X', d: null }] })).not.toEqual(one);
    expect(digestOf({ a: '1', b: [{ c: 'x', d: null }] })).not.toEqual(one);
  });
});
