/** `pnpm bench:audit`: one million audit rows written, sealed and verified; fails when verifying takes more than a minute. */
import { run } from './lib.mjs';

const { code } = await run('tsx', [
  '--tsconfig',
  'server/tsconfig.json',
  'test/bench/audit.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
