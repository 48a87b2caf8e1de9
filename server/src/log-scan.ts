/** `pnpm logs:scan FILE…`: whether any line of these logs holds a national ID number, a token or a mail address. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { leaksIn } from './features/person/log-scan.rules.ts';

const USAGE = `pnpm logs:scan [--at-least LINES] FILE-OR-FOLDER…

  --at-least   fewer lines than this count as a failure: then something else went wrong
`;
const MOST_SHOWN = 50;

interface Scan {
  lines: number;
  files: number;
  /** file:line:column and kind, never the text. */
  leaks: string[];
}

/** @returns exit code: 0 nothing found, 1 found or too few lines, 2 wrong use */
export async function main(args = process.argv.slice(2)): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'at-least': { type: 'string', default: '0' } },
  });
  if (positionals.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const scan = await scanLogs(positionals);
  const tooFew = scan.lines < Number(values['at-least']);
  for (const leak of scan.leaks.slice(0, MOST_SHOWN)) console.log(`  ${leak}`);
  const result = `${scan.lines} lines of ${scan.files} logs: ${scan.leaks.length} with what no log may hold`;
  console.log(`${scan.leaks.length > 0 || tooFew ? 'FAILED' : 'ok    '} ${result}`);
  return scan.leaks.length > 0 || tooFew ? 1 : 0;
}

async function scanLogs(paths: readonly string[]): Promise<Scan> {
  const scan: Scan = { lines: 0, files: 0, leaks: [] };
  for (const path of paths.flatMap(filesAt)) {
    scan.files += 1;
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
      number += 1;
      for (const { kind, column } of leaksIn(line)) scan.leaks.push(`${path}:${number}:${column} ${kind}`);
    }
    scan.lines += number;
  }
  return scan;
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(path, entry.name));
}
