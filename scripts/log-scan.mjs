/** `pnpm logs:scan FILE…`: the server's own scanner, from its build. */
import { buildServer } from './build.mjs';

await buildServer();
const { main } = await import('../server/dist/server/src/log-scan.js');
process.exitCode = await main();
