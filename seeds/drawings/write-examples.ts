/** Writes the drawn examples of the public upload page. Run it after a change to the drawings. */
import { mkdir, writeFile } from 'node:fs/promises';
import { portraitExampleSvgs } from './examples.ts';

const folder = new URL('../../admin-ui/public/examples/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const { key, svg } of portraitExampleSvgs()) await writeFile(new URL(`${key}.svg`, folder), `${svg}\n`);
