/** Every file is encrypted with a key of its own, which only its row holds: without the row the bytes are noise. */
import { randomBytes } from 'node:crypto';
import type { Keys } from '../crypto/keys.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Storage } from './storage.ts';

/** `original`: byte for byte as it came, for what must never be made anew. */
export type Variant = 'original' | 'display' | 'thumbnail';

const VARIANTS = ['original', 'display', 'thumbnail'] as const;

export type Variants = Readonly<Partial<Record<Variant, Buffer>>>;

/** What the row keeps. Deleting `dataKey` erases the file, in backups of the folder too. */
export interface FileSeal {
  readonly storageKey: string;
  /** Id of the key that wraps `dataKey`. */
  readonly masterKey: string;
  /** The file's own key, wrapped. */
  readonly dataKey: Buffer;
}

export type SealedStorage = ReturnType<typeof createSealedStorage>;

const aboutKey = (storageKey: string) => `file|${storageKey}|key`;
const aboutVariant = (storageKey: string, variant: Variant) => `file|${storageKey}|${variant}`;
const nameOf = (storageKey: string, variant: Variant) => `${storageKey}.${variant}`;

/** The same file key, wrapped by the current master key: after a change of keys. */
export function rewrapDataKey(keys: Keys, { storageKey, masterKey, dataKey }: FileSeal): FileSeal {
  const own = open(keys.key('files', masterKey), dataKey, aboutKey(storageKey));
  return {
    storageKey,
    masterKey: keys.currentId,
    dataKey: seal(keys.key('files'), own, aboutKey(storageKey)),
  };
}

export function createSealedStorage({ storage, keys }: { storage: Storage; keys: Keys }) {
  const remove = async (storageKey: string) => {
    await Promise.all(VARIANTS.map(variant => storage.delete(nameOf(storageKey, variant))));
  };
  return {
    /** Stores all that is given under a fresh key, or nothing. @returns what the row must keep to read it again */
    async put(variants: Variants): Promise<FileSeal> {
      const storageKey = randomBytes(16).toString('hex');
      const own = randomBytes(32);
      const putOne = async (variant: Variant) => {
        const bytes = variants[variant];
        if (bytes)
          await storage.put(nameOf(storageKey, variant), seal(own, bytes, aboutVariant(storageKey, variant)));
      };
      try {
        await Promise.all(VARIANTS.map(putOne));
      } catch (error) {
        await remove(storageKey);
        throw error;
      }
      const dataKey = seal(keys.key('files'), own, aboutKey(storageKey));
      return { storageKey, masterKey: keys.currentId, dataKey };
    },

    /** Null when the bytes are gone. @throws Error when key, place or content do not belong together */
    async get({ storageKey, masterKey, dataKey }: FileSeal, variant: Variant): Promise<Buffer | null> {
      const own = open(keys.key('files', masterKey), dataKey, aboutKey(storageKey));
      const sealed = await storage.get(nameOf(storageKey, variant));
      return sealed && open(own, sealed, aboutVariant(storageKey, variant));
    },

    delete: remove,

    /** Storage keys with bytes written before then; one may come twice. */
    async *list(before: Date): AsyncGenerator<string> {
      for await (const name of storage.list(before)) yield name.slice(0, name.indexOf('.'));
    },
  };
}
