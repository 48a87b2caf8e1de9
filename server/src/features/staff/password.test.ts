import { expect, test } from 'vitest';
import { checkPassword, hashPassword } from './password.ts';

test('a password is checked exactly as typed: case, spaces and length count', async () => {
  const password = ` Blå bil ${'x'.repeat(100)} Z`;
  const stored = await hashPassword(password);
  expect(await checkPassword(password, stored)).toBe(true);
  for (const other of [password.trim(), password.toLowerCase(), password.slice(0, 72), `${password} `])
    expect(await checkPassword(other, stored)).toBe(false);
});

test('it is stored as argon2id with a salt of its own, and nobody has none', async () => {
  const [one, two] = await Promise.all([hashPassword('samme passord'), hashPassword('samme passord')]);
  expect(one).toMatch(/^argon2id\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(two);
  expect(await checkPassword('samme passord', null)).toBe(false);
});
