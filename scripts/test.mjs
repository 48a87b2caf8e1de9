/** `pnpm test`: builds, then all tests (pure, API and access on PostgreSQL, browser); extra arguments go to Vitest. */
import { build } from './build.mjs';
import { run } from './lib.mjs';

await build().catch(error => {
  console.error(error.message);
  process.exit(1);
});
const { code } = await run('vitest', ['run', ...process.argv.slice(2)]);
process.exit(code);
