import { describe, expect, it } from 'vitest';
import { checkKid, makeKid } from './kid.rules.ts';

describe('a payment reference', () => {
  it.each([
    ['2026000123', '20260001233', '20260001230'],
    ['2026000124', '20260001241', '20260001249'],
    ['2026000101', '20260001019', '2026000101-'],
    ['1234', '12344', '12343'],
  ])('for %s is %s by mod 10 and %s by mod 11', (base, byMod10, byMod11) => {
    expect(makeKid(base, 'MOD10')).toBe(byMod10);
    expect(makeKid(base, 'MOD11')).toBe(byMod11);
    expect(checkKid(byMod10, 'MOD10')).toBe(true);
    expect(checkKid(byMod11, 'MOD11')).toBe(true);
  });

  it('with any one digit wrong is refused', () => {
    for (const [kid, algorithm] of [
      ['20260001233', 'MOD10'],
      ['20260001230', 'MOD11'],
    ] as const) {
      for (let place = 0; place < kid.length; place++) {
        const wrong = (Number(kid[place]) + 1) % 10;
        expect(checkKid(`${kid.slice(0, place)}${wrong}${kid.slice(place + 1)}`, algorithm)).toBe(false);
      }
    }
  });

  it('has 2 to 25 characters, digits only but for the dash of mod 11', () => {
    expect(checkKid(makeKid('1'.repeat(24), 'MOD10'), 'MOD10')).toBe(true);
    expect(checkKid(makeKid('1'.repeat(25), 'MOD10'), 'MOD10')).toBe(false);
    for (const kid of ['', '0', '2026 0001233', '20260-01230']) expect(checkKid(kid, 'MOD10')).toBe(false);
    expect(checkKid('2026000101-', 'MOD10')).toBe(false);
  });
});
