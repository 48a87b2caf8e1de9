import { describe, expect, it } from 'vitest';
import type { RegisteredPerson } from '../../registers/folkeregisteret/folkeregisteret.ts';
import { judgeAssignment, judgeEmployment } from './employment.rules.ts';
import { judgePerson, judgeWorkAccess, needsWorkAccess } from './person.rules.ts';

const TODAY = '2026-11-22';

describe('Folkeregisteret', () => {
  const PERSON: RegisteredPerson = {
    ...{ status: 'ACTIVE', name: { first: 'Prøve', middle: null, last: 'Person' }, birthDate: null },
    ...{
      gender: null,
      citizenships: ['NOR'],
      protection: 'NONE',
      address: null,
      guardian: null,
      married: null,
      spouse: null,
    },
    replacedBy: null,
  };
  const person = (given: Partial<RegisteredPerson>) => ({
    kind: 'PERSON' as const,
    person: { ...PERSON, ...given },
  });

  it.each([
    [{}, 'APPROVED', null],
    [{ status: 'INACTIVE' as const }, 'REJECTED', 'FREG_INACTIVE'],
    [{ status: 'INACTIVE' as const, replacedBy: '17858512387' }, 'REJECTED', 'FREG_REPLACED'],
    [{ status: 'DECEASED' as const }, 'REJECTED', 'FREG_DECEASED'],
    [{ status: 'UNKNOWN' as const }, 'REJECTED', 'FREG_UNKNOWN'],
  ])('%j: %s %s (R20)', (given, outcome, reason) => {
    expect(judgePerson(person(given))).toEqual({ outcome, reason });
  });

  it('does not know a number that is none', () => {
    expect(judgePerson({ kind: 'UNKNOWN' })).toMatchObject({ reason: 'FREG_UNKNOWN' });
  });
});

describe('Aa-registeret', () => {
  const [MAIN, UNIT, OTHER] = ['310078417', '312345676', '313000001'];
  const place = { unitOrgNumber: UNIT, mainOrgNumber: MAIN, today: TODAY, hasCard: false };
  const job = (given: Partial<{ subUnit: string; mainUnit: string; start: string; end: string | null }>) => ({
    ...{ subUnit: UNIT, mainUnit: MAIN, type: 'ordinaertArbeidsforhold', start: '2024-01-01', end: null },
    ...given,
  });
  const told = (...employments: ReturnType<typeof job>[]) => ({ kind: 'EMPLOYMENTS' as const, employments });

  it.each([
    ['employed in the unit', told(job({})), 'APPROVED', null],
    ['on the last day', told(job({ end: TODAY })), 'APPROVED', null],
    ['a freelancer', told({ ...job({}), type: 'frilanser' }), 'APPROVED', null],
    ['nowhere', told(), 'REJECTED', 'AA_NOT_REGISTERED'],
    ['in another firm', told(job({ mainUnit: OTHER })), 'REJECTED', 'AA_NOT_REGISTERED'],
    ['on the main unit', told(job({ subUnit: MAIN })), 'REJECTED', 'AA_ONLY_IN_MAIN_UNIT'],
    ['in another sub-unit', told(job({ subUnit: OTHER })), 'REJECTED', 'AA_OTHER_UNIT'],
    ['begins tomorrow (R10)', told(job({ start: '2026-11-23' })), 'PENDING', 'AA_NOT_STARTED'],
    [
      'begins in another sub-unit',
      told(job({ subUnit: OTHER, start: '2026-12-01' })),
      'REJECTED',
      'AA_OTHER_UNIT',
    ],
    ['left yesterday', told(job({ end: '2026-11-21' })), 'REJECTED', 'AA_ENDED'],
    ['left and came back', told(job({ end: '2025-01-01' }), job({})), 'APPROVED', null],
    [
      'left, and comes back',
      told(job({ end: '2025-01-01' }), job({ start: '2026-12-01' })),
      'PENDING',
      'AA_NOT_STARTED',
    ],
  ] as const)('%s', (...[, answer, outcome, reason]) => {
    expect(judgeEmployment(answer, place)).toEqual({ outcome, reason });
  });

  it('a holder who moves to another unit of the firm keeps the card, as it names the main unit (R14, R17)', () => {
    const moved = told(job({ subUnit: OTHER }));
    expect(judgeEmployment(moved, { ...place, hasCard: true })).toMatchObject({ outcome: 'APPROVED' });
    const left = told(job({ mainUnit: OTHER }));
    expect(judgeEmployment(left, { ...place, hasCard: true })).toMatchObject({ outcome: 'REJECTED' });
  });
});

describe('OAR, for posted workers', () => {
  const told = (...periods: { start: string; end: string | null }[]) => ({
    ...{ kind: 'REGISTERED' as const, active: periods.length > 0, periods },
  });

  it.each([
    ['an assignment goes on', told({ start: '2026-01-01', end: TODAY }), 'APPROVED', null],
    ['one is to come', told({ start: '2026-12-01', end: null }), 'PENDING', 'OAR_NOT_STARTED'],
    ['it has ended', told({ start: '2026-01-01', end: '2026-11-21' }), 'REJECTED', 'OAR_ENDED'],
    ['there is none (007)', { kind: 'NOT_REGISTERED' as const }, 'REJECTED', 'OAR_NOT_REGISTERED'],
  ])('%s', (...[, answer, outcome, reason]) => {
    expect(judgeAssignment(answer, TODAY)).toEqual({ outcome, reason });
  });
});

describe('UDI', () => {
  it.each([
    ['YES', null, 'APPROVED', null],
    ['YES', TODAY, 'APPROVED', null],
    ['YES', '2026-11-21', 'REJECTED', 'UDI_EXPIRED'],
    ['NO', null, 'REJECTED', 'UDI_NO'],
    ['UNKNOWN', null, 'REJECTED', 'UDI_UNKNOWN'],
  ] as const)('%s, valid to %s: %s %s', (...[access, validTo, outcome, reason]) => {
    expect(judgeWorkAccess({ kind: 'WORK_ACCESS', access, validTo }, TODAY)).toEqual({ outcome, reason });
  });

  it('is asked about people from outside the EEA only', () => {
    expect(needsWorkAccess(['POL'])).toBe(false);
    expect(needsWorkAccess(['CHE'])).toBe(false);
    expect(needsWorkAccess(['UKR', 'ROU'])).toBe(false);
    for (const outside of [['UKR'], ['GBR'], ['XXX'], []]) expect(needsWorkAccess(outside)).toBe(true);
  });
});
