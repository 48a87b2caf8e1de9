/** `pnpm keys <list | new | use ID | remove ID>`: the key file of KEYS_FILE or DATA_DIR. The server reads it when it starts. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './lib.mjs';

process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
const path = resolve(process.env.KEYS_FILE || join(process.env.DATA_DIR || '.data', 'keys.json'));

const fail = text => {
  console.error(text);
  process.exit(1);
};
if (!existsSync(path))
  fail('There is no key file yet: the server makes it at its first start, or name it in KEYS_FILE.');
const file = JSON.parse(readFileSync(path, 'utf8'));

/** Whole or not at all: a half-written key file would be the loss of everything sealed. */
function save() {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

const [command = 'list', id = ''] = process.argv.slice(2);
const known = () => file.keys[id] !== undefined || fail(`There is no key ${id}. See: npx pnpm keys list`);
const COMMANDS = {
  list() {
    for (const key of Object.keys(file.keys))
      console.log(`${key}${key === file.current ? '  (current)' : ''}`);
  },
  new() {
    const next =
      1 + Math.max(0, ...Object.keys(file.keys).map(key => Number(/^k(\d+)$/.exec(key)?.[1] ?? 0)));
    file.keys[`k${next}`] = randomBytes(32).toString('base64');
    save();
    console.log(
      `k${next} is in the file, not in use. Restart every server, then: npx pnpm keys use k${next}`,
    );
  },
  use() {
    known();
    file.current = id;
    save();
    console.log(`${id} is current. Restart every server; the job rotate-keys then seals everything anew.`);
  },
  remove() {
    known();
    if (id === file.current) fail(`${id} is the current key. Make another one current first.`);
    delete file.keys[id];
    save();
    console.log(`${id} is gone from the file. Destroy its copies too.`);
  },
};
const run = Object.hasOwn(COMMANDS, command)
  ? COMMANDS[command]
  : fail('npx pnpm keys <list | new | use ID | remove ID>');
run();
