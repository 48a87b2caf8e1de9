/** Puts a backup into a new folder, as the desk was at one moment; what exists is never overwritten. */
import { createWriteStream, existsSync } from 'node:fs';
import { appendFile, chown, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readAnchor } from '../audit/anchor.ts';
import type { Keys } from '../crypto/keys.ts';
import { DO_NOTHING, freePort, withAdmin } from '../db/embedded.ts';
import { accountToRunAs, pgCtl } from '../db/pg-ctl.ts';
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
} from './folder.ts';
import { unpack } from './pack.ts';
import { readSealed } from './sealed-file.ts';
import { copyNew } from './stored-files.ts';

export interface RestoreOptions {
  readonly backupDir: string;
  /** New or empty. */
  readonly into: string;
  /** Null: as late as the backup reaches. */
  readonly to: Date | null;
  readonly keys: Keys;
}

const RECOVERY_MS = 30 * 60_000;
const PLAYED = 'wal-to-play';

/** @throws BackupError. @returns the moment restored to */
export async function restore(options: RestoreOptions): Promise<string> {
  const { backupDir, into, keys } = options;
  const manifest = await readManifest(backupDir);
  if (!manifest) throw new BackupError(`There is no backup in ${backupDir}.`);
  const to = (options.to ?? new Date(manifest.reachesTo)).toISOString();
  const base = baseFor(manifest, to);
  await makeEmpty(into);
  await unpack(
    readSealed({ path: join(backupDir, BASE, base.name), name: `${BASE}/${base.name}` }, keys),
    into,
  );
  await openWal(options, base);
  await playTo(into, to);
  await copyNew(join(backupDir, FILES), join(into, FILES));
  await writeAnchor(backupDir, into, to);
  return to;
}

function baseFor({ bases, reachesTo }: Manifest, to: string): Base {
  const base = bases.findLast(({ from }) => from <= to);
  if (to > reachesTo)
    throw new BackupError(`The backup reaches to ${reachesTo}. Choose that or an earlier time.`);
  if (!base) throw new BackupError(`The backup begins at ${bases[0]?.from}. Choose that or a later time.`);
  return base;
}

async function makeEmpty(into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  if ((await readdir(into)).length > 0)
    throw new BackupError(`${into} is not empty. Restore into a new folder; nothing is overwritten.`);
}

/** The log of changes from the base on, in the clear for as long as it is played. */
async function openWal({ backupDir, into, keys }: RestoreOptions, base: Base): Promise<void> {
  const folder = join(into, PLAYED);
  await mkdir(folder, { mode: 0o700 });
  const names = (await readdir(join(backupDir, WAL))).filter(
    name => name >= base.wal || name.endsWith('.history'),
  );
  for (const name of names.filter(one => !one.endsWith('.part'))) {
    const sealed = readSealed({ path: join(backupDir, WAL, name), name: `${WAL}/${name}` }, keys);
    await pipeline(sealed, createWriteStream(join(folder, name), { mode: 0o600 }));
  }
}

/** PostgreSQL plays its log on top of the base and stops at the moment. */
async function playTo(into: string, to: string): Promise<void> {
  const folder = join(into, 'postgres');
  const from = join(into, PLAYED).replaceAll('%', '%%');
  const copy =
    process.platform === 'win32' ? `copy "${from.replaceAll('/', '\\')}\\%f" "%p"` : `cp "${from}/%f" "%p"`;
  const settings = {
    archive_command: DO_NOTHING,
    restore_command: copy,
    // PostgreSQL reads this before it knows any name of a zone, Z among them.
    recovery_target_time: to.replace('Z', '+00'),
    recovery_target_action: 'promote',
  };
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  );
  await appendFile(join(folder, 'postgresql.auto.conf'), lines.join(''));
  await writeFile(join(folder, 'recovery.signal'), '', { mode: 0o600 });
  await giveToAccount(into);
  const server = await pgCtl(folder);
  const port = await server.start(await freePort()).catch(async () => {
    throw new BackupError(`PostgreSQL could not play its log: ${await lastWords(folder)}`);
  });
  try {
    await untilPlayed(into, port);
  } finally {
    await server.stop();
  }
  await rm(join(into, PLAYED), { recursive: true });
}

async function lastWords(folder: string): Promise<string> {
  const log = await readFile(join(folder, 'server.log'), 'utf8').catch(() => '');
  return (
    log
      .trim()
      .split('\n')
      .findLast(line => line.includes('FATAL')) ?? `see ${folder}/server.log`
  );
}

async function untilPlayed(into: string, port: number): Promise<void> {
  const { admin: password } = JSON.parse(await readFile(join(into, 'postgres-secrets.json'), 'utf8')) as {
    admin: string;
  };
  await withAdmin(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, async client => {
    for (const end = performance.now() + RECOVERY_MS; performance.now() < end; await wait(100)) {
      const { rows } = await client.query('select pg_is_in_recovery() as playing');
      if (rows[0].playing) continue;
      for (const name of ['restore_command', 'recovery_target_time', 'recovery_target_action'])
        await client.query(`alter system reset ${name}`);
      return;
    }
    throw new BackupError('PostgreSQL has not finished playing its log in half an hour.');
  });
}

/** Started as root, PostgreSQL runs as another account, which must own its files. */
async function giveToAccount(into: string): Promise<void> {
  const { uid, gid } = await accountToRunAs();
  if (uid === undefined || gid === undefined) return;
  for (const part of ['postgres', PLAYED]) {
    await chown(join(into, part), uid, gid);
    const entries = await readdir(join(into, part), { recursive: true });
    for (const name of entries) await chown(join(into, part, name), uid, gid);
  }
}

/** Heads noted up to the moment: what came later is not in the restored log. */
async function writeAnchor(backupDir: string, into: string, to: string): Promise<void> {
  if (!existsSync(join(backupDir, ANCHOR))) return;
  await copyFile(join(backupDir, PUBLIC_KEYS), join(into, PUBLIC_KEYS));
  for await (const line of readAnchor(join(backupDir, ANCHOR)))
    if (line.written <= to) await appendFile(join(into, ANCHOR), `${JSON.stringify(line)}\n`);
}
