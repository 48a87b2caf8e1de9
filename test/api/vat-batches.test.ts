import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson, type Firm, syntheticNationalId } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { apiClient } from '../support/machines.ts';
import { declareOrder } from '../support/vat.ts';

const FIRM = 'line orgNumber name firstDeclaredAt lastDeclaredAt declarations declarerName declarerRole';
const BATCH = `id number madeAt madeBy { id name } fromAt toAt firms csvSha256 jsonSha256 timesSent sentAt sentBy { id } receipt receivedOn
  receiptBy { id } version`;
const DETAIL = `batch { ${BATCH} } firms { rows { ${FIRM} } pageInfo { hasNextPage endCursor } }`;
const PAGE = `query VatBatches { vatBatches { waitingCount { value exact } waiting { ${FIRM} } batches { rows { ${BATCH} } pageInfo { hasNextPage } } } }`;
const ONE = `query VatBatch($id: EntityId!, $page: PageInput) { vatBatch(id: $id, page: $page) { ${DETAIL} } }`;
const MAKE = `mutation MakeVatBatch { makeVatBatch { ${DETAIL} } }`;
const SENT = `mutation Sent($input: RecordVatBatchSentInput!) { recordVatBatchSent(input: $input) { ${DETAIL} } }`;
const RECEIPT = `mutation Receipt($input: RecordVatReceiptInput!) { recordVatReceipt(input: $input) { ${DETAIL} } }`;
const LOOKED = 'orgNumber name declarations lately inVatRegisterSince batchNumber';
const FOLLOW_UP = `query FollowUp { vatFollowUp { times months registered { ${LOOKED} } again { ${LOOKED} } } }`;

let desk: Desk;
let lead: Client;
let passed = 0;
const NOW = Date.now();
beforeAll(async () => {
  const clock = { now: () => new Date(NOW + passed) };
  desk = await startDesk({ clock, env: { STEP_UP_MINUTES: '15', PERSONS_PER_DAY: '10000' } });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  lead = await desk.as('lead');
});

const daysAgo = (days: number, hour = 12) =>
  new Date(`${osloDate(new Date(NOW - days * 86_400_000))}T${String(hour).padStart(2, '0')}:00:00Z`);
const page = async (by = lead) => (await by.ask(PAGE)).vatBatches;
const make = async (by = lead) => (await by.ask(MAKE)).makeVatBatch;
const orgNumberOf = async ({ main }: Firm) =>
  (await desk.sql.query('select org_number from organisation where id = $1', [main])).rows[0].org_number;
/** Nothing waits: whatever an earlier test left is in a batch. */
const empty = async () => {
  if ((await page()).waitingCount.value > 0) await make();
};
const batches = async () => (await desk.sql.query('select number from vat_batch order by number')).rows;

