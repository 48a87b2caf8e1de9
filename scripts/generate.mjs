/** `pnpm generate`: writes what is generated from code (schema, types of the console, settings tables); `--check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { root, run } from './lib.mjs';

const check = process.argv.includes('--check');
await buildServer();

const { emitSchema } = await import('../server/dist/server/src/emit-schema.js');
const { settingsTable, envExample } = await import('../server/dist/server/src/config-docs.js');

const stale = [];
function put(file, content) {
  const path = join(root, file);
  const old = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
  if (old === content) return;
  if (check) stale.push(file);
  else writeFileSync(path, content);
}

const between = (text, name, content) => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  return text.replace(new RegExp(`${start}[\\s\\S]*${end}`), `${start}\n${content}${end}`);
};

put('schema/schema.graphql', await emitSchema());
put('.env.example', envExample());
put('README.md', between(readFileSync(join(root, 'README.md'), 'utf8'), 'settings', settingsTable()));

const tada = 'admin-ui/src/graphql/graphql-env.d.ts';
const before = readFileSync(join(root, tada), { encoding: 'utf8', flag: 'a+' });
await run('gql.tada', ['generate-output'], { cwd: join(root, 'admin-ui'), quiet: true });
if (readFileSync(join(root, tada), 'utf8') !== before) {
  if (check) {
    stale.push(tada);
    writeFileSync(join(root, tada), before);
  }
}

if (stale.length > 0) {
  console.error(`Not fresh: ${stale.join(', ')}. Run: pnpm generate`);
  process.exit(1);
}
