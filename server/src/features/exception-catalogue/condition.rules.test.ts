import { describe, expect, it } from 'vitest';
import { APPROVALS } from './approval.catalogue.ts';
import {
  type CheckedCondition,
  type ConditionFacts,
  checkCondition,
  headcountOn,
  type SaidCondition,
  wants,
} from './condition.rules.ts';

type Code = keyof typeof APPROVALS;

const facts = (given: Partial<ConditionFacts> = {}, firm: Partial<ConditionFacts['firm']> = {}) => ({
  ...{ employees: 4, dischargeDuty: null, day: '2026-11-23', said: [], ...given },
  firm: {
    ...{ form: 'AS', status: 'ACTIVE', inCompanyRegister: true, inVatRegister: true, employees: 4 },
    ...firm,
  },
});

function conditionsOf(code: Code) {
  return APPROVALS[code].requirements.flatMap(one =>
    'condition' in one ? [{ key: one.key, body: one.condition }] : [],
  );
}

function check(key: string, about: ConditionFacts, code: Code = 'CLEANING_FIRM') {
  const condition = conditionsOf(code).find(one => one.key === key);
  if (!condition) throw new Error(`${code} has no condition ${key}`);
  return checkCondition(condition, about);
}

const stateOf = (key: string, about: ConditionFacts, code: Code = 'CLEANING_FIRM') =>
  check(key, about, code).state;
const evidenceOf = (key: string, given: Partial<ConditionFacts>) => check(key, facts(given)).evidence.flat();
const NOT_ASKED: Pick<CheckedCondition, 'state' | 'source'> = { state: 'NOT_RELEVANT', source: 'RULE' };

const WORKING_LIFE = [
  'OCCUPATIONAL_HEALTH',
  'SAFETY_REPRESENTATIVE',
  'WORKING_ENVIRONMENT_COMMITTEE',
  'EMPLOYMENT_CONTRACTS',
  'INJURY_INSURED',
];
const DUTIES = ['ACTIVE', 'COMPANY_REGISTER', 'VAT_REGISTER', 'EMPLOYEES_REPORTED'];

describe('what each kind of firm is asked', () => {
  it.each<[Code, string[]]>([
    [
      'CLEANING_FIRM',
      [...DUTIES, ...WORKING_LIFE, 'MINIMUM_PAY', 'ASSIGNMENTS_REPORTED', 'RESIDENCE_PERMITS'],
    ],
    ['CAR_CARE_FIRM', [...DUTIES, ...WORKING_LIFE, 'DISCHARGE_PERMITTED']],
    ['STAFFING_AGENCY', DUTIES],
  ])('%s', (code, keys) => {
    expect(conditionsOf(code).map(({ key }) => key)).toEqual(keys);
  });

  it('car care: no proof of pay, which cleaning has', () => {
    expect(conditionsOf('CAR_CARE_FIRM').map(({ key }) => key)).not.toContain('MINIMUM_PAY');
  });

  it('who can be refused or lose an approval is seen by two', () => {
    for (const rule of Object.values(APPROVALS)) expect(rule.fourEyesOn).toEqual(['REFUSE', 'WITHDRAW']);
  });

  it('an agency’s approval lasts a year, the others’ until withdrawn', () => {
    expect(APPROVALS.STAFFING_AGENCY.validity).toMatchObject({ kind: 'MONTHS', months: 12 });
    expect(APPROVALS.CLEANING_FIRM.validity.kind).toBe('UNTIL_WITHDRAWN');
    expect(APPROVALS.CAR_CARE_FIRM.validity.kind).toBe('UNTIL_WITHDRAWN');
  });
});

describe('a threshold that changes with the day', () => {
  const changes = [
    { from: '2024-01-01', employees: 5 },
    { from: '2012-09-01', employees: 10 },
  ];
  it.each([
    ['2012-08-31', null],
    ['2012-09-01', 10],
    ['2023-12-31', 10],
    ['2024-01-01', 5],
    ['2026-11-23', 5],
  ])('on %s it is %s, in whatever order the changes stand', (day, employees) => {
    expect(headcountOn(changes, day)).toBe(employees);
    expect(headcountOn(changes.toReversed(), day)).toBe(employees);
  });
});

