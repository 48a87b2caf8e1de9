/** Builds what has changed: the server with the seeds (tsc), the console (vite) and the parts list, side by side. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, root, run, unlessUnchanged } from './lib.mjs';
import { writeSbom } from './sbom.mjs';

const ASSETS = /\.(csv|conf|hbs)$/;

async function must(name, [command, ...args], cwd = root) {
  const { code, output } = await run(command, args, { cwd, quiet: true });
  if (code !== 0) throw new Error(`${name} failed:\n${output}`);
}

/** The server with the seeds, and what they read at run time. */
export function buildServer() {
  const inputs = [
    'server/src',
    'server/tsconfig.json',
    'server/tsconfig.build.json',
    'server/package.json',
    'seeds',
    'pnpm-lock.yaml',
  ];
  return unlessUnchanged('server/dist/.stamp', inputs, async () => {
    for (const file of filesBelow('server/src', 'seeds').filter(f => ASSETS.test(f))) {
      const to = join(root, 'server/dist', relative(root, file));
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(file, to);
    }
    await must('Building the server', ['tsc', '-p', 'server/tsconfig.build.json']);
  });
}

function buildConsole() {
  return unlessUnchanged('admin-ui/dist/.stamp', ['admin-ui', 'schema', 'pnpm-lock.yaml'], () =>
    must('Building the console', ['vite', 'build', '--logLevel', 'warn'], join(root, 'admin-ui')),
  );
}

/** @throws Error with the tool's own words when a build fails */
export async function build() {
  await Promise.all([buildServer(), buildConsole(), writeSbom()]);
  await must('Listing the documents', ['node', 'scripts/documents.mjs']);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch(error => {
    console.error(error.message);
    process.exit(1);
  });
}
