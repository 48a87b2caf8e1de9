/** The stored files' part of a backup: they are encrypted already, each with a key that only its row holds, so they are copied as they lie. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of all files below, relative. */
export async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter(entry => entry.isFile() && !/\.(tmp|part)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Copies what `to` lacks: a stored file never changes. One deleted meanwhile is left out. @returns how many */
export async function copyNew(from: string, to: string): Promise<number> {
  let copied = 0;
  for (const name of await namesBelow(from)) {
    if (await stat(join(to, name)).catch(() => null)) continue;
    await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    const draft = `${join(to, name)}.part`;
    const done = await copyFile(join(from, name), draft, constants.COPYFILE_FICLONE).then(
      () => true,
      error => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    if (!done) continue;
    await rename(draft, join(to, name));
    copied += 1;
  }
  return copied;
}

type Gone = Readonly<Record<string, string>>;

/** Which files of the backup the desk no longer has, and since when; what is gone longer than `keepDays` is removed. */
export async function forgetGone(
  { live, kept, gone, today }: { live: string; kept: string; gone: Gone; today: string },
  oldest: string,
): Promise<Gone> {
  const there = new Set(await namesBelow(live));
  const still: Record<string, string> = {};
  for (const name of await namesBelow(kept)) {
    if (there.has(name)) continue;
    const since = gone[name] ?? today;
    if (since < oldest) await rm(join(kept, name), { force: true });
    else still[name] = since;
  }
  return still;
}
