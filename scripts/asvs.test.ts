import { expect, test } from 'vitest';
import { asvsFaults, requirements } from './asvs.mjs';

const whole = [...requirements.keys()];
const row = (id: string) => `| ${id} | how | \`a.test.ts\` “holds” |`;
const document = (lines: string[]) => `## Chapter\n${lines.join('\n')}\n`;
const read = (file: string) => (file === 'a.test.ts' ? "test('holds', () => {})" : null);

test('level 1 has 70 requirements and level 2 another 183', () => {
  const levels = [...requirements.values()];
  expect(levels.filter(level => level === 1)).toHaveLength(70);
  expect(levels.filter(level => level === 2)).toHaveLength(183);
});

test('a document with a proven row for each is without fault', () => {
  expect(asvsFaults(document(whole.map(row)), read)).toEqual([]);
});

test.each([
  ['a requirement without a row', whole.slice(1).map(row), 'V1.1.1 (level 2): has no row'],
  ['a row without a test', ['| V1.1.1 | how | soon |', ...whole.slice(1).map(row)], 'V1.1.1: names no test'],
  [
    'a test that is not there',
    ['| V1.1.1 | how | `a.test.ts` “other” |', ...whole.slice(1).map(row)],
    'V1.1.1: a.test.ts has no test “other”',
  ],
  [
    'a file that is not there',
    ['| V1.1.1 | how | `b.test.ts` “holds” |', ...whole.slice(1).map(row)],
    'V1.1.1: b.test.ts is not there',
  ],
  ['two rows for one', [row('V1.1.1'), ...whole.map(row)], 'V1.1.1: has two rows'],
  ['a row of level 3', [row('V1.2.10'), ...whole.map(row)], 'V1.2.10: is not of level 1 or 2'],
])('%s is named', (_, lines, fault) => {
  expect(asvsFaults(document(lines), read)).toEqual([fault]);
});

test('what does not apply says why', () => {
  const rest = document(whole.slice(1).map(row));
  expect(asvsFaults(`${rest}## Does not apply\n| V1.1.1 | there is none of it here |\n`, read)).toEqual([]);
  expect(asvsFaults(`${rest}## Does not apply\n| V1.1.1 | no |\n`, read)).toEqual(['V1.1.1: says no reason']);
});
