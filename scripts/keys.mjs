/** `pnpm keys [cards] <list | new | use ID | remove ID>`: the key file of KEYS_FILE or DATA_DIR. The server reads it when it starts. */
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

const words = process.argv.slice(2);
/** Cards have keys of their own: one is needed for as long as a card made with it may be carried. */
const ofCards = words[0] === 'cards';
const [command = 'list', id = ''] = ofCards ? words.slice(1) : words;
if (ofCards) file.cards ??= { current: null, keys: {} };
const ring = ofCards ? file.cards : file;
const [letter, tool] = ofCards ? ['c', 'npx pnpm keys cards'] : ['k', 'npx pnpm keys'];
const numberOf = key => Number(/^[kc](\d+)$/.exec(key)?.[1] ?? 0);
const known = () => ring.keys[id] !== undefined || fail(`There is no key ${id}. See: ${tool} list`);
const COMMANDS = {
  list() {
    for (const key of Object.keys(ring.keys))
      console.log(`${key}${key === ring.current ? '  (current)' : ''}`);
  },
  new() {
    const next = `${letter}${1 + Math.max(0, ...Object.keys(ring.keys).map(numberOf))}`;
    ring.keys[next] = randomBytes(32).toString('base64');
    const first = ring.current === null;
    if (first) ring.current = next;
    save();
    console.log(
      first
        ? `${next} is the first key, and current. Restart every server.`
        : `${next} is in the file, not in use. Restart every server, then: ${tool} use ${next}`,
    );
  },
  use() {
    known();
    ring.current = id;
    save();
    console.log(
      `${id} is current. Restart every server; ${ofCards ? 'new cards are signed with it.' : 'the job rotate-keys then seals everything anew.'}`,
    );
  },
  remove() {
    known();
    if (id === ring.current) fail(`${id} is the current key. Make another one current first.`);
    delete ring.keys[id];
    save();
    console.log(`${id} is gone from the file. Destroy its copies too.`);
  },
};
const run = Object.hasOwn(COMMANDS, command)
  ? COMMANDS[command]
  : fail('npx pnpm keys [cards] <list | new | use ID | remove ID>');
run();
