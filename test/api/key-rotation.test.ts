import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imageStorage } from '../../server/src/features/image-review/image-storage.parts.ts';
import { KeyRotation } from '../../server/src/features/key-rotation/key-rotation.job.ts';
import {
  nationalIdIndexes,
  openNationalId,
  type StoredNationalId,
  sealNationalId,
} from '../../server/src/features/person/national-id.store.ts';
import { SearchReadModel } from '../../server/src/features/search/search.readmodel.ts';
import { openTieNumber, sealTieNumber } from '../../server/src/features/tie/tie-number.store.ts';
import { eraseFiles } from '../../server/src/features/upload/file-erasure.write.ts';
import { createAccess } from '../../server/src/platform/access/access.ts';
import { systemClock as clock } from '../../server/src/platform/clock.ts';
import { createKeys, type Keys } from '../../server/src/platform/crypto/keys.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS, type Principal } from '../../server/src/platform/db/principal.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { FileSeal } from '../../server/src/platform/storage/sealed-storage.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { systemDb } from '../support/mails.ts';

const PERSONS = 700;
const FILES = 5;
const ROTATOR = fileURLToPath(new URL('../support/key-rotator.ts', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../server/tsconfig.json', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx');

interface KeyFile {
  current: string;
  keys: Record<string, string>;
}

let desk: Desk;
/** National ID numbers by person.id. */
const numbers = new Map<string, string>();
let keyFile: string;
let old: KeyFile;
let both: KeyFile;
let fresh: KeyFile;

beforeAll(async () => {
  desk = await startDesk();
  keyFile = join(desk.config.dataDir, 'keys.json');
  for (let n = 0; n < PERSONS; n += 1) {
    const { id, nationalId } = await createPerson(desk);
    numbers.set(id, nationalId);
  }
  old = JSON.parse(readFileSync(keyFile, 'utf8'));
  const k2 = Buffer.alloc(32, 2).toString('base64');
  both = { current: 'k2', keys: { ...old.keys, k2 } };
  fresh = { current: 'k2', keys: { k2 } };
});
afterAll(() => desk.stop());

const rotationWith = (keys: Keys) => new KeyRotation({ keys, clock, log: createLog('silent') });
const db = () => systemDb(desk.app.jobParts);
const one = async (sql: string) => Number(Object.values((await desk.sql.query(sql)).rows[0])[0]);
const left = () => one(`select count(*) from person where national_id_key <> 'k2'`);

async function storedNumbers(): Promise<(StoredNationalId & { id: string })[]> {
  const { rows } = await desk.sql.query(
    'select id, national_id_enc as enc, national_id_key as "keyId", national_id_idx as idx from person',
  );
  return rows;
}

async function storeImage(keys: Keys): Promise<string> {
  const image = Buffer.from('an image');
  const seal = await imageStorage(desk.config.dataDir, keys).put({ display: image, thumbnail: image });
  return insert(desk, 'stored_file', {
    organisation_id: 1,
    storage_key: seal.storageKey,
    media_type: 'image/jpeg',
    width: 1,
    height: 1,
    bytes: image.length,
    original_sha256: Buffer.alloc(32),
    master_key: seal.masterKey,
    data_key: seal.dataKey,
  });
}

async function sealOf(id: string): Promise<FileSeal> {
  const { rows } = await desk.sql.query(
    'select storage_key as "storageKey", master_key as "masterKey", data_key as "dataKey" from stored_file where id = $1',
    [id],
  );
  return rows[0];
}

function startRotator(): ChildProcess {
  const env = { ...process.env, TSX_TSCONFIG_PATH: TSCONFIG };
  return spawn(process.execPath, ['--import', TSX, ROTATOR, desk.jobUrl, keyFile], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Kills it when it has begun its second batch of persons; the first look is for ties. */
async function killInTheMiddle(): Promise<void> {
  const rotator = startRotator();
  for (let n = 0; n < 3; n += 1) await once(rotator, 'message');
  const gone = once(rotator, 'exit');
  rotator.kill('SIGKILL');
  await gone;
}

test('after a change of key everything is sealed anew, also when the server is killed on the way, and the old key is no longer needed', {
  timeout: 60_000,
}, async () => {
  const files = [];
  for (let n = 0; n < FILES; n += 1) files.push(await storeImage(createKeys(old)));
  writeFileSync(keyFile, JSON.stringify(both));
  await killInTheMiddle();
  const leftWhenKilled = await left();
  expect(leftWhenKilled).toBeGreaterThan(0);
  expect(leftWhenKilled).toBeLessThan(PERSONS);

  expect(await rotationWith(createKeys(both)).rotate(db())).toBe(leftWhenKilled + FILES);
  expect(await left()).toBe(0);
  expect(await rotationWith(createKeys(both)).rotate(db())).toBe(0);

  const without = createKeys(fresh);
  const opened = (await storedNumbers()).map(row => [row.id, openNationalId(without, row)]);
  expect(opened).toEqual(opened.map(([id = '']) => [id, numbers.get(id)]));
  expect(opened.length).toBe(PERSONS);
  const storage = imageStorage(desk.config.dataDir, without);
  for (const id of files) expect(String(await storage.get(await sealOf(id), 'display'))).toBe('an image');
});

test('while both keys are in use a number is found by search and cannot be entered twice', async () => {
  const keys = createKeys(both);
  const { id, nationalId } = await createPerson(desk);
  const asOld = sealNationalId(createKeys(old), nationalId, id);
  await desk.sql.query(
    'update person set national_id_enc = $2, national_id_key = $3, national_id_idx = $4, national_id_idx_others = null where id = $1',
    [id, asOld.enc, asOld.keyId, asOld.idx],
  );
  await createCase(desk, { orderItem: await createOrderItem(desk, { personId: id }) });
  expect(nationalIdIndexes(keys, nationalId)[1]).toEqual(asOld.idx);
  await expect(createPerson(desk, { nationalId })).rejects.toMatchObject({
    constraint: 'national_id_index_pkey',
  });

  const search = await searchWith(keys);
  expect(await search(nationalId)).toMatchObject([{ group: 'PERSON', id }]);
  await rotationWith(keys).rotate(db());
  expect(await search(nationalId)).toMatchObject([{ group: 'PERSON', id }]);
  await expect(createPerson(desk, { nationalId })).rejects.toMatchObject({ code: '23505' });
});

test('whom a member of staff is tied to is met by either key, and by the new one alone in the end', async () => {
  const [before, after] = [await createPerson(desk), await createPerson(desk)];
  const tie = async (id: string, keys: Keys, nationalId: string) => {
    const { enc, keyId, idx, others, masked } = sealTieNumber(keys, nationalId, id);
    await desk.sql.query(
      `insert into staff_tie (id, staff_user_id, kind, national_id_enc, national_id_key, national_id_idx, national_id_idx_others, national_id_masked, declared_at)
       overriding system value values ($1, $2, 'FAMILY', $3, $4, $5, $6, $7, now())`,
      [id, desk.staff.agent, enc, keyId, idx, others, masked],
    );
  };
  await tie('1', createKeys(old), before.nationalId);
  await tie('2', createKeys(both), after.nationalId);
  const isBarredFrom = async (personId: string) => {
    const { id } = await createCase(desk, { orderItem: await createOrderItem(desk, { personId }) });
    return one(`select count(*) from case_barred where case_id = ${id} and tie_id is not null`);
  };
  // A person by the new key alone, a tie by the old one that the rotation has taken already, and the other way round.
  const asNew = sealNationalId(createKeys(both), before.nationalId, before.id);
  const change =
    'update person set national_id_enc = $2, national_id_key = $3, national_id_idx = $4, national_id_idx_others = null where id = $1';
  expect([await isBarredFrom(before.id), await isBarredFrom(after.id)]).toEqual([1, 1]);
  await rotationWith(createKeys(both)).rotate(db());
  await desk.sql.query(change, [before.id, asNew.enc, asNew.keyId, asNew.idx]);
  expect([await isBarredFrom(before.id), await isBarredFrom(after.id)]).toEqual([1, 1]);
  const { rows } = await desk.sql.query(
    `select id::text, national_id_enc as enc, national_id_key as "keyId", national_id_idx_others as others from staff_tie order by id`,
  );
  expect(rows.map(row => [openTieNumber(createKeys(fresh), row), row.others])).toEqual([
    [before.nationalId, null],
    [after.nationalId, null],
  ]);
});

test('a row that cannot be opened is left alone and the others go on', async () => {
  const { id } = await createPerson(desk);
  const good = await createPerson(desk);
  await desk.sql.query(
    `update person set national_id_key = 'gone', national_id_idx = decode(md5(id::text), 'hex') where id = $1`,
    [id],
  );
  const { enc, keyId, idx } = sealNationalId(createKeys(old), good.nationalId, good.id);
  await desk.sql.query(
    'update person set national_id_enc = $2, national_id_key = $3, national_id_idx = $4 where id = $1',
    [good.id, enc, keyId, idx],
  );
  expect(await rotationWith(createKeys(both)).rotate(db())).toBe(1);
  await desk.sql.query('delete from person where id = $1', [id]);
});

test('an image whose key is deleted is noise, also in a copy of the folder', async () => {
  const keys = createKeys(both);
  const storage = imageStorage(desk.config.dataDir, keys);
  const id = await storeImage(keys);
  const seal = await sealOf(id);
  const copy = await storage.get(seal, 'display');
  expect(String(copy)).toBe('an image');
  const kept = readFileSync(pathOf(seal.storageKey));
  expect(await eraseFiles(db(), storage, { ids: [id], at: new Date() })).toBe(1);
  expect(await sealOf(id)).toMatchObject({ dataKey: null });
  expect(await storage.get(seal, 'display')).toBeNull();
  expect(kept.includes('an image')).toBe(false);
  // The row keeps nothing that opens the copy: another file's key does not.
  const other = await sealOf(await storeImage(keys));
  writeFileSync(pathOf(seal.storageKey), kept);
  await expect(storage.get({ ...other, storageKey: seal.storageKey }, 'display')).rejects.toThrow();
  expect(await eraseFiles(db(), storage, { ids: [id], at: new Date() })).toBe(0);
});

/** The desk reads its keys when it starts, so the search is asked directly. */
async function searchWith(keys: Keys) {
  const access = await createAccess();
  const searches = new SearchReadModel({ access, clock, keys, numberMode: 'test' });
  const principal: Principal = {
    ...ANONYMOUS,
    kind: 'staff',
    actorId: desk.staff.senior,
    roles: ['SENIOR_AGENT'],
    organisationId: 1,
  };
  const info = { requestId: 'search', operation: 'Search', address: null };
  return (text: string) => searches.search(new Db(desk.app.dbParts, principal, info), text);
}

const pathOf = (storageKey: string) =>
  join(desk.config.dataDir, 'files', storageKey.slice(0, 2), storageKey.slice(2, 4), `${storageKey}.display`);
