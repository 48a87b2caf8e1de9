import { describe, expect, it } from 'vitest';
import { APPROVALS } from './approval.catalogue.ts';
import { type ConditionFacts, checkCondition } from './condition.rules.ts';

type Code = keyof typeof APPROVALS;

const CODES = ['CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY'] as const;
const facts = (given: Partial<ConditionFacts>): ConditionFacts => ({
  ...{ employees: 4, dischargeDuty: true, day: '2026-11-23', said: [], ...given },
  firm: { form: 'AS', status: 'ACTIVE', inCompanyRegister: true, inVatRegister: true, employees: 4 },
});
const conditionsOf = (code: Code) =>
  APPROVALS[code].requirements.flatMap(one =>
    'condition' in one ? [{ key: one.key, body: one.condition }] : [],
  );
function check(code: Code, key: string, given: Partial<ConditionFacts>) {
  const condition = conditionsOf(code).find(one => one.key === key);
  if (!condition) throw new Error(`${code} has no condition ${key}`);
  return checkCondition(condition, facts(given));
}

const NEW = '2024-01-01';
const BEFORE = '2023-12-31';
const FIRST = '2012-09-01';
const NOBODY = '2012-08-31';
const TODAY = '2026-11-23';

/** What the catalogue says, once more, by hand: below, at and above each number, on the day it changes and the day before. */
describe.each(['CLEANING_FIRM', 'CAR_CARE_FIRM'] as const)('%s: who is asked, by size and day', code => {
  it.each([
    [FIRST, 49, false],
    [FIRST, 50, true],
    [FIRST, 51, true],
    [BEFORE, 29, false],
    [BEFORE, 30, false],
    [BEFORE, 31, false],
    [BEFORE, 49, false],
    [BEFORE, 50, true],
    [BEFORE, 51, true],
    [NEW, 29, false],
    [NEW, 30, true],
    [NEW, 31, true],
    [TODAY, 29, false],
    [TODAY, 30, true],
    [TODAY, 31, true],
    // No number had begun: everybody was asked.
    [NOBODY, 1, true],
  ])('the working environment committee, %s, %i employees: %s', (day, employees, asked) => {
    const { state } = check(code, 'WORKING_ENVIRONMENT_COMMITTEE', { day, employees });
    expect(state).toBe(asked ? null : 'NOT_RELEVANT');
  });

  it.each([
    [FIRST, 9, true],
    [FIRST, 10, false],
    [FIRST, 11, false],
    [BEFORE, 4, true],
    [BEFORE, 5, true],
    [BEFORE, 6, true],
    [BEFORE, 9, true],
    [BEFORE, 10, false],
    [BEFORE, 11, false],
    [NEW, 4, true],
    [NEW, 5, false],
    [NEW, 6, false],
    [TODAY, 4, true],
    [TODAY, 5, false],
    [TODAY, 6, false],
    [NOBODY, 4, false],
  ])('an agreement instead of a safety representative, %s, %i employees: %s', (day, employees, agreement) => {
    const { evidence } = check(code, 'SAFETY_REPRESENTATIVE', { day, employees });
    expect(evidence.flat().includes('SAFETY_REP_AGREEMENT')).toBe(agreement);
    expect(evidence[0]).toEqual(['SAFETY_REP_ELECTION']);
  });
});

/** Those that know no number and no day: asked of one and of a thousand, today and the day the register began. */
describe('every other condition', () => {
  const always = CODES.flatMap(code =>
    conditionsOf(code)
      .filter(({ body }) => body.atLeast.length === 0)
      .map(({ key, body }) => ({ code, key, of: body.of, duty: body.duty !== null })),
  );

  it('is one of these', () => {
    expect([...new Set(always.map(({ key }) => key))].toSorted()).toEqual([
      ...['ACTIVE', 'ASSIGNMENTS_REPORTED', 'COMPANY_REGISTER', 'DISCHARGE_PERMITTED', 'EMPLOYEES_REPORTED'],
      ...['EMPLOYMENT_CONTRACTS', 'INJURY_INSURED', 'MINIMUM_PAY', 'OCCUPATIONAL_HEALTH'],
      ...['RESIDENCE_PERMITS', 'SAFETY_REPRESENTATIVE', 'VAT_REGISTER'],
    ]);
  });

  const days = [FIRST, BEFORE, NEW, TODAY].flatMap(day =>
    [1, 4, 1_000].map(employees => ({ day, employees })),
  );

  it.each(always)('$code $key is asked whatever the day and the size', ({ code, key, duty }) => {
    const states = days.map(given => check(code, key, given).state);
    expect(states).toEqual(days.map(() => (duty ? 'MET' : null)));
  });

  it.each(always.filter(({ of }) => of === 'EMPLOYERS'))(
    '$code $key is not asked of nobody’s employer',
    one => {
      expect(check(one.code, one.key, { employees: 0 }).state).toBe('NOT_RELEVANT');
    },
  );
});
