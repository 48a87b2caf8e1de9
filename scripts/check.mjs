/** `pnpm check`: every static check, the cheap ones first; all run, so that one look shows everything. */
import { join } from 'node:path';
import { root, run } from './lib.mjs';

const CHECKS = [
  ['format and lint', 'biome', ['ci', '--error-on-warnings', '--colors=off', '.']],
  ['generated files are fresh', 'node', ['scripts/generate.mjs', '--check']],
  ['types', 'tsc', ['-b']],
  ['GraphQL documents', 'gql.tada', ['check', '--fail-on-warn'], 'admin-ui'],
  ['every document is listed', 'node', ['scripts/documents.mjs', '--check']],
  [
    'imports',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', 'server/src', 'admin-ui/src', 'seeds', 'test'],
  ],
  ['unused code', 'knip', ['--no-progress']],
  ['licences', 'node', ['scripts/licences.mjs']],
  ['every requirement of ASVS has its test', 'node', ['scripts/asvs.mjs']],
  [
    'promises and switches',
    'oxlint',
    ['--type-aware', '--deny-warnings', 'server/src', 'seeds', 'test', 'admin-ui/src'],
  ],
];

let failed = 0;
for (const [name, command, args, folder = '.'] of CHECKS) {
  const began = performance.now();
  const { code, output } = await run(command, args, { cwd: join(root, folder), quiet: true });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) {
    failed += 1;
    console.log(output.slice(-8000));
  }
}
console.log(`${CHECKS.length - failed} checks passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
