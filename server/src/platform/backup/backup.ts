/** Backs up the desk's folder while it runs: database to any moment, stored files, the notes of the audit log. Never the keys. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { publicKeysFile } from '../audit/anchor.ts';
import type { Keys } from '../crypto/keys.ts';
import { openEmbedded, withAdmin } from '../db/embedded.ts';
import { type Copying, copyBase, endWal, startKeepingWal, takeWal } from './database-copy.ts';
import {
  ANCHOR,
  BASE,
  BackupError,
  type Base,
  FILES,
  type Manifest,
  PUBLIC_KEYS,
  readManifest,
  WAL,
  writeManifest,
} from './folder.ts';
import { copyNew, forgetGone } from './stored-files.ts';

export interface BackupOptions {
  readonly dataDir: string;
  readonly backupDir: string;
  readonly anchorFile: string;
  readonly keys: Keys;
  /** A new base now, whatever the age of the last. */
  readonly full?: boolean;
}

export interface BackupReport {
  readonly reachesTo: string;
  readonly earliest: string;
  readonly newBase: boolean;
  readonly walFiles: number;
  readonly files: number;
}

const DAY_MS = 86_400_000;
const NEW_BASE_AFTER_DAYS = 7;
const KEEP_DAYS = 35;

/** @throws BackupError | FolderInUse */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const database = await openEmbedded(options.dataDir);
  try {
    return await withAdmin(database.adminUrl, admin => backUpWith({ ...options, admin }));
  } finally {
    await database.close();
  }
}

async function backUpWith(options: BackupOptions & Copying): Promise<BackupReport> {
  const { admin, backupDir, dataDir } = options;
  await onlyOne(admin);
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
  const known = await readManifest(backupDir);
  const life = await lifeOf(admin);
  if (known && (known.system !== life.system || known.timeline !== life.timeline))
    throw new BackupError(
      `${backupDir} holds the backup of another desk, or of this one before a restore. Choose another folder.`,
    );
  await startKeepingWal(options);
  const newBase = options.full || !isFresh(known?.bases.at(-1));
  const bases = newBase ? [...(known?.bases ?? []), await copyBase(options)] : (known?.bases ?? []);
  const reachesTo = (await endWal(options)).toISOString();
  const walFiles = await takeWal(options);
  // After the database: every file a row in it speaks of is there by now.
  const files = await copyNew(join(dataDir, FILES), join(backupDir, FILES));
  await copyFile(options.anchorFile, join(backupDir, ANCHOR)).catch(ignoreMissing);
  await copyFile(publicKeysFile(options.anchorFile), join(backupDir, PUBLIC_KEYS)).catch(ignoreMissing);
  const manifest = { ...life, reachesTo, bases, gone: known?.gone ?? {} };
  await writeManifest(backupDir, manifest);
  const kept = await prune(options, manifest);
  return { reachesTo, earliest: kept.bases[0]?.from ?? reachesTo, newBase, walFiles, files };
}

async function onlyOne(admin: Client): Promise<void> {
  const { rows } = await admin.query(`select pg_try_advisory_lock(hashtext('backup')) as mine`);
  if (!rows[0].mine) throw new BackupError('Another backup of this desk is running.');
}

async function lifeOf(admin: Client): Promise<{ system: string; timeline: number }> {
  const { rows } = await admin.query(
    'select s.system_identifier::text as system, c.timeline_id as timeline from pg_control_system() s, pg_control_checkpoint() c',
  );
  return rows[0];
}

const isFresh = (base: Base | undefined): boolean =>
  base !== undefined && Date.now() - Date.parse(base.from) < NEW_BASE_AFTER_DAYS * DAY_MS;

/** Takes away bases, logs and deleted files that only serve moments longer ago than KEEP_DAYS. */
async function prune({ backupDir, dataDir }: BackupOptions, manifest: Manifest): Promise<Manifest> {
  const oldest = new Date(Date.now() - KEEP_DAYS * DAY_MS).toISOString();
  const first = Math.max(
    0,
    manifest.bases.findLastIndex(base => base.from < oldest),
  );
  const bases = manifest.bases.slice(first);
  const gone = await forgetGone(
    {
      live: join(dataDir, FILES),
      kept: join(backupDir, FILES),
      gone: manifest.gone,
      today: new Date().toISOString(),
    },
    oldest,
  );
  const kept = { ...manifest, bases, gone };
  await writeManifest(backupDir, kept);
  for (const base of manifest.bases.slice(0, first))
    await rm(join(backupDir, BASE, base.name), { force: true });
  const firstWal = bases[0]?.wal ?? '';
  for (const name of await readdir(join(backupDir, WAL)))
    if (name < firstWal && !name.endsWith('.history')) await rm(join(backupDir, WAL, name));
  return kept;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
