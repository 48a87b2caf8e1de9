/** `pnpm audit:verify`: whether the audit log stands as it was sealed; `--help` shows the options. */
import { runServerTool } from './server-tool.mjs';

await runServerTool('audit-verify');
