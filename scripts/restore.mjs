/** `pnpm restore --to TIME --into FOLDER`: the desk as it was at that time, in a new folder. */
import { runServerTool } from './server-tool.mjs';

await runServerTool('restore');