describe('a declaration', () => {
  test('given with an order is logged with who, when, in what role and for which firm', async () => {
    const firm = await createFirm(desk);
    const nationalId = syntheticNationalId();
    const { id } = await createPerson(desk, { nationalId, givenName: 'Berit', familyName: 'Bestiller' });
    const role = { firm_id: firm.main, code: 'DAGL', person_id: id, holder_name: 'Berit Bestiller' };
    await insert(desk, 'firm_role', { ...role, refreshed_at: new Date() });
    const body = {
      ...{ unit: firm.unitOrgNumber, scheme: 'CONSTRUCTION', payment: 'INVOICE', vatDeclared: true },
      orderer: { nationalId, email: 'berit@firma.example', language: 'nb' },
      items: [{ nationalId: syntheticNationalId(), givenName: 'Arne', familyName: 'Ansatt' }],
    };
    const portal = await apiClient(desk);
    expect((await portal.call('/orders', { body })).status).toBe(201);
    const { rows } = await desk.sql.query(
      `select d.org_number = f.org_number as firm, d.firm_name = f.name as named, d.declared_by_id = $2 as person, d.declarer_name, d.declarer_role,
        d.declared_at = o.placed_at as timely from vat_declaration d join organisation f on f.id = d.firm_id join card_order o on o.id = d.order_id where d.firm_id = $1`,
      [firm.main, id],
    );
    const said = { declarer_name: 'Berit Bestiller', declarer_role: 'DAGL' };
    expect(rows).toEqual([{ firm: true, named: true, person: true, timely: true, ...said }]);
    const log = `select operation, fields from audit_log where table_name = 'vat_declaration' order by id desc limit 1`;
    expect((await desk.sql.query(log)).rows[0].fields).toContain('declared_by_id');
  });

  test('of somebody who may not order for the firm is refused with the order', async () => {
    const [firm, portal] = [await createFirm(desk), await apiClient(desk)];
    const nationalId = syntheticNationalId();
    await createPerson(desk, { nationalId });
    const body = {
      ...{ unit: firm.unitOrgNumber, scheme: 'CONSTRUCTION', payment: 'INVOICE', vatDeclared: true },
      orderer: { nationalId, email: 'berit@firma.example', language: 'nb' },
      items: [{ nationalId: syntheticNationalId(), givenName: 'Arne', familyName: 'Ansatt' }],
    };
    expect((await portal.call('/orders', { body })).status).toBe(403);
    const { rows } = await desk.sql.query('select 1 from vat_declaration where firm_id = $1', [firm.main]);
    expect(rows).toEqual([]);
  });

  test('has somebody behind it, and is never changed', async () => {
    const { firm } = await declareOrder(desk, { at: daysAgo(1) });
    const nobody = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declarer_name, declared_at)
      select 1, id, main_unit_id, '312345676', 'Ingen', now() from card_order where main_unit_id = $1`;
    await expect(desk.sql.query(nobody, [firm.main])).rejects.toThrow('vat_declaration_by_someone');
    const other = `update vat_declaration set declarer_name = 'En annen' where firm_id = $1`;
    await expect(desk.sql.query(other, [firm.main])).rejects.toThrow('never changed');
  });
});

describe('a batch', () => {
  test('takes every firm that waits, once, with a number that follows the last', async () => {
    await empty();
    const before = (await batches()).length;
    const first = await declareOrder(desk, { at: daysAgo(20), name: 'Anne Først' });
    const second = await declareOrder(desk, { at: daysAgo(10), role: null });
    await declareOrder(desk, { at: daysAgo(5), firm: first.firm });
    const waiting = await page();
    expect(waiting.waitingCount).toEqual({ value: 2, exact: true });
    expect(waiting.waiting).toMatchObject([
      { line: null, declarations: 2, declarerName: 'Anne Først', declarerRole: 'DAGL' },
      { orgNumber: await orgNumberOf(second.firm), declarations: 1, declarerRole: null },
    ]);
    const { batch, firms } = await make();
    expect(batch).toMatchObject({
      ...{ number: before + 1, firms: 2, timesSent: 0, sentAt: null, receipt: null, version: 1 },
      ...{ fromAt: daysAgo(20).toISOString(), toAt: daysAgo(10).toISOString() },
      madeBy: { id: desk.staff.lead },
    });
    expect(firms.rows.map((row: { line: number }) => row.line)).toEqual([1, 2]);
    expect((await page()).waitingCount.value).toBe(0);
    // She says it again: no new batch, but it counts.
    await declareOrder(desk, { at: daysAgo(1), firm: first.firm });
    expect((await page()).waitingCount.value).toBe(0);
    expect(await lead.refused(MAKE)).toBe('NOTHING_WAITS');
    const shown = (await lead.ask(ONE, { id: batch.id, page: { first: 1 } })).vatBatch;
    expect(shown.firms.rows).toMatchObject([{ declarations: 3, lastDeclaredAt: daysAgo(1).toISOString() }]);
    const { endCursor: after, hasNextPage } = shown.firms.pageInfo;
    expect(hasNextPage).toBe(true);
    const next = (await lead.ask(ONE, { id: batch.id, page: { first: 1, after } })).vatBatch;
    expect(next.firms.rows).toMatchObject([{ line: 2 }]);
  });

  test('is made once by two who make it at the same moment, and leaves no hole when it fails', async () => {
    await empty();
    for (let n = 0; n < 5; n += 1) await declareOrder(desk, { at: daysAgo(n + 1) });
    const numbers = await batches();
    const answers = await Promise.all(
      [await desk.as('lead'), await desk.as('lead'), await desk.as('lead')].map(one => one.send(MAKE)),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'MADE').toSorted();
    expect(codes).toEqual(['MADE', 'NOTHING_WAITS', 'NOTHING_WAITS']);
    const last = numbers.at(-1).number;
    expect(await batches()).toEqual([...numbers, { number: last + 1 }]);
    // A failure in the middle takes the number back with it.
    const fail = `create function no_batch() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger no_batch before update of batch_id on vat_firm for each row execute function no_batch();`;
    await declareOrder(desk, { at: daysAgo(1) });
    await desk.sql.query(fail);
    expect(await lead.refused(MAKE)).toBe('INTERNAL');
    await desk.sql.query('drop trigger no_batch on vat_firm; drop function no_batch()');
    expect((await make()).batch.number).toBe(last + 2);
    const twice = `select firm_id from vat_firm where batch_id is not null group by firm_id having count(*) > 1`;
    expect((await desk.sql.query(twice)).rows).toEqual([]);
  });

  test('cannot be altered, not even by the desk itself', async () => {
    const { batch } = await lead.ask(PAGE).then(({ vatBatches }) => ({ batch: vatBatches.batches.rows[0] }));
    for (const sql of [
      'update vat_batch set firms = firms + 1 where id = $1',
      `update vat_batch set csv = 'x' where id = $1`,
      'delete from vat_batch where id = $1',
      'update vat_firm set batch_id = null, line = null where batch_id = $1',
      'delete from vat_firm where batch_id = $1',
    ])
      await expect(desk.sql.query(sql, [batch.id]), sql).rejects.toThrow();
  });
});

describe('the files', () => {
  let id: string;
  let number: number;
  let orgNumber: string;
  let sums: { csv: string; json: string };
  beforeAll(async () => {
    const client = await desk.as('lead');
    if ((await page(client)).waitingCount.value > 0) await make(client);
    const { firm } = await declareOrder(desk, { at: new Date('2026-11-02T11:30:05Z'), name: 'Eva Skjult' });
    await desk.sql.query(`update vat_firm set firm_name = '=HYPERLINK("x");Æ' where firm_id = $1`, [
      firm.main,
    ]);
    await declareOrder(desk, { at: new Date('2026-11-03T11:30:05Z') });
    const { batch } = await make(client);
    ({ id, number } = batch);
    sums = { csv: batch.csvSha256, json: batch.jsonSha256 };
    orgNumber = await orgNumberOf(firm);
  });
  const get = (format: string, by = lead) => by.fetch(`/files/vat-batches/${id}/${format}`);
  const bytesOf = async (format: string) => Buffer.from(await (await get(format)).arrayBuffer());
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

  test('are the same to the last byte whenever they are sent again, with the checksum the batch has', async () => {
    for (const format of ['csv', 'json'] as const) {
      const [first, second] = [await bytesOf(format), await bytesOf(format)];
      expect(first.equals(second)).toBe(true);
      expect(sha256(first).toString('hex')).toBe(sums[format]);
      const response = await get(format);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="mva-selvgodkjenning-${String(number).padStart(4, '0')}.${format}"`,
        'repr-digest': `sha-256=:${sha256(first).toString('base64')}:`,
        'x-content-type-options': 'nosniff',
      });
    }
  });

  test('name the firm and the time, and no person; a firm’s name cannot become a formula', async () => {
    const [csv, json] = [(await bytesOf('csv')).toString(), (await bytesOf('json')).toString()];
    expect(csv.startsWith('\uFEFF"Sending";"Linje";"Organisasjonsnummer"')).toBe(true);
    const [, line] = csv.split('\r\n');
    expect(line).toContain(
      `"${number}";"1";"${orgNumber}";"'=HYPERLINK(""x"");Æ";"2026-11-02 12:30:05";"2026-11-02 12:30:05";"1";"DAGL";"`,
    );
    const { format, batch, firms } = JSON.parse(json);
    expect([format, batch, firms.length]).toEqual(['hms-kort-desk/vat-self-approval/1', number, 2]);
    expect(firms[0]).toMatchObject({
      orgNumber,
      firstDeclaredAt: '2026-11-02T11:30:05.000Z',
      declarations: 1,
    });
    for (const text of [csv, json]) expect(text).not.toContain('Eva');
  });

  test('are for whoever makes batches, who has proved it lately; every download is on record', async () => {
    for (const who of ['caseworker', 'auditor', 'senior', 'admin'] as const)
      expect([who, (await get('csv', await desk.as(who))).status]).toEqual([who, 404]);
    expect((await get('csv', desk.anonymous())).status).toBe(401);
    for (const path of [`${id}/xml`, 'x/csv', '999999/csv'])
      expect((await lead.fetch(`/files/vat-batches/${path}`)).status).toBe(404);
    const log = `select actor_id, fields, operation from audit_log where table_name = 'vat_batch' and kind = 'READ' and row_id = $1 order by id`;
    const before = (await desk.sql.query(log, [id])).rows.length;
    await get('json');
    const rows = (await desk.sql.query(log, [id])).rows.slice(before);
    expect(rows).toEqual([{ actor_id: desk.staff.lead, fields: ['json'], operation: 'openVatBatch' }]);
    passed = 16 * 60_000;
    const late = await get('csv');
    expect([late.status, await late.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'STEP_UP_REQUIRED' } }] },
    ]);
    expect(await lead.refused(MAKE)).toBe('STEP_UP_REQUIRED');
    passed = 0;
  });
});

