import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root } from './lib.mjs';

/** What a secret looks like when somebody has left one behind. */
const SECRET =
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|"d":\s*"[\w-]{40,}"|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|"keys":\s*\{\s*"[^"]+":\s*"[A-Za-z0-9+/]{43}=|postgres(?:ql)?:\/\/[^\s:'"`$<{]+:(?!password\b|passord\b|feil\b)[^\s@'"`$<{*]{4,}@/;

/** @returns the files that hold one */
const holders = (files: readonly string[]) => files.filter(file => SECRET.test(readFileSync(file, 'utf8')));

const TEXT = /\.(?:[cm]?[jt]sx?|json|ya?ml|md|example|sh|html|csv|conf|hbs|graphql)$/;
const sources = [
  ...filesBelow('server', 'admin-ui', 'seeds', 'scripts', 'test', 'docs', 'schema', '.ci'),
  ...readdirSync(root).map(name => join(root, name)),
].filter((file: string) => TEXT.test(file));

test('nothing that is checked in, and nothing that is built, holds a key or a password', () => {
  const built = ['server/dist', 'admin-ui/dist'].flatMap(folder => filesBelow(folder));
  const files = [...sources, ...built];
  expect(sources.length).toBeGreaterThan(500);
  expect(holders(files.filter(file => !file.endsWith('secrets.test.ts')))).toEqual([]);
});

test.each([
  '-----BEGIN PRIVATE KEY-----',
  '{"current":"k1","keys":{"k1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}',
  'postgresql://desk_owner:hemmelig99@db/desk',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
])('it would be seen: %s', text => {
  expect(SECRET.test(text)).toBe(true);
});
