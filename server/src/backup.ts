/** `pnpm backup [--full]`: adds to the backup of the embedded database and the stored files. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { backUp } from './platform/backup/backup.ts';
import { existingKeys } from './platform/crypto/keys.ts';

/** @returns exit code */
export async function main(args = process.argv.slice(2)): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { full: { type: 'boolean', default: false } } });
    const config = readConfig();
    if (config.DATABASE_URL)
      throw new Error('DATABASE_URL is set: that server has its own backup, docs/operations.md says how.');
    const { dataDir, anchorFile } = config;
    const backupDir = resolve(config.BACKUP_DIR);
    const keys = existingKeys(config.KEYS_FILE, dataDir);
    const report = await backUp({ dataDir, anchorFile, backupDir, keys, full: values.full });
    process.stdout.write(
      [
        `Backed up to ${backupDir}: ${report.newBase ? 'a new base, ' : ''}${report.walFiles} pieces of the log of changes, ${report.files} stored files.`,
        `Any moment from ${report.earliest} to ${report.reachesTo} can be restored.`,
        `The keys are not in it (${config.KEYS_FILE ?? 'keys.json in DATA_DIR'}): keep a copy of them elsewhere, without them the backup is noise.`,
        '',
      ].join('\n'),
    );
    return 0;
  } catch (error) {
    process.stderr.write(`No backup was made: ${(error as Error).message}\n`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
