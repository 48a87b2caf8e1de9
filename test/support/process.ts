/** The compiled server as a process of its own, for tests that end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/src/platform/db/embedded.ts';
import { keepLog } from './kept-logs.ts';

const MAIN = fileURLToPath(new URL('../../server/dist/server/src/main.js', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed so far, both streams. */
  output(): string;
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts it; returns at once. */
export async function spawnServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_ENV: '', VITEST: '', MODE: 'demo', ...env, PORT: port },
  });
  let output = '';
  const keep = keepLog('process');
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    keep(chunk.toString());
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  return { url: `http://127.0.0.1:${port}`, child, output: () => output, ended };
}

/** Waits until it takes requests. @throws Error with its output when it ends or takes more than 60 s */
export async function untilReady(server: ServerProcess): Promise<void> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  for (let i = 0; i < 600 && !over; i += 1) {
    const status = await fetch(`${server.url}/readyz`).then(
      r => r.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`not ready: ${server.output()}`);
}
