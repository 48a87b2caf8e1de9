/** `pnpm sbom`: the parts list (CycloneDX) of what is built here, as `dist/sbom.cdx.json`; a build output, never checked in. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run, unlessUnchanged } from './lib.mjs';

export const SBOM_FILE = 'dist/sbom.cdx.json';

/** Written anew when the lockfile has changed. @throws Error with the tool's own words */
export function writeSbom() {
  return unlessUnchanged('dist/.sbom-stamp', ['pnpm-lock.yaml', 'package.json'], async () => {
    mkdirSync(join(root, 'dist'), { recursive: true });
    const { code, output } = await run(
      'npx',
      [
        ...['--yes', 'pnpm', 'sbom', '--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6'],
        ...['--sbom-type', 'application', '--out', SBOM_FILE],
      ],
      { quiet: true },
    );
    if (code !== 0) throw new Error(`Writing the parts list failed:\n${output}`);
  });
}

export async function readSbom() {
  await writeSbom();
  return JSON.parse(readFileSync(join(root, SBOM_FILE), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { components } = await readSbom();
  console.log(`${SBOM_FILE}: ${components.length} components`);
}
