/** `pnpm start`: builds what must be built, starts database and server, seeds the demo the first time, says where it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './lib.mjs';

process.chdir(root);
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));

try {
  process.stdout.write('Building …\n');
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const { main } = await import('../server/dist/server/src/main.js');
const { seedDemo, announceDemo } = await import('../server/dist/seeds/demo.js');
await main(seedDemo, announceDemo);
