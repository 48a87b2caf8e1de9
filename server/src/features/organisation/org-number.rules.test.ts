import { describe, expect, it } from 'vitest';
import { formatOrgNumber, orgNumberCheckDigit, parseOrgNumber } from './org-number.rules.ts';

function numberStarting(firstDigits: string): string {
  for (let counter = 0; counter < 100; counter++) {
    const stem = `${firstDigits}${String(counter).padStart(8 - firstDigits.length, '0')}`;
    const digit = orgNumberCheckDigit(stem);
    if (digit !== null) return `${stem}${digit}`;
  }
  throw new Error(`no number starts with ${firstDigits}`);
}

const codeOf = (input: string, mode: 'production' | 'test') => {
  const result = parseOrgNumber(input, mode);
  return result.ok ? 'OK' : result.code;
};

describe('an organisation number', () => {
  it.each(['310078417', '312345676', '313000001'])('%s is right', number => {
    expect(parseOrgNumber(number, 'test')).toEqual({ ok: true, number });
  });

  it('with two digits swapped is wrong', () => {
    expect(codeOf('310078471', 'test')).toBe('ORG_NUMBER_CHECK_DIGIT');
  });

  it('does not exist where the check digit would be ten', () => {
    expect(orgNumberCheckDigit('31300001')).toBeNull();
    for (let last = 0; last <= 9; last++) {
      expect(codeOf(`31300001${last}`, 'test')).toBe('ORG_NUMBER_CHECK_DIGIT');
    }
  });

  it('may be typed with spaces and nothing else', () => {
    expect(parseOrgNumber(' 312 345\u00a0676', 'test')).toEqual({ ok: true, number: '312345676' });
    expect(codeOf('312.345.676', 'test')).toBe('ORG_NUMBER_CHARACTERS');
    expect(codeOf('NO312345676', 'test')).toBe('ORG_NUMBER_CHARACTERS');
  });

  it('has nine digits', () => {
    for (const input of ['', '31234567', '3123456760']) {
      expect(codeOf(input, 'test')).toBe('ORG_NUMBER_LENGTH');
    }
  });

  it('is synthetic in test and real in production', () => {
    expect(codeOf(numberStarting('2'), 'test')).toBe('OK');
    expect(codeOf(numberStarting('3'), 'production')).toBe('ORG_NUMBER_SYNTHETIC_REFUSED');
    for (const start of ['8', '9']) {
      expect(codeOf(numberStarting(start), 'production')).toBe('OK');
      expect(codeOf(numberStarting(start), 'test')).toBe('ORG_NUMBER_REAL_REFUSED');
    }
    for (const start of ['1', '5']) {
      expect(codeOf(numberStarting(start), 'production')).toBe('ORG_NUMBER_SERIES');
      expect(codeOf(numberStarting(start), 'test')).toBe('ORG_NUMBER_SERIES');
    }
  });

  it('is written in groups of three', () => {
    expect(formatOrgNumber('312345676')).toBe('312 345 676');
  });
});
