import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

test.each([
  '1q2w3e4r5t6y',
  'Administrator',
  'Password1234',
  '!!liverpool2026',
  'dragondragondragon',
  'abc123abc123',
])('everybody tries "%s"', async password => {
  expect(await isCommonPassword(password)).toBe(true);
});

test.each(['regn i juni!', 'riktig-hest-batteri', 'dragon 8823 1991 4471 99', 'en-lang-tur-i-fjellet'])(
  'nobody tries "%s"',
  async password => {
    expect(await isCommonPassword(password)).toBe(false);
  },
);