describe('what came back', () => {
  const input = (batch: { id: string; version: number }, more: object = {}) => ({
    input: { id: batch.id, expectedVersion: batch.version, ...more },
  });

  test('is recorded with the reference and the day, after it was sent; sending again is counted', async () => {
    await declareOrder(desk, { at: daysAgo(1) });
    let { batch } = await make();
    const receipt = { reference: 'SKATT-2026/17', receivedOn: osloDate(new Date(NOW)) };
    expect(await lead.refused(RECEIPT, input(batch, receipt))).toBe('ACTION_NOT_AVAILABLE');
    batch = (await lead.ask(SENT, input(batch))).recordVatBatchSent.batch;
    expect(batch).toMatchObject({ timesSent: 1, sentBy: { id: desk.staff.lead }, version: 2 });
    batch = (await lead.ask(SENT, input(batch))).recordVatBatchSent.batch;
    expect(batch.timesSent).toBe(2);
    const faultOf = async (more: object) =>
      (await lead.send(RECEIPT, input(batch, { ...receipt, ...more }))).errors?.[0]?.extensions.fieldErrors;
    expect(await faultOf({ reference: ' ' })).toEqual({ reference: 'REQUIRED' });
    const tomorrow = osloDate(new Date(NOW + 86_400_000));
    expect(await faultOf({ receivedOn: tomorrow })).toEqual({ receivedOn: 'DATE_TOO_FAR' });
    expect(await faultOf({ receivedOn: '2026-01-01' })).toEqual({ receivedOn: 'DATE_NOT_LATER' });
    const stale = input({ ...batch, version: 1 }, receipt);
    expect(await lead.refused(RECEIPT, stale)).toBe('STALE');
    batch = (await lead.ask(RECEIPT, input(batch, receipt))).recordVatReceipt.batch;
    expect(batch).toMatchObject({ receipt: 'SKATT-2026/17', receiptBy: { id: desk.staff.lead }, version: 4 });
  });
});

