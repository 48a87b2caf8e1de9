/** `pnpm dev`: server restarted on change, console served by Vite with hot reload on http://127.0.0.1:5173. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { env, root } from './lib.mjs';

const children = [
  spawn('tsx', ['watch', '--clear-screen=false', '--tsconfig', 'server/tsconfig.json', 'seeds/dev.ts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
  spawn('vite', [], { cwd: join(root, 'admin-ui'), env, stdio: 'inherit' }),
];

for (const child of children) child.once('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);

function stopAll() {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}
