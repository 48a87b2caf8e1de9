/** The database's part of a backup: a base copy while it runs, and its log of changes (WAL) since. */

import { createReadStream } from 'node:fs';
import { chown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Keys } from '../crypto/keys.ts';
import { accountToRunAs } from '../db/pg-ctl.ts';
import { BASE, BackupError, type Base, WAL } from './folder.ts';
import { PACK_END, packFile, packFolder, packText } from './pack.ts';
import { writeSealed } from './sealed-file.ts';

export interface Copying {
  readonly dataDir: string;
  readonly backupDir: string;
  readonly keys: Keys;
  readonly admin: Client;
}

const ARCHIVE_MS = 60_000;
const SECRETS = 'postgres-secrets.json';

/** What a running database keeps for itself, and what the copy gets from elsewhere. */
const CONTENT_OF =
  /^postgres\/(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const NAMED =
  /^postgres\/(postmaster\.(pid|opts)|server\.log|backup_label.*|tablespace_map.*|recovery\.signal|standby\.signal)$/;
const PASSING = /\/(pgsql_tmp|pg_internal\.init)/;

const isLeftOut = (path: string): boolean => CONTENT_OF.test(path) || NAMED.test(path) || PASSING.test(path);

/** Where PostgreSQL puts each full piece of its log, until the next backup takes it. */
export const waitingWal = (dataDir: string): string => join(dataDir, WAL);

/** From now on nothing of the log is thrown away before a backup has it. @throws BackupError */
export async function startKeepingWal({ dataDir, admin }: Copying): Promise<void> {
  const mode = (await admin.query('show archive_mode')).rows[0].archive_mode;
  if (mode !== 'on')
    throw new BackupError(
      'The database was started by an earlier version. Stop the desk and start it again, then back up.',
    );
  const folder = waitingWal(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = await accountToRunAs();
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  const command = copyCommand(folder);
  const known = (await admin.query('show archive_command')).rows[0].archive_command;
  if (known === command) return;
  await admin.query(`alter system set archive_command = ${admin.escapeLiteral(command)}`);
  await admin.query('select pg_reload_conf()');
}

/** For PostgreSQL's shell: copied under another name first, so that a half-written piece is never taken. */
function copyCommand(folder: string): string {
  const to = folder.replaceAll('%', '%%');
  if (process.platform === 'win32') return `copy /Y "%p" "${to.replaceAll('/', '\\')}\\%f"`;
  return `cp "%p" "${to}/%f.part" && mv "${to}/%f.part" "${to}/%f"`;
}

/** A whole copy, taken while the desk works. */
export async function copyBase(copying: Copying): Promise<Base> {
  const { admin, backupDir, keys } = copying;
  const label = `desk ${new Date().toISOString()}`;
  const started = await admin.query(
    `select pg_walfile_name(pg_backup_start($1, fast => true)) as wal, to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDD"T"HH24MISS') as name`,
    [label],
  );
  const { wal, name } = started.rows[0] as { wal: string; name: string };
  await mkdir(join(backupDir, BASE), { recursive: true, mode: 0o700 });
  await writeSealed(
    { path: join(backupDir, BASE, name), name: `${BASE}/${name}` },
    keys,
    baseContent(copying),
  );
  const from = (await admin.query('select clock_timestamp() as now')).rows[0].now as Date;
  return { name, from: from.toISOString(), wal };
}

async function* baseContent({ dataDir, admin }: Copying): AsyncGenerator<Buffer> {
  yield* packFolder(dataDir, 'postgres', isLeftOut);
  yield* packFile(dataDir, SECRETS);
  const { rows } = await admin.query('select labelfile from pg_backup_stop(wait_for_archive => false)');
  yield* packText('postgres/backup_label', rows[0].labelfile);
  yield PACK_END;
}

/** Ends the piece of the log that is being written, and waits until it lies beside. @returns the moment it surely reaches to */
export async function endWal({ admin, dataDir }: Copying): Promise<Date> {
  const now = (await admin.query('select clock_timestamp() as now')).rows[0].now as Date;
  // A commit after that moment, so that a restore to it sees where to stop.
  await admin.query('select pg_current_xact_id()');
  const { rows } = await admin.query('select pg_walfile_name(pg_switch_wal()) as wal');
  const path = join(waitingWal(dataDir), rows[0].wal);
  for (const end = performance.now() + ARCHIVE_MS; performance.now() < end; await wait(50)) {
    if (await stat(path).catch(() => null)) return now;
  }
  throw new BackupError(
    `PostgreSQL has not put its log of changes aside; see ${join(dataDir, 'postgres', 'server.log')}.`,
  );
}

/** Seals what waits into the backup, and only then takes it away. @returns how many pieces */
export async function takeWal({ dataDir, backupDir, keys }: Copying): Promise<number> {
  await mkdir(join(backupDir, WAL), { recursive: true, mode: 0o700 });
  const names = (await readdir(waitingWal(dataDir))).filter(name => !name.endsWith('.part'));
  for (const name of names.sort()) {
    const path = join(waitingWal(dataDir), basename(name));
    await writeSealed(
      { path: join(backupDir, WAL, name), name: `${WAL}/${name}` },
      keys,
      createReadStream(path),
    );
    await rm(path);
  }
  return names.length;
}
