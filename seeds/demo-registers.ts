/** The demo's registers: the sandbox, in this process on a port of its own, with the world that was invented together with the rows. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../server/src/config.ts';
import { newSandboxClient, writeSandboxFile } from '../server/src/registers/sandbox/desk-file.sandbox.ts';
import { type Sandbox, startSandbox } from '../server/src/registers/sandbox/register.sandbox.ts';
import type { SandboxWorld } from '../server/src/registers/sandbox/sandbox-world.ts';

export const worldFile = (dataDir: string): string => join(dataDir, 'register-world.json');

export async function keepRegisterWorld(dataDir: string, world: SandboxWorld): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(worldFile(dataDir), JSON.stringify(world));
}

export async function readRegisterWorld(file: string): Promise<SandboxWorld> {
  return JSON.parse(await readFile(file, 'utf8')) as SandboxWorld;
}

/** Nothing outside answers at once. */
const LATENCY_MS = 10;

/** A sandbox with a world, and the file beside it that REGISTERS_FILE names. */
export async function startRegisters(start: {
  readonly world: SandboxWorld;
  readonly folder: string;
  readonly port?: number;
  readonly latencyMs?: number;
}): Promise<{ sandbox: Sandbox; file: string }> {
  const client = await newSandboxClient();
  const sandbox = await startSandbox({ ...start, client });
  return { sandbox, file: await writeSandboxFile({ folder: start.folder, url: sandbox.url, client }) };
}

/** A demo that was seeded before there were registers asks none: it knows of nobody in them. */
export async function startDemoRegisters({
  MODE,
  REGISTERS_FILE,
  dataDir,
}: Pick<Config, 'MODE' | 'REGISTERS_FILE' | 'dataDir'>): Promise<Partial<Config>> {
  if (MODE !== 'demo' || REGISTERS_FILE || !existsSync(worldFile(dataDir))) return {};
  const world = await readRegisterWorld(worldFile(dataDir));
  const { file } = await startRegisters({ world, folder: dataDir, latencyMs: LATENCY_MS });
  return { REGISTERS_FILE: file };
}
