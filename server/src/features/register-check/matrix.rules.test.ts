import { describe, expect, it } from 'vitest';
import { Scheme } from '../order/order.enums.ts';
import { settingsFrom } from '../setting/setting.rules.ts';
import { APPROVAL_OF, type Condition, MATRIX, registersOf, SUBJECT } from './matrix.rules.ts';
import { Register } from './register-check.enums.ts';

const SCHEMES = ['CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT'] as const;
/** Domain guide section 6, row by row as it stands there. */
const TABLE: readonly (readonly [Register, 'FIRM' | 'PERSON', ...Condition[]])[] = [
  ['ENHETSREGISTERET', 'FIRM', 'ALWAYS', 'ALWAYS', 'ALWAYS', 'ALWAYS'],
  ['FORETAKSREGISTERET', 'FIRM', null, 'IF_DUTY', 'IF_DUTY', 'IF_DUTY'],
  ['MVA', 'FIRM', 'ALWAYS', 'ALWAYS', 'ALWAYS', 'ALWAYS'],
  ['FOLKEREGISTERET', 'PERSON', 'ALWAYS', 'ALWAYS', 'ALWAYS', 'ALWAYS'],
  ['AA', 'PERSON', 'UNLESS_POSTED', 'UNLESS_POSTED', 'UNLESS_POSTED', 'UNLESS_POSTED'],
  ['OAR', 'PERSON', 'IF_POSTED', 'IF_POSTED', 'IF_POSTED', 'IF_POSTED'],
  ['UDI', 'PERSON', null, 'IF_NON_EEA', 'IF_NON_EEA', 'IF_NON_EEA'],
  ['CLEANING_APPROVAL', 'FIRM', null, 'ALWAYS', null, null],
  ['CAR_CARE_APPROVAL', 'FIRM', null, null, 'ALWAYS', null],
  ['STAFFING', 'FIRM', 'IF_AGENCY', 'IF_AGENCY', 'IF_AGENCY', 'IF_AGENCY'],
];
const CELLS = TABLE.flatMap(([register, , ...conditions]) =>
  SCHEMES.map((scheme, i) => ({ register, scheme, condition: conditions[i] })),
);
const worker = (scheme: Scheme, postedWorker = false) => ({
  postedWorker,
  workAccessChecked: settingsFrom([], '2026-11-22', scheme).workAccessChecked,
});

describe('the matrix of scheme and register', () => {
  it('has every register once', () => {
    expect(TABLE.map(([register]) => register)).toEqual(Object.values(Register));
  });

  it.each(CELLS)('$scheme asks $register: $condition', ({ register, scheme, condition }) => {
    expect(MATRIX[scheme][register]).toBe(condition);
  });

  it.each(TABLE.map(([register, subject]) => ({ register, subject })))(
    '$register answers for the $subject',
    ({ register, subject }) => {
      expect(SUBJECT[register]).toBe(subject);
    },
  );

  it.each(CELLS)('an order of $scheme has a check of $register when it must', cell => {
    const { register, scheme, condition } = cell;
    const employed = registersOf(scheme, worker(scheme)).includes(register);
    const posted = registersOf(scheme, worker(scheme, true)).includes(register);
    expect(employed).toBe(condition !== null && condition !== 'IF_POSTED');
    expect(posted).toBe(condition !== null && condition !== 'UNLESS_POSTED');
  });

  it('follows the rules of the day about work access', () => {
    const changed = { postedWorker: false, workAccessChecked: true };
    expect(registersOf('CONSTRUCTION', changed)).toContain('UDI');
    expect(registersOf('CLEANING', { ...changed, workAccessChecked: false })).not.toContain('UDI');
  });

  it('knows whose approval the clock waits for (R3)', () => {
    expect(Object.values(Scheme).map(scheme => APPROVAL_OF[scheme])).toEqual([
      null,
      'CLEANING_APPROVAL',
      'CAR_CARE_APPROVAL',
      null,
    ]);
  });
});
