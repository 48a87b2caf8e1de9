import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const workspace = read('pnpm-workspace.yaml');

test('a release must be three days old, and no library may bring one from outside the registry', () => {
  expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1])).toBeGreaterThanOrEqual(3 * 24 * 60);
  expect(workspace).toMatch(/^blockExoticSubdeps: true$/m);
  expect(workspace).toMatch(/^trustPolicy: no-downgrade$/m);
  expect(read('pnpm-lock.yaml')).not.toMatch(/resolution: \{[^}]*(?:tarball|repo|commit|directory):/);
});

test('every install script that may run is named', () => {
  const [, listed] = /^allowBuilds:\n((?: {2}.+\n)+)/m.exec(workspace) ?? [];
  const lines = (listed ?? '').trim().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.trim()).toMatch(/^(?:"@?[\w./-]+"|[\w-]+): (?:true|false)$/);
  expect(workspace).not.toMatch(/dangerouslyAllowAllBuilds|onlyBuiltDependenciesFile/);
});

test('every version is exact: in the catalogue, and in every package', () => {
  const [, catalog] = /^catalog:\n((?: {2}.+\n)+)/m.exec(workspace) ?? [];
  const versions = (catalog ?? '')
    .trim()
    .split('\n')
    .map(line => line.split(': ')[1]);
  expect(versions.length).toBeGreaterThan(20);
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  for (const file of ['package.json', ...globSync('*/package.json', { cwd: root })]) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(`${file}: ${name} ${version}`).toMatch(/ (?:catalog:|workspace:\*|\d+\.\d+\.\d+(?:-[\w.]+)?)$/);
  }
});
