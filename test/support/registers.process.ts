/** The register sandbox as a process of its own, for what must not share its time with the desk's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxWorld } from '../../server/src/registers/sandbox/sandbox-world.ts';

const COMPILED = fileURLToPath(new URL('../../server/dist/seeds/sandbox.js', import.meta.url));

export interface SandboxProcess {
  readonly url: string;
  /** For REGISTERS_FILE. */
  readonly file: string;
  stop(): Promise<void>;
}

/** Keeps its files in the folder. */
export async function spawnSandbox(world: SandboxWorld, folder: string): Promise<SandboxProcess> {
  const worldFile = join(folder, 'register-world.json');
  await writeFile(worldFile, JSON.stringify(world));
  const child = spawn(process.execPath, [COMPILED, worldFile, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('the sandbox did not start'))),
  ]);
  const [url = '', file = ''] = String(line).trim().split(' ');
  return {
    url,
    file,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
