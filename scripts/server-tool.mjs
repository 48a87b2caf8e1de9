/** Runs a command of the server from its build, with the settings of `.env`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { root } from './lib.mjs';

/** @param name file under server/src whose `main` answers an exit code */
export async function runServerTool(name) {
  process.chdir(root);
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  try {
    await buildServer();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  const { main } = await import(`../server/dist/server/src/${name}.js`);
  process.exitCode = await main();
}
