import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { UploadJobs } from '../../server/src/features/upload/upload.jobs.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { systemDb } from '../support/mails.ts';
import { createWaitingCase, filesOnDisk, uploadPair } from '../support/upload.factories.ts';

const DAY_MS = 24 * 3_600_000;

describe('bytes that a crash has left without a row', () => {
  let desk: Desk;
  const told: string[] = [];
  let known: string[];

  beforeAll(async () => {
    desk = await startDesk();
    await uploadPair(desk, (await createWaitingCase(desk)).id);
    known = await filesOnDisk(desk);
  });
  afterAll(() => desk.stop());

  const sweep = (at: Date) => {
    const files = imageStorage(desk.config.dataDir, loadKeys(undefined, desk.config.dataDir));
    const log = createLog('info', { write: line => void told.push(line) });
    return new UploadJobs({ clock: { now: () => at }, files, log, mailDomain: 'desk.example' }).sweepFiles(
      systemDb(desk.app.jobParts),
    );
  };

  async function orphan(number: number, suffix = 'display'): Promise<void> {
    const name = number.toString(16).padStart(32, '0');
    const folder = join(desk.config.dataDir, 'files', name.slice(0, 2), name.slice(2, 4));
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.${suffix}`);
    await writeFile(path, 'noise');
    await utimes(path, new Date(), new Date(Date.now() - 2 * DAY_MS));
  }

  test('are deleted when they are a day old, with half-written ones; files with a row stay', async () => {
    await orphan(1);
    await orphan(1, 'thumbnail');
    await orphan(2);
    await orphan(3, 'display.0a0a0a0a.tmp');
    expect(await sweep(new Date(Date.now() - 1.5 * DAY_MS))).toBe(0);
    expect((await filesOnDisk(desk)).length).toBe(known.length + 4);
    // Seen from the day after tomorrow everything is old.
    expect(await sweep(new Date(Date.now() + 2 * DAY_MS))).toBe(2);
    expect((await filesOnDisk(desk)).sort()).toEqual(known.sort());
  });

  test('are left alone when they are so many that the wrong database must be looked at', async () => {
    for (let n = 10; n < 130; n += 1) await orphan(n);
    expect(await sweep(new Date())).toBe(0);
    expect((await filesOnDisk(desk)).length).toBe(known.length + 120);
    expect(told.join()).toContain('too many to be true');
  });

  test('of an erased file go too, should the crash have come in between', async () => {
    const { rows } = await desk.sql.query(
      `update stored_file set deleted_at = now(), data_key = '' where id = (select min(id) from stored_file) returning storage_key`,
    );
    for (let n = 10; n < 130; n += 1) await orphan(n);
    await desk.sql.query(
      `insert into stored_file (organisation_id, storage_key, media_type, width, height, bytes, original_sha256, master_key, data_key)
       select 1, lpad(to_hex(n), 32, '0'), 'image/jpeg', 1, 1, 1, '', 'k1', '' from generate_series(10, 129) n`,
    );
    expect(await sweep(new Date(Date.now() + 2 * DAY_MS))).toBe(1);
    expect((await filesOnDisk(desk)).some(name => name.includes(rows[0]?.storage_key))).toBe(false);
  });
});
