/** `pnpm bench --card-check`: card checks by number alone. `pnpm bench --public-register [firms]`: the public register. `pnpm bench --withdrawal [cards]`: a firm that loses its approval. `pnpm bench`: the built desk beside a bare http + pg server on the same 200,000 cases, printed as a table of ratios. */
import { buildServer } from './build.mjs';
import { run } from './lib.mjs';

const ALONE = {
  '--card-check': 'card-check.ts',
  '--public-register': 'public-register.ts',
  '--withdrawal': 'withdrawal.ts',
};
const asked = Object.entries(ALONE).find(([flag]) => process.argv.includes(flag));

await buildServer();
const { code } = await run('tsx', [
  '--tsconfig',
  'server/tsconfig.json',
  `test/bench/${asked?.[1] ?? 'bench.ts'}`,
  ...process.argv.slice(2),
]);
process.exit(code);
