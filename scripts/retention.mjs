/** `pnpm retention`: what the nightly erasure would erase if it ran now. */
import { runServerTool } from './server-tool.mjs';

await runServerTool('retention');
