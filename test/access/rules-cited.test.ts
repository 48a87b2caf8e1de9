/** Every rule of the domain guide (section 2, R1 to R22) is a pure function somewhere that cites it, and a test says so by its number. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .filter(path => !path.includes('node_modules'))
    .map(path => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));

const isTest = (path: string) => path.endsWith('.test.ts');
const sources = read('server/src/**/*.rules.ts');
const tests = [...read('server/src/**/*.test.ts'), ...read('test/api/**/*.test.ts')];

/** A comment that names the rule and its source, right above something exported or inside it. */
const CITED = (rule: string) => new RegExp(`(?:/\\*\\*|//|\\*)[^\\n]*\\b${rule}\\b[^\\n]*`);
const NAMED = (rule: string) =>
  new RegExp(
    `(?:test|it|describe)(?:\\.each\\([^)]*\\))?\\([^\\n]*\\b${rule}\\b|'[^'\\n]*\\b${rule}\\b[^'\\n]*'`,
  );
const EXPORTS = /^export (?:function|const)/m;

const RULES = Array.from({ length: 22 }, (_, at) => `R${at + 1}`);

describe('each rule of the scheme', () => {
  test.each(RULES)('%s has a function that cites it, and a test that names it', rule => {
    const citing = sources.filter(({ text }) => CITED(rule).test(text) && EXPORTS.test(text));
    const naming = tests.filter(({ text }) => NAMED(rule).test(text));
    expect(
      citing.map(({ path }) => path),
      `${rule} is cited by no rules file`,
    ).not.toEqual([]);
    expect(
      naming.map(({ path }) => path),
      `${rule} is named by no test`,
    ).not.toEqual([]);
  });

  test('a rules file imports nothing that reads, writes or tells the time', () => {
    const impure = sources.filter(
      ({ path, text }) => !isTest(path) && /\bnew Date\(\)|Date\.now\(|fetch\(|platform\/db/.test(text),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });
});
