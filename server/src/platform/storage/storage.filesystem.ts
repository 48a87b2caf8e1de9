/** Keeps files in a folder, two levels deep by the start of the name, readable by this server's user only. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isKey, requireKey, type Storage } from './storage.ts';

export function createFilesystemStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    requireKey(key);
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeDown(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },

    async get(key) {
      return readFile(pathOf(key)).catch(nullWhenMissing);
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
    },

    list: before => keysBefore(folder, before),
  };
}

async function* keysBefore(folder: string, before: Date): AsyncGenerator<string> {
  for await (const path of filesBelow(folder)) {
    if (!(await isOlder(path, before))) continue;
    if (isKey(basename(path))) yield basename(path);
    else if (path.endsWith('.tmp')) await rm(path, { force: true });
  }
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const written = await stat(path).catch(nullWhenMissing);
  return written !== null && written.mtime < before;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(nullWhenMissing);
  if (!entries) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

async function writeDown(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name survives a power cut only when the folder is on the disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
