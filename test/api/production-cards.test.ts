import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestFaults } from '../../server/src/features/production/manifest.rules.ts';
import { openBatch } from '../../server/src/features/production/production-batch.store.ts';
import { createFolderHouse } from '../../server/src/production/production-house.folder.ts';
import { answersAt, filesOf, productionAt, readyLine } from '../support/card-production.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson } from '../support/factories.ts';
import { systemDb } from '../support/mails.ts';
import { noonOf, rehearse, runJob } from '../support/orders.ts';

const DAY = '2026-03-23';
const RELEASE = `mutation Release($input: ReleaseProductionLineInput!) { releaseProductionLine(input: $input) { status canRelease releasedReason } }`;
const PAGE = `query Production { production { ready { value } waiting { id version orderNumber reason batchNumber canRelease }
  late { orderNumber dueOn late } batches { rows { number dueOn lines shipped refused late } } } }`;

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

async function all<R>(sql: string, values: unknown[] = []): Promise<R[]> {
  return (await desk.sql.query(sql, values)).rows as R[];
}
const handOver = (day = DAY, more = {}) =>
  runJob(desk, productionAt(desk, noonOf(day), more), 'production-hand-over');
const lineOf = async (itemId: string) =>
  (
    await all<{ id: string; number: string; line: number; status: string; reason: string | null }>(
      `select l.id::text, b.number, l.line, l.status, l.reason from production_line l left join production_batch b on b.id = l.batch_id
       where l.order_item_id = $1 order by l.id desc limit 1`,
      [itemId],
    )
  )[0];
const statusOf = async (itemId: string) =>
  (
    await all<{ status: string; reason: string | null }>(
      'select status, status_reason as reason from order_item where id = $1',
      [itemId],
    )
  )[0];

async function fileOf(number: string) {
  const [row] = await all<Parameters<typeof openBatch>[1]>(
    `select b.id, b.number, f.storage_key, f.master_key, f.data_key from production_batch b join stored_file f on f.id = b.file_id where b.number = $1`,
    [number],
  );
  if (!row) throw new Error('no such batch');
  return openBatch(filesOf(desk), row);
}

const answer = (number: string, lines: Parameters<ReturnType<typeof answersAt>['answer']>[2], day = DAY) =>
  answersAt(noonOf(day)).answer(systemDb(desk.app.jobParts), { number, clientId: null }, lines);

