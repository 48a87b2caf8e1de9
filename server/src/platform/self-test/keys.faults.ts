/** What may be wrong with the file of encryption keys before anything is opened with it. One sentence a fault. */
import { readFileSync, statSync } from 'node:fs';

/** Others may do nothing with it; the group may at most read, as some secret stores have it. */
const TOO_OPEN = 0o027;
const KEY_BYTES = 32;
/** 32 bytes of chance practically never have fewer different values than this. */
const FEWEST_VALUES = 16;

export function keyFileFaults(path: string): string[] {
  try {
    return [...permissionFaults(path), ...contentFaults(JSON.parse(readFileSync(path, 'utf8')))];
  } catch (error) {
    const { code } = error as { code?: string };
    const why = code ? `cannot be read (${code})` : 'is not JSON';
    return [`The file in KEYS_FILE ${why}. Give the service its key file, as README describes it.`];
  }
}

function permissionFaults(path: string): string[] {
  // Windows has no such bits.
  if (process.platform === 'win32' || (statSync(path).mode & TOO_OPEN) === 0) return [];
  return ['The file in KEYS_FILE can be read by others. Make it the service’s alone: chmod 600.'];
}

function contentFaults(content: unknown): string[] {
  const { cards, ...ring } = (content ?? {}) as { cards?: unknown };
  if (!isRing(ring))
    return ['The file in KEYS_FILE does not hold its current key. Write it as README describes it.'];
  if (!isRing(cards))
    return [
      ...ringFaults(ring),
      'The file in KEYS_FILE has no keys for cards. Add them with: npx pnpm keys cards new.',
    ];
  return [...ringFaults(ring), ...ringFaults(cards)];
}

type Ring = { keys: Record<string, unknown> };

function isRing(content: unknown): content is Ring {
  const { current, keys } = (content ?? {}) as { current?: unknown; keys?: unknown };
  return typeof keys === 'object' && keys !== null && typeof current === 'string' && current in keys;
}

function ringFaults({ keys }: Ring): string[] {
  const entries = Object.entries(keys);
  const twice = entries.length - new Set(entries.map(([, key]) => key)).size;
  return [
    ...entries.flatMap(([id, key]) => faultsOfKey(id, key)),
    ...(twice > 0
      ? ['Two keys in KEYS_FILE are the same. Every key id needs a key of its own, made by chance.']
      : []),
  ];
}

function faultsOfKey(id: string, key: unknown): string[] {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.alloc(0);
  if (bytes.length !== KEY_BYTES)
    return [`Key ${id} in KEYS_FILE has ${bytes.length} bytes. Make it of 32: openssl rand -base64 32.`];
  if (new Set(bytes).size < FEWEST_VALUES)
    return [`Key ${id} in KEYS_FILE is no work of chance. Make one: openssl rand -base64 32.`];
  return [];
}
