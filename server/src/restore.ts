/** `pnpm restore [--to TIME] --into FOLDER`: the desk as it was at a moment, in a new folder. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { restore } from './platform/backup/restore.ts';
import { existingKeys } from './platform/crypto/keys.ts';

const USAGE = `pnpm restore [--to TIME] --into FOLDER

  --to     a moment with its zone, 2026-11-22T14:30:00Z (default: as late as the backup reaches)
  --into   a new or empty folder; DATA_DIR of the restored desk
`;

/** @returns exit code */
export async function main(args = process.argv.slice(2)): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { to: { type: 'string' }, into: { type: 'string' } } });
    if (!values.into) throw new Error('Say where to, with --into.');
    const config = readConfig();
    const into = resolve(values.into);
    const keys = existingKeys(config.KEYS_FILE, config.dataDir);
    const to = await restore({ backupDir: resolve(config.BACKUP_DIR), into, to: timeOf(values.to), keys });
    process.stdout.write(
      [
        `The desk as it was at ${to} is in ${into}. Its keys are not: set KEYS_FILE, or copy keys.json into it.`,
        `Then:  DATA_DIR=${into} npx pnpm audit:verify`,
        `       DATA_DIR=${into} JOBS=false npx pnpm start`,
        'Mail that was waiting then may have left since: look through E-post ut before you start it with its jobs.',
        '',
      ].join('\n'),
    );
    return 0;
  } catch (error) {
    process.stderr.write(`Nothing was restored: ${(error as Error).message}\n\n${USAGE}`);
    return 1;
  }
}

function timeOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || !/(Z|[+-]\d\d:?\d\d)$/.test(text))
    throw new Error('--to is not a time with its zone, such as 2026-11-22T14:30:00Z.');
  return time;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
