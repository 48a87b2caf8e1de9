import { describe, expect, it } from 'vitest';
import { checkDigitRule, checkDigits, maskNationalId, parseNationalId } from './national-id.rules.ts';

/** A number with right check digits; the counter moves on where a stem has none. */
function numberFor(dayMonthYear: string): string {
  for (let counter = 100; counter < 200; counter++) {
    const stem = `${dayMonthYear}${counter}`;
    const digits = checkDigits(stem);
    if (digits) return `${stem}${digits}`;
  }
  throw new Error(`no number for ${dayMonthYear}`);
}

const codeOf = (input: string, mode: 'production' | 'test' = 'test') => {
  const result = parseNationalId(input, mode);
  return result.ok ? 'OK' : result.code;
};

describe('the check digits of a national ID number', () => {
  it.each([
    ['17858512387', 'STRICT', 'OK'],
    ['01819010192', 'STRICT', 'OK'],
    ['29840450188', 'STRICT', 'OK'],
    ['17858512395', 'RELAXED', 'OK'],
    ['17858512301', 'RELAXED', 'OK'],
    ['17858512388', null, 'NATIONAL_ID_CHECK_DIGITS'],
    ['17858512378', null, 'NATIONAL_ID_CHECK_DIGITS'],
    ['57858512370', 'STRICT', 'OK'],
    ['57858512389', 'RELAXED', 'OK'],
  ])('%s follows the rule %s', (number, rule, code) => {
    expect(checkDigitRule(number)).toBe(rule);
    expect(codeOf(number)).toBe(code);
  });

  it('can be made, where the first nine digits have any', () => {
    expect(checkDigits('178585123')).toBe('87');
    expect(checkDigits('018190101')).toBe('92');
    expect(checkDigits('578585123')).toBe('70');
    const made = Array.from({ length: 100 }, (_, index) => checkDigits(`178585${100 + index}`));
    expect(made).toContain(null);
    expect(made.every((digits, index) => digits === null || isStrict(`178585${100 + index}${digits}`))).toBe(
      true,
    );
  });
});

const isStrict = (number: string) => checkDigitRule(number) === 'STRICT';

describe('reading a national ID number', () => {
  it('tells birth date, D-number and synthetic', () => {
    expect(parseNationalId('17858512387', 'test')).toEqual({
      ok: true,
      number: '17858512387',
      birthDates: ['1985-05-17', '2085-05-17'],
      dNumber: false,
      synthetic: true,
    });
    expect(parseNationalId('57858512370', 'test')).toMatchObject({
      birthDates: ['1985-05-17', '2085-05-17'],
      dNumber: true,
    });
  });

  it('keeps the leading zero', () => {
    expect(parseNationalId('01819010192', 'test')).toMatchObject({ number: '01819010192' });
  });

  it('takes spaces anywhere and nothing else', () => {
    expect(parseNationalId(' 178585 123\u00a087 ', 'test')).toMatchObject({ number: '17858512387' });
    for (const input of ['178585-12387', '17858512387\n', '1785851238x', '１7858512387', '+17858512387']) {
      expect(codeOf(input)).toBe('NATIONAL_ID_CHARACTERS');
    }
  });

  it('needs eleven digits', () => {
    for (const input of ['', '1785851238', '178585123870']) expect(codeOf(input)).toBe('NATIONAL_ID_LENGTH');
  });

  it('accepts 29 February 00, which existed in 2000 but not in 1900', () => {
    expect(parseNationalId(numberFor('298200'), 'test')).toMatchObject({
      ok: true,
      birthDates: ['2000-02-29'],
    });
  });

  it.each(['298201', '308285', '318485', '008585', '329085', '408585', '728585', '119385'])(
    'refuses %s, a day that does not exist',
    dayMonthYear => {
      expect(codeOf(numberFor(dayMonthYear))).toBe('NATIONAL_ID_DATE');
    },
  );

  it('production refuses synthetic numbers, test refuses every other', () => {
    expect(codeOf('17858512387', 'production')).toBe('NATIONAL_ID_SYNTHETIC_REFUSED');
    expect(codeOf(numberFor('174585'), 'production')).toBe('NATIONAL_ID_SYNTHETIC_REFUSED');
    expect(codeOf(numberFor('174585'))).toBe('NATIONAL_ID_REAL_REFUSED');
    expect(codeOf(numberFor('310285'))).toBe('NATIONAL_ID_REAL_REFUSED');
    expect(codeOf(numberFor('310285'), 'production')).toBe('NATIONAL_ID_DATE');
  });
});

describe('masking', () => {
  it('shows the first six digits only', () => {
    expect(maskNationalId('17858512387')).toBe('178585*****');
  });
});