describe('who declared', () => {
  test('is shown to caseworkers, with a row in the log, and hidden from them when she is protected', async () => {
    await empty();
    const open = await declareOrder(desk, { at: daysAgo(3), name: 'Åpen Erklærer' });
    const { id } = await createPerson(desk, { familyName: 'Skjermet', restricted: true });
    await declareOrder(desk, { at: daysAgo(2), name: 'Vern Skjermet', declarerId: id });
    const seen = async (who: 'caseworker' | 'lead' | 'auditor') =>
      (await page(await desk.as(who))).waiting.map((row: { declarerName: string }) => row.declarerName);
    expect(await seen('caseworker')).toEqual(['Åpen Erklærer', null]);
    expect(await seen('auditor')).toEqual(['Åpen Erklærer', null]);
    expect(await seen('lead')).toEqual(['Åpen Erklærer', 'Vern Skjermet']);
    const log = `select actor_id, person_ids from audit_log where kind = 'READ' and table_name = 'vat_declaration' and $1::bigint = any (person_ids) order by id`;
    const readers = async (person: string) =>
      (await desk.sql.query(log, [person])).rows.map(({ actor_id }) => actor_id);
    expect(await readers(open.declarerId)).toContain(desk.staff.caseworker);
    expect(await readers(id)).toEqual([desk.staff.lead]);
  });

  test('comes through its own narrow door: of the order itself the authority sees nothing', async () => {
    const { orderNumber } = await declareOrder(desk, { at: daysAgo(1) });
    const caseworker = await desk.as('caseworker');
    const order = 'query O($number: ShortText!) { order(number: $number) { number } }';
    expect(await caseworker.refused(order, { number: orderNumber })).not.toBe('NOT REFUSED');
    for (const who of ['agent', 'senior', 'finance', 'admin'] as const)
      expect([who, await (await desk.as(who)).refused(PAGE)]).toEqual([who, 'FORBIDDEN']);
  });
});