/** [law]: 10 employees, and 5 since 2024. */
describe('the safety representative', () => {
  it.each([
    ['2023-12-31', 9, true],
    ['2023-12-31', 10, false],
    ['2024-01-01', 4, true],
    ['2024-01-01', 5, false],
    ['2024-01-01', 9, false],
    ['2026-11-23', 1, true],
    ['2012-08-31', 1, false],
  ])('%s with %i employees: a signed agreement will do: %s', (day, employees, agreement) => {
    const evidence = evidenceOf('SAFETY_REPRESENTATIVE', { day, employees });
    expect(evidence).toContain('SAFETY_REP_ELECTION');
    expect(evidence.includes('SAFETY_REP_AGREEMENT')).toBe(agreement);
  });

  it('must be elected where nobody has said how many employees there are', () => {
    expect(evidenceOf('SAFETY_REPRESENTATIVE', { employees: null })).toEqual(['SAFETY_REP_ELECTION']);
  });
});

/** [law]: 50 employees, and 30 since 2024. */
describe('the working environment committee (AMU)', () => {
  it.each([
    ['2023-12-31', 49, false],
    ['2023-12-31', 50, true],
    ['2024-01-01', 29, false],
    ['2024-01-01', 30, true],
    ['2024-01-01', 49, true],
    ['2026-11-23', 5, false],
  ])('%s with %i employees: asked: %s', (day, employees, asked) => {
    for (const code of ['CLEANING_FIRM', 'CAR_CARE_FIRM'] as const) {
      const told = check('WORKING_ENVIRONMENT_COMMITTEE', facts({ day, employees }), code);
      if (asked) expect(told).toMatchObject({ state: null, source: null });
      else expect(told).toMatchObject(NOT_ASKED);
    }
  });

  it('is asked of who has not said how many employees it has', () => {
    expect(stateOf('WORKING_ENVIRONMENT_COMMITTEE', facts({ employees: null }))).toBeNull();
  });

  it('goes by the day of the application, not by today', () => {
    const before = facts({ day: '2023-11-01', employees: 40 });
    expect(check('WORKING_ENVIRONMENT_COMMITTEE', before)).toMatchObject(NOT_ASKED);
    expect(stateOf('WORKING_ENVIRONMENT_COMMITTEE', { ...before, day: '2024-11-01' })).toBeNull();
  });
});

describe('a firm without employees', () => {
  const alone = facts({ employees: 0 }, { form: 'ENK', inCompanyRegister: false, employees: 0 });

  it.each(conditionsOf('CLEANING_FIRM').filter(({ body }) => body.of === 'EMPLOYERS'))(
    'is not asked for $key',
    ({ key }) => {
      expect(check(key, alone)).toMatchObject(NOT_ASKED);
    },
  );

  it('is asked for what the registers say', () => {
    expect(stateOf('ACTIVE', alone)).toBe('MET');
    expect(stateOf('VAT_REGISTER', alone)).toBe('MET');
    expect(stateOf('COMPANY_REGISTER', alone)).toBe('NOT_RELEVANT');
    expect(stateOf('EMPLOYEES_REPORTED', alone)).toBe('NOT_RELEVANT');
  });

  it('with one employee is asked for everything but the committee', () => {
    const states = conditionsOf('CLEANING_FIRM')
      .filter(({ body }) => body.of === 'EMPLOYERS')
      .map(condition => [condition.key, checkCondition(condition, facts({ employees: 1 })).state]);
    expect(states.filter(([, state]) => state !== null)).toEqual([
      ['WORKING_ENVIRONMENT_COMMITTEE', 'NOT_RELEVANT'],
    ]);
  });
});

/** forurensningsforskriften § 15-1 */
describe('the discharge permit', () => {
  it.each([
    [true, 4, null],
    [true, 0, null],
    [false, 4, 'NOT_RELEVANT'],
    [null, 4, null],
  ])('when the duty is %s, with %i employees: %s', (dischargeDuty, employees, state) => {
    expect(stateOf('DISCHARGE_PERMITTED', facts({ dischargeDuty, employees }), 'CAR_CARE_FIRM')).toBe(state);
  });

  it('is the only paper a car-care firm without employees sends', () => {
    const about = facts({ dischargeDuty: true, employees: 0 });
    const asked = conditionsOf('CAR_CARE_FIRM').filter(
      one => checkCondition(one, about).state === null && one.body.evidence.length > 0,
    );
    expect(asked.map(({ key }) => key)).toEqual(['DISCHARGE_PERMITTED']);
  });
});

