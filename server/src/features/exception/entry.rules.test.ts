import { describe, expect, it, test } from 'vitest';
import { exceptionThatCures, type HeldException, holdsOn } from './entry.rules.ts';

const ENTRY: HeldException = {
  ...{ id: '1', code: 'AA_ENK_SPOUSE', fromOn: '2027-03-28', toOn: '2028-02-29', endedOn: null },
};

describe('an entry', () => {
  test.each([
    ['2027-03-27', false],
    // The clocks go forward, and back.
    ['2027-03-28', true],
    ['2027-10-31', true],
    // The last day counts, also when it is a leap day.
    ['2028-02-29', true],
    ['2028-03-01', false],
  ])('on %s holds: %s', (day, holds) => {
    expect(holdsOn(ENTRY, day)).toBe(holds);
  });

  it('that was ended does not hold on its first day without it', () => {
    const ended = { ...ENTRY, endedOn: '2027-06-01' };
    expect(holdsOn(ended, '2027-05-31')).toBe(true);
    expect(holdsOn(ended, '2027-06-01')).toBe(false);
  });
});

describe('what a register says no to', () => {
  const day = '2027-05-01';

  it('is cured by an entry for that very result, and no other', () => {
    expect(exceptionThatCures('AA_NOT_REGISTERED', [ENTRY], day)).toBe(ENTRY);
    expect(exceptionThatCures('UDI_NO', [ENTRY], day)).toBeNull();
    expect(exceptionThatCures('ENH_REMOVED', [ENTRY], day)).toBeNull();
    expect(exceptionThatCures('AA_NOT_REGISTERED', [ENTRY], '2028-03-01')).toBeNull();
  });

  it('is cured by the entry that lasts longest', () => {
    const role = { ...ENTRY, id: '2', code: 'AA_BOARD_CHAIR', toOn: null } as const;
    const ended = { ...role, id: '3', endedOn: '2027-05-02' } as const;
    expect(exceptionThatCures('AA_NOT_REGISTERED', [ENTRY, ended, role], day)).toBe(role);
    expect(exceptionThatCures('AA_NOT_REGISTERED', [ended, ENTRY], day)).toBe(ENTRY);
  });
});
