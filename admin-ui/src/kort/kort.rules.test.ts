import { expect, test } from 'vitest';
import { dayInWords, digitsOf, hasCheckDigit, inThrees, jwsOfAddress } from './kort.rules.ts';

test('a number may be typed with spaces, and a slip of the finger is told', () => {
  expect(digitsOf(' 12 3456 7897 ')).toBe('1234567897');
  expect(hasCheckDigit('1234567897')).toBe(true);
  expect(hasCheckDigit('1234567879')).toBe(false);
});

test('days and numbers are written as people write them', () => {
  expect(dayInWords('2028-11-02', 'nb')).toBe('2. november 2028');
  expect(dayInWords('2028-05-17', 'en')).toBe('17 May 2028');
  expect(inThrees('312345676')).toBe('312\u00a0345\u00a0676');
});

test('only an address that was scanned has something to check', () => {
  expect(jwsOfAddress('')).toBeNull();
  expect(jwsOfAddress('#')).toBeNull();
  expect(jwsOfAddress(`#${'a'.repeat(60)}`)).toBe('a'.repeat(60));
});
