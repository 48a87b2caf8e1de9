import { describe, expect, it, test } from 'vitest';
import { entryState, exceptionThatCures, type HeldException, holdsOn } from './entry.rules.ts';

const ENTRY: HeldException = {
  ...{ id: '1', code: 'AA_ENK_SPOUSE', fromOn: '2027-03-28', toOn: '2028-02-29', endedOn: null },
};

describe('an entry', () => {
  test.each([
    ['2027-03-27', 'UPCOMING'],
    // The clocks go forward, and back.
    ['2027-03-28', 'ACTIVE'],
    ['2027-10-31', 'ACTIVE'],
    // The last day counts, also when it is a leap day.
    ['2028-02-29', 'ACTIVE'],
    ['2028-03-01', 'EXPIRED'],
  ])('on %s is %s', (day, state) => {
    expect(entryState(ENTRY, day)).toBe(state);
    expect(holdsOn(ENTRY, day)).toBe(state === 'ACTIVE');
  });

  it('that was ended does not hold on its first day without it', () => {
    const ended = { ...ENTRY, endedOn: '2027-06-01' };
    expect(entryState(ended, '2027-05-31')).toBe('ACTIVE');
    expect(entryState(ended, '2027-06-01')).toBe('ENDED');
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
