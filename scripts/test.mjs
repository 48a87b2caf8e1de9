/** `pnpm test`: builds, then all tests (pure, API and access on PostgreSQL, browser), then a look into every log they wrote; extra arguments go to Vitest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './lib.mjs';

await build().catch(error => {
  console.error(error.message);
  process.exit(1);
});
const own = process.env.DESK_LOG_DIR ? null : mkdtempSync(join(tmpdir(), 'hms-kort-desk-logs-'));
const logs = own ?? process.env.DESK_LOG_DIR;
const tests = await run('vitest', ['run', ...process.argv.slice(2)], { extraEnv: { DESK_LOG_DIR: logs } });
// Whoever names the folder looks for himself.
const scan = own ? await run('node', ['scripts/log-scan.mjs', logs]) : { code: 0 };
if (own) rmSync(own, { recursive: true, force: true });
process.exit(tests.code || scan.code);