describe('firms to look into', () => {
  test('declared, and are in Mva-registeret since; or declared again and again within a year', async () => {
    const later = await declareOrder(desk, { at: daysAgo(40) });
    const register = 'update organisation set in_vat_register = $2, refreshed_at = $3 where id = $1';
    await desk.sql.query(register, [later.firm.main, false, daysAgo(40)]);
    await desk.sql.query(register, [later.firm.main, true, daysAgo(4)]);
    const still = await declareOrder(desk, { at: daysAgo(40) });
    await desk.sql.query(register, [still.firm.main, false, daysAgo(4)]);
    const often = await declareOrder(desk, { at: daysAgo(300) });
    for (const days of [200, 100]) await declareOrder(desk, { at: daysAgo(days), firm: often.firm });
    const seldom = await declareOrder(desk, { at: daysAgo(500) });
    for (const days of [400, 100]) await declareOrder(desk, { at: daysAgo(days), firm: seldom.firm });
    const { vatFollowUp } = await (await desk.as('caseworker')).ask(FOLLOW_UP);
    expect([vatFollowUp.times, vatFollowUp.months]).toEqual([3, 12]);
    const names = (rows: { orgNumber: string }[]) => rows.map(({ orgNumber }) => orgNumber);
    expect(names(vatFollowUp.registered)).toEqual([await orgNumberOf(later.firm)]);
    expect(vatFollowUp.registered[0].inVatRegisterSince).toBe(osloDate(daysAgo(4)));
    const again = names(vatFollowUp.again);
    expect(again).toContain(await orgNumberOf(often.firm));
    expect(again).not.toContain(await orgNumberOf(seldom.firm));
    const orgNumber = await orgNumberOf(often.firm);
    const row = vatFollowUp.again.find((one: { orgNumber: string }) => one.orgNumber === orgNumber);
    expect(row).toMatchObject({ lately: 3, declarations: 3, batchNumber: null });
  });
});
