/** A server in a process of its own, for as long as it is measured. */
import { spawn } from 'node:child_process';
import { freePort } from '../../server/src/platform/db/embedded.ts';

export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): void;
}

export async function serve(command: string[], env: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const [program = 'node', ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let i = 0; i < 200; i += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      () => true,
      () => false,
    );
    if (up) return { port, pid: child.pid ?? 0, stop: () => void child.kill('SIGTERM') };
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${args.join(' ')} did not start`);
}
