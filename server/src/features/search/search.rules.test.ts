import { describe, expect, it } from 'vitest';
import { orgNumberCheckDigit } from '../organisation/org-number.rules.ts';
import { checkDigits } from '../person/national-id.rules.ts';
import { searchFor } from './search.rules.ts';

const nationalId = `178585123${checkDigits('178585123')}`;
const orgNumber = `31234567${orgNumberCheckDigit('31234567')}`;

function codeOf(input: string): string | null {
  const found = searchFor(input, 'test');
  return found.ok ? null : found.code;
}

const wanted = (input: string) => {
  const found = searchFor(input, 'test');
  return found.ok ? found.wanted : found.code;
};

describe('what a search is about', () => {
  it.each([
    ['2026/000123', '2026/000123', '2026/000123'],
    ['2026-123', '2026/000123', '2026/000123'],
    ['2026 / 123', '2026/000123', '2026/000123'],
    ['2026000123', '2026/000123', '2026/000123'],
    ['2026/0001', '2026/000100', '2026/000199'],
    ['2026/', '2026/000000', '2026/999999'],
  ])('%s is the case numbers from %s to %s', (input, from, to) => {
    expect(wanted(input)).toMatchObject({ kind: 'CASE', from, to });
  });

  it('seven digits are an order number, with spaces or without', () => {
    expect(wanted('100 0123')).toEqual({ kind: 'ORDER', number: '1000123' });
  });

  it('with a line after it, a line of an order', () => {
    expect(wanted('1000123-2')).toEqual({ kind: 'ORDER', number: '1000123', line: 2 });
    expect(wanted('1000123 - 12')).toEqual({ kind: 'ORDER', number: '1000123', line: 12 });
  });

  it('ten digits are a card number; those that begin with a year may be a case as well', () => {
    expect(wanted('104 518 2003')).toEqual({ kind: 'CARD', number: '1045182003' });
    expect(wanted('2026000123')).toMatchObject({ kind: 'CASE', card: '2026000123' });
    expect(wanted('2026/000123')).not.toHaveProperty('card');
  });

  it('nine digits are an organisation number, and must be right', () => {
    const spaced = orgNumber.replace(/(...)(...)(...)/, '$1 $2 $3');
    expect(wanted(spaced)).toEqual({ kind: 'ORG_NUMBER', number: orgNumber });
    const wrong = `${orgNumber.slice(0, 8)}${(Number(orgNumber[8]) + 1) % 10}`;
    expect(codeOf(wrong)).toBe('ORG_NUMBER_CHECK_DIGIT');
  });

  it('eleven digits are a national ID number, and must be right', () => {
    const spaced = `${nationalId.slice(0, 6)} ${nationalId.slice(6)}`;
    expect(wanted(spaced)).toEqual({ kind: 'NATIONAL_ID', number: nationalId });
    const wrong = `${nationalId.slice(0, 10)}${(Number(nationalId[10]) + 1) % 10}`;
    expect(codeOf(wrong)).toBe('NATIONAL_ID_CHECK_DIGITS');
    expect(codeOf('17058512345')).toMatch(/^NATIONAL_ID_/);
  });

  it('anything else is a name, of two letters at least', () => {
    expect(wanted('  Ås   Bygg ')).toEqual({ kind: 'NAME', name: 'Ås Bygg' });
    expect(codeOf('Å')).toBe('SEARCH_TOO_SHORT');
    expect(codeOf('%')).toBe('SEARCH_TOO_SHORT');
  });
});
