/** What lies where in a backup, and what it knows about itself. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A whole copy of the database's files, from which the log of changes is played on. */
export interface Base {
  /** File under base/. */
  readonly name: string;
  /** The earliest moment that can be restored from it. */
  readonly from: string;
  /** First file of the log of changes it needs. */
  readonly wal: string;
}

export interface Manifest {
  /** Which database, and which of its lives: after a restore it is another. */
  readonly system: string;
  readonly timeline: number;
  /** The latest moment that can be restored. */
  readonly reachesTo: string;
  readonly bases: readonly Base[];
  /** Stored files the desk has deleted: name → day they were first missed. */
  readonly gone: Readonly<Record<string, string>>;
}

/** A reason not to back up or restore, in words for the person at the keyboard. */
export class BackupError extends Error {}

export const WAL = 'wal';
export const BASE = 'base';
export const FILES = 'files';
export const ANCHOR = 'audit-anchor.jsonl';
export const PUBLIC_KEYS = 'audit-public-keys.json';

const manifestFile = (folder: string) => join(folder, 'backup.json');

export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(error => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as Manifest);
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = `${manifestFile(folder)}.part`;
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, manifestFile(folder));
}
