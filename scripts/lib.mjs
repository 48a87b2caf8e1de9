/** What the scripts share: where the repository is, how to run a tool from node_modules, what has changed since last time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const PATHS = ['node_modules/.bin', 'admin-ui/node_modules/.bin', 'server/node_modules/.bin'].map(p =>
  join(root, p),
);

/** Environment with the workspace's own tools (and its Node) first. */
export const env = { ...process.env, PATH: [...PATHS, process.env.PATH].join(delimiter) };

/** Runs a tool to its end. @returns its exit code; output goes to ours unless `quiet` */
export function run(command, args, { cwd = root, quiet = false, extraEnv = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...env, ...extraEnv },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const output = [];
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    child.once('error', reject);
    child.once('exit', code => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}

/** Every file below the folders, generated and installed ones left out. */
export function filesBelow(...folders) {
  const found = [];
  const walk = path => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (['node_modules', 'dist', '.data'].includes(entry.name)) continue;
      const at = join(path, entry.name);
      if (entry.isDirectory()) walk(at);
      else found.push(at);
    }
  };
  for (const folder of folders) {
    const at = join(root, folder);
    if (!existsSync(at)) continue;
    if (statSync(at).isDirectory()) walk(at);
    else found.push(at);
  }
  return found.sort();
}

/** A fingerprint of the files' content. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Does `work` unless the inputs are those of the last time it succeeded. */
export async function unlessUnchanged(stampFile, inputs, work) {
  const stamp = join(root, stampFile);
  const now = fingerprint(filesBelow(...inputs));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