describe('the hand-over to production', () => {
  test('writes for each card what is printed, what the chip holds and the barcode, with checksums, and nothing of the national ID', async () => {
    const firm = await createFirm(desk, { name: 'Fjord Bygg AS' });
    const person = await createPerson(desk, {
      givenName: 'Kim',
      familyName: 'Ås',
      nationalId: '17858512387',
    });
    await desk.sql.query(`update person set gender = 'WOMAN', birth_date = '1985-05-17' where id = $1`, [
      person.id,
    ]);
    const { itemId } = await readyLine(desk, {
      day: DAY,
      firm,
      personId: person.id,
      photo: Buffer.from('her face'),
    });
    expect(await handOver()).toBe(1);
    const line = await lineOf(itemId);
    const { cards, manifest } = await fileOf(line?.number ?? '');
    expect(manifestFaults(cards, JSON.parse(manifest.toString()))).toEqual([]);
    const card = JSON.parse(cards.toString());
    const [{ org, number }] = (await all<{ org: string; number: string }>(
      `select m.org_number as org, i.card_number as number from order_item i join organisation m on m.id = i.main_unit_id where i.id = $1`,
      [itemId],
    )) as [{ org: string; number: string }];
    expect(card).toMatchObject({
      line: 1,
      cardNumber: number,
      print: {
        orgNumber: org,
        name: 'Kim Ås',
        birthDate: '1985-05-17',
        issuedOn: DAY,
        cardNumber: number,
        languages: ['nb', 'en'],
        photo: { base64: Buffer.from('her face').toString('base64') },
      },
      chip: { name: 'Kim Ås', gender: 'WOMAN', orgNumber: org, cardNumber: number, expiresOn: '2028-03-23' },
      barcode: `${org}${number}`,
      delivery: { postcode: '0155', country: 'NO' },
    });
    expect(card.print.qr).toContain('/kort#');
    for (const part of ['17858512387', '178585', '12387']) expect(cards.toString()).not.toContain(part);
    expect(await statusOf(itemId)).toEqual({ status: 'IN_PRODUCTION', reason: null });
  });

  test('is rehearsed by what it then does, and a second run finds nothing', async () => {
    const lines = await Promise.all([1, 2, 3].map(() => readyLine(desk, { day: DAY })));
    const jobs = productionAt(desk, noonOf(DAY));
    const said = await rehearse(desk, jobs, { name: 'production-hand-over', at: noonOf(DAY) });
    expect(said).toEqual(lines.map(({ itemId }) => itemId).sort((a, b) => Number(a) - Number(b)));
    expect(await handOver()).toBe(3);
    expect(await handOver()).toBe(0);
    const numbers = await Promise.all(lines.map(async ({ itemId }) => (await lineOf(itemId))?.number));
    expect(new Set(numbers).size).toBe(1);
  });

  test('waits as long as the decision on the images can be taken back', async () => {
    const until = new Date(noonOf(DAY).getTime() + 60_000);
    const { itemId } = await readyLine(desk, { day: DAY, undoUntil: until });
    expect(await handOver()).toBe(0);
    expect(await runJob(desk, productionAt(desk, until), 'production-hand-over')).toBe(1);
    expect((await statusOf(itemId))?.status).toBe('IN_PRODUCTION');
  });

  test('draws a card number again when it is taken', async () => {
    const draws = [7, 7, 8, 7, 9];
    const draw = () => draws.shift() ?? 1_000;
    const [one, two] = [await readyLine(desk, { day: DAY }), await readyLine(desk, { day: DAY })];
    expect(await handOver(DAY, { draw })).toBe(2);
    const three = await readyLine(desk, { day: DAY });
    expect(await handOver(DAY, { draw })).toBe(1);
    const numbers = await all<{ n: string }>(
      'select card_number as n from order_item where id = any ($1) order by id',
      [[one.itemId, two.itemId, three.itemId]],
    );
    expect(numbers.map(({ n }) => n.slice(0, 9))).toEqual(['100000007', '100000008', '100000009']);
  });

  test.each([
    [
      'NO_PHOTO',
      'update stored_file set data_key = null, deleted_at = now() where id = (select photo_file_id from image_submission where order_item_id = $1)',
    ],
    [
      'NO_BIRTH_DATE',
      'update person set birth_date = null where id = (select person_id from order_item where id = $1)',
    ],
    [
      'NO_NORWEGIAN_ADDRESS',
      `update card_order set delivery_street = null where id = (select order_id from order_item where id = $1)`,
    ],
  ])('holds a card back that cannot be made (%s), until a person has seen to it', async (reason, spoil) => {
    const { itemId } = await readyLine(desk, { day: DAY });
    await desk.sql.query(spoil, [itemId]);
    expect(await handOver()).toBe(1);
    expect(await lineOf(itemId)).toMatchObject({ status: 'HELD', reason, number: null });
    expect((await statusOf(itemId))?.status).toBe('READY');
    expect(await handOver()).toBe(0);
  });
});