describe('Foretaksregisteret', () => {
  it.each([
    ['AS', false, 0, 'NOT_MET'],
    ['AS', true, 0, 'MET'],
    ['NUF', false, 1, 'NOT_MET'],
    ['ENK', false, 5, 'NOT_RELEVANT'],
    ['ENK', false, 6, 'NOT_MET'],
    ['ENK', true, 6, 'MET'],
    ['ENK', false, null, 'NOT_RELEVANT'],
    ['FLI', false, 40, 'NOT_RELEVANT'],
    [null, false, 4, null],
    ['AS', null, 4, null],
  ])('%s, registered: %s, with %s employees: %s', (...[form, inCompanyRegister, employees, state]) => {
    expect(stateOf('COMPANY_REGISTER', facts({}, { form, inCompanyRegister, employees }))).toBe(state);
  });
});

describe('the other registers', () => {
  it.each([
    ['ACTIVE', { status: 'ACTIVE' }, 'MET'],
    ['ACTIVE', { status: 'BANKRUPT' }, 'NOT_MET'],
    ['ACTIVE', { status: null }, null],
    ['VAT_REGISTER', { inVatRegister: true }, 'MET'],
    ['VAT_REGISTER', { inVatRegister: false }, 'NOT_MET'],
    ['VAT_REGISTER', { inVatRegister: null }, null],
    ['EMPLOYEES_REPORTED', { employees: 3 }, 'MET'],
    ['EMPLOYEES_REPORTED', { employees: 0 }, 'NOT_MET'],
    ['EMPLOYEES_REPORTED', { employees: null }, null],
  ] as const)('%s, %o: %s', (key, firm, state) => {
    for (const code of Object.keys(APPROVALS) as Code[]) {
      const told = check(key, facts({}, firm), code);
      expect(told).toMatchObject({ state, source: state === null ? null : 'REGISTER' });
    }
  });
});

describe('what a caseworker says', () => {
  const words = (key: string, state: SaidCondition['state']): SaidCondition => ({
    ...{ key, state, documentId: '7', comment: 'Sett', saidBy: 'Tuva Myhre' },
    saidAt: '2026-11-20T09:00:00Z',
  });

  it('counts, the newest first, where no register answers', () => {
    const said = [words('INJURY_INSURED', 'MET'), words('INJURY_INSURED', 'NOT_MET')];
    expect(check('INJURY_INSURED', facts({ said }))).toMatchObject({
      ...{ state: 'MET', source: 'STAFF', said: { saidBy: 'Tuva Myhre', documentId: '7' } },
    });
    expect(stateOf('MINIMUM_PAY', facts({ said }))).toBeNull();
  });

  it('does not count against a register, and does while the register is silent', () => {
    const said = [words('VAT_REGISTER', 'MET')];
    expect(check('VAT_REGISTER', facts({ said }, { inVatRegister: false }))).toMatchObject({
      ...{ state: 'NOT_MET', source: 'REGISTER' },
    });
    expect(check('VAT_REGISTER', facts({ said }, { inVatRegister: null }))).toMatchObject({
      ...{ state: 'MET', source: 'STAFF' },
    });
  });

  it('does not count where such a firm is not asked', () => {
    const said = [words('MINIMUM_PAY', 'NOT_MET')];
    expect(check('MINIMUM_PAY', facts({ said, employees: 0 }))).toMatchObject(NOT_ASKED);
  });
});

describe('the letter about what is missing asks for', () => {
  it.each([
    ['NOT_MET', true, true, true],
    ['NOT_MET', false, false, true],
    [null, true, false, true],
    [null, true, true, false],
    [null, false, false, false],
    ['MET', true, false, false],
    ['NOT_RELEVANT', true, false, false],
  ] as const)('%s, papers asked for: %s, come: %s → %s', (...[state, asked, came, wanted]) => {
    expect(wants({ state }, { asked, came })).toBe(wanted);
  });
});
