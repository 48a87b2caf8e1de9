/** `pnpm bench --card-check`: card checks by number alone. `pnpm bench`: the built desk beside a bare http + pg server on the same 200,000 cases, printed as a table of ratios. */
import { buildServer } from './build.mjs';
import { run } from './lib.mjs';

await buildServer();
const { code } = await run('tsx', [
  '--tsconfig',
  'server/tsconfig.json',
  process.argv.includes('--card-check') ? 'test/bench/card-check.ts' : 'test/bench/bench.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
