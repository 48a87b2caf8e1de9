/** The desk's secret keys: read from one file, or made once under DATA_DIR for demo and test. Never in the database. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a key is for; each purpose gets its own key derived from the master, so that one use cannot break another. */
export type Purpose =
  | 'national-id'
  | 'national-id-index'
  | 'files'
  | 'upload-link'
  | 'addresses'
  | 'answers'
  | 'answer-bodies'
  | 'backup'
  | 'return-path'
  | 'reply-address'
  | 'sign-in'
  | 'webhook'
  | 'sentinel';

/** What a key of the cards is for. */
export type CardPurpose = 'card-signing' | 'chip-code';

/** Keys of one kind, with their ids: a new one comes into use while older ones still read what they wrote. */
export interface KeyRing<P extends string> {
  /** Id of the key new data is encrypted with. */
  readonly currentId: string;
  /** Every key in the file, the current one first: until a rotation is done, older ones are still needed. */
  readonly ids: readonly string[];
  /** 32 bytes for a purpose. @throws Error when the key id is unknown */
  key(purpose: P, id?: string): Buffer;
}

export interface Keys extends KeyRing<Purpose> {
  /** What cards are signed and numbered with. Apart from the others: a card is carried for two years, and its key is needed as long. @throws Error when the file has none */
  readonly cards: KeyRing<CardPurpose>;
}

interface RingFile {
  readonly current: string;
  /** Key id → 32 bytes, base64. */
  readonly keys: Readonly<Record<string, string>>;
}

interface KeyFile extends RingFile {
  readonly cards?: RingFile;
}

const KEY_BYTES = 32;

export const keysFile = (path: string | undefined, dataDir: string): string =>
  path ?? join(dataDir, 'keys.json');

/** @throws Error when the file is unreadable or a key is not 32 bytes */
export function loadKeys(path: string | undefined, dataDir: string): Keys {
  const at = keysFile(path, dataDir);
  const own = path === undefined || path === '';
  if (own && !existsSync(at)) {
    mkdirSync(dirname(at), { recursive: true });
    write(at, { ...newRing('k1'), cards: newRing('c1') });
  }
  const file = JSON.parse(readFileSync(at, 'utf8')) as KeyFile;
  if (file.cards || !own) return createKeys(file);
  const whole = { ...file, cards: newRing('c1') };
  write(at, whole);
  return createKeys(whole);
}

const newRing = (id: string): RingFile => ({
  current: id,
  keys: { [id]: randomBytes(KEY_BYTES).toString('base64') },
});

const write = (at: string, file: KeyFile) => writeFileSync(at, JSON.stringify(file), { mode: 0o600 });

/** For tools: keys are never made here. @throws Error when there are none */
export function existingKeys(path: string | undefined, dataDir: string): Keys {
  const at = keysFile(path, dataDir);
  if (!existsSync(at)) throw new Error(`There are no keys in ${at}. Set KEYS_FILE to where they are kept.`);
  return loadKeys(path, dataDir);
}

export function createKeys({ cards, ...file }: KeyFile): Keys {
  const ofCards = cards && ringOf<CardPurpose>(cards);
  return {
    ...ringOf<Purpose>(file),
    get cards() {
      if (!ofCards) throw new Error('KEYS_FILE has no "cards" keys. Add them with: npx pnpm keys cards new');
      return ofCards;
    },
  };
}

function ringOf<P extends string>(file: RingFile): KeyRing<P> {
  const masters = new Map(
    Object.entries(file.keys).map(([id, base64]) => [id, Buffer.from(base64, 'base64')]),
  );
  for (const [id, master] of masters)
    if (master.length !== KEY_BYTES) throw new Error(`Key ${id} is not 32 bytes.`);
  if (!masters.has(file.current)) throw new Error('The current key is not in the key file.');
  const derived = new Map<string, Buffer>();
  return {
    currentId: file.current,
    ids: [file.current, ...[...masters.keys()].filter(id => id !== file.current)],
    key(purpose, id = file.current) {
      const at = `${id}|${purpose}`;
      const known = derived.get(at);
      if (known) return known;
      const master = masters.get(id);
      if (!master) throw new Error(`Unknown key ${id}.`);
      const key = Buffer.from(hkdfSync('sha256', master, 'hms-kort-desk', purpose, KEY_BYTES));
      derived.set(at, key);
      return key;
    },
  };
}

/** Keyed hash: equal input, equal output; useless without the key. */
export function keyedHash(key: Buffer, value: string | Buffer): Buffer {
  return createHmac('sha256', key).update(value).digest();
}
