/** Part of `pnpm check`: docs/asvs.md answers every requirement of OWASP ASVS 5.0, level 1 and 2, and each proof is a test that exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib.mjs';

/** Per section the requirements of level 1, then those of level 2 (ASVS 5.0.0, May 2025: 70 and 183). */
const STANDARD = `
1.1: / 1-2 · 1.2: 1-5 / 6-9 · 1.3: 1-2 / 3-11 · 1.4: / 1-3 · 1.5: 1 / 2
2.1: 1 / 2-3 · 2.2: 1-2 / 3 · 2.3: 1 / 2-4 · 2.4: / 1
3.2: 1-2 / · 3.3: 1 / 2-4 · 3.4: 1-2 / 3-6 · 3.5: 1-3 / 4-5 · 3.7: / 1-2
4.1: 1 / 2-3 · 4.2: / 1 · 4.3: / 1-2 · 4.4: 1 / 2-4
5.1: / 1 · 5.2: 1-2 / 3 · 5.3: 1-2 / · 5.4: / 1-3
6.1: 1 / 2-3 · 6.2: 1-8 / 9-12 · 6.3: 1-2 / 3-4 · 6.4: 1-2 / 3-4 · 6.5: / 1-5 · 6.6: / 1-3 · 6.8: / 1-4
7.1: / 1-3 · 7.2: 1-4 / · 7.3: / 1-2 · 7.4: 1-2 / 3-5 · 7.5: / 1-2 · 7.6: / 1-2
8.1: 1 / 2 · 8.2: 1-2 / 3 · 8.3: 1 / · 8.4: / 1
9.1: 1-3 / · 9.2: 1 / 2-4
10.1: / 1-2 · 10.2: / 1-2 · 10.3: / 1-4 · 10.4: 1-5 / 6-11 · 10.5: / 1-5 · 10.6: / 1-2 · 10.7: / 1-3
11.1: / 1-2 · 11.2: / 1-3 · 11.3: 1-2 / 3 · 11.4: 1 / 2-4 · 11.5: / 1 · 11.6: / 1
12.1: 1 / 2-3 · 12.2: 1-2 / · 12.3: / 1-4
13.1: / 1 · 13.2: / 1-5 · 13.3: / 1-2 · 13.4: 1 / 2-5
14.1: / 1-2 · 14.2: 1 / 2-4 · 14.3: 1 / 2-3
15.1: 1 / 2-3 · 15.2: 1 / 2-3 · 15.3: 1 / 2-7
16.1: / 1 · 16.2: / 1-5 · 16.3: / 1-4 · 16.4: / 1-3 · 16.5: / 1-3
17.1: / 1 · 17.2: / 1-4 · 17.3: / 1-2`;

const numbers = range => {
  if (range.trim() === '') return [];
  const [first, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

/** Every requirement as `V1.2.3` → level. */
export const requirements = new Map(
  STANDARD.trim()
    .split(/ · |\n/)
    .flatMap(entry => {
      const [section, ranges] = entry.split(':');
      return ranges
        .split('/')
        .flatMap((range, level) => numbers(range).map(n => [`V${section.trim()}.${n}`, level + 1]));
    }),
);

/** The document's rows: in a chapter `| V1.2.3 | how | proof |`, after "Does not apply" `| V1.2.3 | why |`. */
export function readRows(markdown) {
  let heading = '';
  const rows = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3).trim();
    const [, id, ...cells] = line.split('|').map(cell => cell.trim());
    if (/^V\d+\.\d+\.\d+$/.test(id ?? '')) rows.push({ id, heading, cells: cells.slice(0, -1) });
  }
  return rows;
}

const WITHOUT_TEST = new Set(['Does not apply', 'At the operator’s']);
const PROOF = /`([^`]+\.test\.tsx?)` “([^”]+)”/g;

function proofFaults({ id, heading, cells }, read) {
  if (WITHOUT_TEST.has(heading)) return (cells[0] ?? '').length < 15 ? [`${id}: says no reason`] : [];
  const proofs = [...(cells[1] ?? '').matchAll(PROOF)];
  if (proofs.length === 0) return [`${id}: names no test`];
  return proofs.flatMap(([, file, title]) => {
    const text = read(file);
    if (text === null) return [`${id}: ${file} is not there`];
    return text.includes(title) ? [] : [`${id}: ${file} has no test “${title}”`];
  });
}

/** @returns one sentence per fault; an empty list when every requirement has its row and every proof exists */
export function asvsFaults(markdown, read) {
  const rows = readRows(markdown);
  const seen = new Set();
  const faults = [];
  for (const row of rows) {
    if (!requirements.has(row.id)) faults.push(`${row.id}: is not of level 1 or 2`);
    if (seen.has(row.id)) faults.push(`${row.id}: has two rows`);
    seen.add(row.id);
    faults.push(...proofFaults(row, read));
  }
  for (const [id, level] of requirements)
    if (!seen.has(id)) faults.push(`${id} (level ${level}): has no row`);
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = file => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null);
  const faults = asvsFaults(read('docs/asvs.md') ?? '', read);
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