describe('what production says', () => {
  test('a refused card is ready again and waits for a person; once let go it is in the next batch', async () => {
    const { itemId } = await readyLine(desk, { day: DAY });
    await handOver();
    const { number = '', line = 0 } = (await lineOf(itemId)) ?? {};
    expect(await answer(number, [{ line, outcome: 'ACKNOWLEDGED' }])).toEqual(['DONE']);
    expect(await answer(number, [{ line, outcome: 'REFUSED' }])).toEqual(['REASON_REQUIRED']);
    const refused = { line, outcome: 'REFUSED', reason: 'CHIP_FAILED', note: 'Tre forsøk' } as const;
    expect(await answer(number, [refused, refused])).toEqual(['DONE', 'DONE']);
    expect(await statusOf(itemId)).toEqual({ status: 'READY', reason: 'CHIP_FAILED' });
    expect(await handOver()).toBe(0);
    expect(await answer(number, [{ line, outcome: 'SHIPPED' }])).toEqual(['TOO_LATE']);

    const senior = await desk.as('senior');
    const { production } = await senior.ask(PAGE);
    const waiting = production.waiting.find((one: { batchNumber: string }) => one.batchNumber === number);
    expect(waiting).toMatchObject({ reason: 'CHIP_FAILED', canRelease: true });
    const input = { id: waiting.id, expectedVersion: waiting.version, reason: 'Ny brikke bestilt' };
    const { releaseProductionLine: released } = await senior.ask(RELEASE, { input });
    expect(released).toEqual({ status: 'REFUSED', canRelease: false, releasedReason: 'Ny brikke bestilt' });
    expect((await senior.send(RELEASE, { input })).errors?.[0]?.extensions?.code).toBe('STALE');
    expect(await handOver()).toBe(1);
    expect(await lineOf(itemId)).toMatchObject({ status: 'SENT' });
    expect((await lineOf(itemId))?.number).not.toBe(number);
  });

  test('a shipped card is valid from the day it was shipped, its orderer is told, and the same answer twice changes nothing', async () => {
    const { itemId } = await readyLine(desk, { day: DAY });
    await handOver();
    const { number = '', line = 0 } = (await lineOf(itemId)) ?? {};
    const shipped = { line, outcome: 'SHIPPED', shippedOn: '2026-03-25' } as const;
    expect(await answer(number, [{ ...shipped, shippedOn: '2026-03-30' }], '2026-03-26')).toEqual([
      'DATE_IN_FUTURE',
    ]);
    expect(await answer(number, [{ ...shipped, shippedOn: '2026-03-20' }], '2026-03-26')).toEqual([
      'BEFORE_HAND_OVER',
    ]);
    expect(await answer(number, [shipped, shipped], '2026-03-26')).toEqual(['DONE', 'DONE']);
    const [card] = await all(
      `select c.status, valid_from::text, expires_on::text, c.chip_code_hash = l.chip_code_hash as same from card c
       join production_line l on l.order_item_id = c.order_item_id where c.order_item_id = $1`,
      [itemId],
    );
    expect(card).toEqual({ status: 'VALID', valid_from: '2026-03-25', expires_on: '2028-03-25', same: true });
    const letters = await all(
      "select template from outbox_mail where order_item_id = $1 and template <> 'UPLOAD_LINK'",
      [itemId],
    );
    expect(letters).toEqual([{ template: 'CARD_VALID' }]);
    expect(await answer('P999999', [shipped])).toBeNull();
    expect(await answer(number, [{ line: 99, outcome: 'SHIPPED' }])).toEqual(['NOT_FOUND']);
  });

  test('R12: what is not out within four business days is late, and said so', async () => {
    const { itemId } = await readyLine(desk, { day: '2026-04-30' });
    await handOver('2026-04-30');
    const [batch] = await all<{ due: string }>(
      `select due_on::text as due from production_batch b join production_line l on l.batch_id = b.id where l.order_item_id = $1`,
      [itemId],
    );
    expect(batch?.due).toBe('2026-05-07');
    const { production } = await (await desk.as('senior')).ask(PAGE);
    expect(production.late.map((line: { dueOn: string }) => line.dueOn)).toContain('2026-05-07');
    expect(production.batches.rows.some((row: { late: boolean }) => row.late)).toBe(true);
  });
});

describe('a production house with a folder', () => {
  test('gets each batch whole and once, and its answers are taken with their results', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-production-'));
    const house = createFolderHouse(folder);
    const { itemId } = await readyLine(desk, { day: DAY });
    await handOver();
    const { number = '', line = 0 } = (await lineOf(itemId)) ?? {};
    await desk.sql.query('update production_batch set delivered_at = now() where number <> $1', [number]);
    const jobs = productionAt(desk, noonOf(DAY), { house });
    const both = await Promise.all([1, 2].map(() => runJob(desk, jobs, 'production-delivery')));
    expect(both.sort((a, b) => a - b)).toEqual([0, 1]);
    expect((await readdir(folder)).filter(name => !name.startsWith('answers'))).toEqual([number]);
    const cards = await readFile(join(folder, number, 'cards.ndjson'));
    const manifest = await readFile(join(folder, number, 'manifest.json'), 'utf8');
    expect(manifestFaults(cards, JSON.parse(manifest))).toEqual([]);

    await house.answers();
    const said = {
      batch: number,
      lines: [
        { line, outcome: 'SHIPPED' },
        { line: 50, outcome: 'SHIPPED' },
      ],
    };
    await writeFile(join(folder, 'answers', 'a1.json'), JSON.stringify(said));
    await writeFile(join(folder, 'answers', 'a2.json'), 'nonsense');
    expect(await runJob(desk, jobs, 'production-answers')).toBe(2);
    expect(await runJob(desk, jobs, 'production-answers')).toBe(0);
    expect((await statusOf(itemId))?.status).toBe('SHIPPED');
    expect(JSON.parse(await readFile(join(folder, 'taken', 'a1.json.result'), 'utf8'))).toEqual({
      results: ['DONE', 'NOT_FOUND'],
    });
    expect(await readdir(join(folder, 'answers'))).toEqual([]);
    await rm(folder, { recursive: true });
  });

  test('notices a batch that was changed on its way', async () => {
    const { itemId } = await readyLine(desk, { day: DAY });
    await handOver();
    const { cards, manifest } = await fileOf((await lineOf(itemId))?.number ?? '');
    const changed = Buffer.from(cards.toString().replace('"gender"', '"Gender"'));
    expect(manifestFaults(changed, JSON.parse(manifest.toString()))).toEqual(['FILE', 'LINE 1']);
    expect(manifestFaults(Buffer.from(''), JSON.parse(manifest.toString()))).toContain('COUNT');
  });
});
