import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isCardNumber, newCardNumber } from './card-number.rules.ts';

describe('card numbers', () => {
  it('are ten digits drawn by chance, and end in their check digit', () => {
    const numbers = Array.from({ length: 1_000 }, () => newCardNumber(randomInt));
    expect(numbers.every(isCardNumber)).toBe(true);
    expect(new Set(numbers).size).toBe(1_000);
  });

  it('reach from the first to the last', () => {
    expect(newCardNumber(() => 0)).toBe('1000000008');
    expect(newCardNumber(below => below - 1)).toBe('9999999999');
  });

  it('tell every single wrong digit, and neighbours that changed places', () => {
    const number = newCardNumber(randomInt);
    for (let at = 0; at < 10; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
        expect(isCardNumber(typed)).toBe(typed === number);
      }
    expect(isCardNumber('1234567897')).toBe(true);
    expect(isCardNumber('1234567879')).toBe(false);
  });

  it('are nothing else', () => {
    for (const text of ['', '123456789', '12345678970', '123456789x', '0000000000', ' 1234567897'])
      expect(isCardNumber(text)).toBe(false);
  });
});
