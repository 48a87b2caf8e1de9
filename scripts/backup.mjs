/** `pnpm backup`: adds to the backup in BACKUP_DIR; the desk may run meanwhile. `--full` takes a new base at once. */
import { runServerTool } from './server-tool.mjs';

await runServerTool('backup');
