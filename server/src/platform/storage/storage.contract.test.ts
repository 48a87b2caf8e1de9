import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys } from '../crypto/keys.ts';
import { createSealedStorage } from './sealed-storage.ts';
import { createFilesystemStorage } from './storage.filesystem.ts';
import type { Storage } from './storage.ts';

const KEY = `${'0a'.repeat(16)}.display`;

const adapters = [
  {
    name: 'a folder',
    async make() {
      const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-files-'));
      return {
        storage: createFilesystemStorage(folder),
        folder,
        end: () => rm(folder, { recursive: true }),
      };
    },
  },
];

describe.each(adapters)('files in $name', adapter => {
  let made: Awaited<ReturnType<typeof adapter.make>>;
  let storage: Storage;
  beforeAll(async () => {
    made = await adapter.make();
    storage = made.storage;
  });
  afterAll(() => made.end());

  it('gives back what was put', async () => {
    await storage.put(KEY, Buffer.from('first'));
    expect(await storage.get(KEY)).toEqual(Buffer.from('first'));
  });

  it('replaces a file whole', async () => {
    await storage.put(KEY, Buffer.from('a longer first text'));
    await storage.put(KEY, Buffer.from('second'));
    expect(await storage.get(KEY)).toEqual(Buffer.from('second'));
  });

  it('answers null for a file that is not there, and deletes it silently', async () => {
    const missing = `${'ff'.repeat(16)}.display`;
    expect(await storage.get(missing)).toBeNull();
    await expect(storage.delete(missing)).resolves.toBeUndefined();
  });

  it('forgets a deleted file', async () => {
    await storage.put(KEY, Buffer.from('gone'));
    await storage.delete(KEY);
    expect(await storage.get(KEY)).toBeNull();
  });

  it('lists what was written before a moment, and nothing younger', async () => {
    await storage.put(KEY, Buffer.from('listed'));
    const listed = async (before: number) => {
      const keys: string[] = [];
      for await (const key of storage.list(new Date(before))) keys.push(key);
      return keys;
    };
    expect(await listed(Date.now() + 60_000)).toEqual([KEY]);
    expect(await listed(Date.now() - 60_000)).toEqual([]);
    await storage.delete(KEY);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a.display', `${'0A'.repeat(16)}.display`, `${KEY}/../x`])(
    'refuses the name %s',
    async name => {
      await expect(async () => storage.put(name, Buffer.from('x'))).rejects.toThrow('Not a storage key.');
      await expect(async () => storage.get(name)).rejects.toThrow('Not a storage key.');
    },
  );

  it('leaves no half-written file behind and lets nobody else read', async () => {
    await storage.put(KEY, Buffer.from('private'));
    const names = await readdir(made.folder, { recursive: true });
    expect(names.filter(name => name.endsWith('.tmp'))).toEqual([]);
    const path = names.find(name => name.endsWith('.display')) ?? '';
    expect(path.split('/')).toHaveLength(3);
    expect((await stat(join(made.folder, path))).mode & 0o777).toBe(0o600);
  });
});

describe('sealed files', () => {
  const kept = new Map<string, Buffer>();
  const storage: Storage = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async key => kept.get(key) ?? null,
    delete: async key => void kept.delete(key),
    async *list() {
      yield* kept.keys();
    },
  };
  const keys = createKeys({ current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
  const sealed = createSealedStorage({ storage, keys });
  const variants = { display: Buffer.from('a face'), thumbnail: Buffer.from('a small face') };

  it('stores nothing that can be read without the key', async () => {
    const file = await sealed.put(variants);
    expect([...kept.values()].some(bytes => bytes.includes('face'))).toBe(false);
    expect(await sealed.get(file, 'display')).toEqual(variants.display);
    expect(await sealed.get(file, 'thumbnail')).toEqual(variants.thumbnail);
  });

  it('gives every file a key of its own', async () => {
    const [one, other] = [await sealed.put(variants), await sealed.put(variants)];
    await expect(sealed.get({ ...one, dataKey: other.dataKey }, 'display')).rejects.toThrow();
  });

  it('notices when the variants are swapped or a byte is changed', async () => {
    const file = await sealed.put(variants);
    const at = `${file.storageKey}.display`;
    kept.set(at, kept.get(`${file.storageKey}.thumbnail`) ?? Buffer.alloc(0));
    await expect(sealed.get(file, 'display')).rejects.toThrow();
  });

  it('deletes both variants', async () => {
    const file = await sealed.put(variants);
    await sealed.delete(file.storageKey);
    expect(await sealed.get(file, 'display')).toBeNull();
    expect([...kept.keys()].some(key => key.startsWith(file.storageKey))).toBe(false);
  });

  it('leaves neither variant behind when one cannot be stored', async () => {
    const before = kept.size;
    const failing: Storage = {
      ...storage,
      put: (key, bytes) =>
        key.endsWith('thumbnail') ? Promise.reject(new Error('disk full')) : storage.put(key, bytes),
    };
    await expect(createSealedStorage({ storage: failing, keys }).put(variants)).rejects.toThrow('disk full');
    expect(kept.size).toBe(before);
  });
});
