import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { readAnchor } from '../../server/src/platform/audit/anchor.ts';
import { verifyAudit } from '../../server/src/platform/audit/verifier.ts';
import { backUp } from '../../server/src/platform/backup/backup.ts';
import { restore } from '../../server/src/platform/backup/restore.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { loadSealKeys } from '../../server/src/platform/crypto/seal-key.ts';
import { createClient } from '../../server/src/platform/db/pool.ts';
import type { Client } from '../support/client.ts';
import type { Desk } from '../support/desk.ts';
import { APPROVE, createReview } from '../support/image-documents.ts';
import { startOwnDesk } from '../support/own-desk.ts';
import { createWaitingCase, uploadPair } from '../support/upload.factories.ts';

const CASES = 16;
const TABLES = [
  'desk_case',
  'case_event',
  'image_decision',
  'image_submission',
  'stored_file',
  'outbox_mail',
  'person',
  'staff_user',
  'staff_session',
  'audit_log',
];
const COUNTS = `select ${TABLES.map(table => `(select count(*)::int from ${table}) as ${table}`).join(', ')},
  (select md5(string_agg(d::text, '|' order by id)) from image_decision d) as decisions,
  (select md5(string_agg(a::text, '|' order by id)) from audit_log a) as log`;

/** The drill: a desk that is worked on, backed up meanwhile, and put back as it was between two decisions. */
describe('backup and restore', () => {
  let folder: string;
  let desk: Desk;
  let agent: Client;
  const undecided: string[] = [];
  const at = (name: string) => join(folder, name);
  const keysOf = (dataDir: string) => loadKeys(undefined, dataDir);
  const copy = (full = false) =>
    backUp({
      dataDir: at('desk'),
      anchorFile: desk.config.anchorFile,
      backupDir: at('backup'),
      keys: keysOf(at('desk')),
      full,
    });
  const decide = async () => agent.ask(APPROVE, { input: { caseId: undecided.pop(), expectedVersion: 1 } });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-backup-'));
    await chmod(folder, 0o755);
    desk = await startOwnDesk(at('desk'), true);
    agent = await desk.as('agent');
    for (let n = 0; n < CASES; n += 1) undecided.push((await createReview(desk)).id);
  });
  afterAll(async () => {
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('the desk comes back as it was at a second between two decisions', { timeout: 120_000 }, async () => {
    await uploadPair(desk, (await createWaitingCase(desk)).id);
    const working = (async () => {
      for (let n = 0; n < CASES / 2; n += 1) await decide();
    })();
    const first = await copy();
    await working;
    await uploadPair(desk, (await createWaitingCase(desk)).id);
    expect(first.newBase).toBe(true);
    await untilSealed(desk);
    const then = (await desk.sql.query(COUNTS)).rows[0];
    const moment = (await desk.sql.query('select clock_timestamp() as now')).rows[0].now as Date;
    await wait(50);
    await decide();
    await decide();
    await desk.sql.query(`update staff_user set name = 'Somebody Else' where id = $1`, [
      desk.staff.colleague,
    ]);
    const second = await copy();
    expect(second.newBase).toBe(false);
    expect((await desk.sql.query(COUNTS)).rows[0]).not.toEqual(then);

    await restore({ backupDir: at('backup'), into: at('restored'), to: moment, keys: keysOf(at('desk')) });
    expect(await readdir(at('restored'))).toEqual(
      expect.arrayContaining(['audit-anchor.jsonl', 'audit-public-keys.json', 'files']),
    );
    expect(await readdir(at('restored'))).not.toContain('keys.json');
    await copyFile(join(at('desk'), 'keys.json'), join(at('restored'), 'keys.json'));
    const restored = await startOwnDesk(at('restored'), false);
    try {
      expect(await countsAfterStart(restored, then)).toEqual(then);
      await chainHolds(restored);
      await filesAreThere(restored, desk);
      await worksOn(restored);
    } finally {
      await restored.stop();
    }
  });

  test('nothing readable lies in the backup, and no key', async () => {
    const keys = await readFile(join(at('desk'), 'keys.json'), 'utf8');
    const secrets = [...keys.matchAll(/"([A-Za-z0-9+/=]{40,})"/g)].map(match => match[1] ?? '');
    // One each for the files, the cards and the audit log.
    expect(secrets).toHaveLength(3);
    const names = (await readdir(at('backup'), { recursive: true, withFileTypes: true })).filter(e =>
      e.isFile(),
    );
    expect(names.some(entry => entry.name === 'keys.json')).toBe(false);
    for (const entry of names) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const word of [...secrets, 'Ingrid Solheim', 'PG_VERSION', 'desk_case'])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test('a folder that is not empty is not touched', async () => {
    await mkdir(at('mine'));
    await writeFile(join(at('mine'), 'letter.txt'), 'mine');
    const given = { backupDir: at('backup'), into: at('mine'), to: null, keys: keysOf(at('desk')) };
    await expect(restore(given)).rejects.toThrow('is not empty');
    expect(await readdir(at('mine'))).toEqual(['letter.txt']);
  });

  test('a moment outside the backup is refused with the moments there are', async () => {
    const given = { backupDir: at('backup'), into: at('never'), keys: keysOf(at('desk')) };
    await expect(restore({ ...given, to: new Date(Date.now() + 60_000) })).rejects.toThrow(/reaches to .*Z/);
    await expect(restore({ ...given, to: new Date('2020-01-01') })).rejects.toThrow(/begins at .*Z/);
    expect(await readdir(folder)).not.toContain('never');
  });

  test('a damaged, cut-off or exchanged file, or another key, is found before anything is played', async () => {
    const [base = ''] = await readdir(join(at('backup'), 'base'));
    const path = join(at('backup'), 'base', base);
    const whole = await readFile(path);
    const attempt = async (bytes: Buffer, n: number, keys = keysOf(at('desk'))) => {
      await writeFile(path, bytes);
      return restore({ backupDir: at('backup'), into: at(`bad-${n}`), to: null, keys });
    };
    const changed = Buffer.from(whole);
    changed[5_000] = 255 - (changed[5_000] ?? 0);
    await expect(attempt(changed, 1)).rejects.toThrow('does not open');
    await expect(attempt(whole.subarray(0, whole.length - 40), 2)).rejects.toThrow(/too early|does not open/);
    const [wal = ''] = await readdir(join(at('backup'), 'wal'));
    await expect(attempt(await readFile(join(at('backup'), 'wal', wal)), 3)).rejects.toThrow('does not open');
    await mkdir(at('stranger'));
    await expect(attempt(whole, 4, keysOf(at('stranger')))).rejects.toThrow('does not open');
    await writeFile(path, whole);
  });

  test('the restored desk’s backups do not mix with those of the first', async () => {
    const given = {
      dataDir: at('restored'),
      anchorFile: at('restored/audit-anchor.jsonl'),
      backupDir: at('backup'),
    };
    await expect(backUp({ ...given, keys: keysOf(at('restored')) })).rejects.toThrow('Choose another folder');
  });
});

/** Starting the restored desk writes nothing, signing in does: compare before. */
async function countsAfterStart(restored: Desk, then: Record<string, unknown>) {
  const { rows } = await restored.sql.query(COUNTS);
  return Object.fromEntries(Object.keys(then).map(name => [name, rows[0][name]]));
}

async function untilSealed(desk: Desk): Promise<void> {
  const open = `select 1 where (select max(id) from audit_log) > (select coalesce(max(to_id), 0) from audit_seal where log = 'audit_log')
    or (select max(id) from case_event) > (select coalesce(max(to_id), 0) from audit_seal where log = 'case_event')`;
  for (let n = 0; n < 150 && (await desk.sql.query(open)).rows.length > 0; n += 1) await wait(100);
}

async function chainHolds(restored: Desk): Promise<void> {
  const client = createClient(restored.ownerUrl);
  await client.connect();
  await client.query('begin isolation level repeatable read');
  const { publicKeys } = loadSealKeys(undefined, restored.config.dataDir);
  const report = await verifyAudit(client, { publicKeys, anchors: readAnchor(restored.config.anchorFile) });
  await client.query('rollback');
  await client.end();
  expect(report).toMatchObject({ findings: [], unsealed: 0 });
  expect(report.anchored).toBeGreaterThan(0);
}

/** Every stored file opens with its row's key, and is what the first desk has. */
async function filesAreThere(restored: Desk, first: Desk): Promise<void> {
  const { rows } = await restored.sql.query(
    'select storage_key, master_key, data_key from stored_file where case_id is not null',
  );
  expect(rows).toHaveLength(4);
  for (const { storage_key: storageKey, master_key: masterKey, data_key: dataKey } of rows) {
    const [here, there] = [restored, first].map(({ config: { dataDir } }) =>
      imageStorage(dataDir, loadKeys(undefined, dataDir)).get({ storageKey, masterKey, dataKey }, 'display'),
    );
    const bytes = await here;
    expect(bytes?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(sha256(bytes)).toBe(sha256(await there));
  }
}

const sha256 = (bytes: Buffer | null | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

async function worksOn(restored: Desk): Promise<void> {
  const again = await restored.as('agent');
  const { rows } = await restored.sql.query(
    `select id from desk_case where status = 'OPEN' and reserved_by = $1 limit 1`,
    [restored.staff.agent],
  );
  const answer = await again.send(APPROVE, { input: { caseId: rows[0].id, expectedVersion: 1 } });
  expect(answer.errors).toBeUndefined();
}
