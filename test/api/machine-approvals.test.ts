/** A firm applies for approval by machine, in the shape of an Altinn submission with its attachments. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CheckDesk } from '../support/check-desk.ts';
import { tinyPdf } from '../support/decision.factories.ts';
import { createFirm, createPerson, type Firm, syntheticNationalId } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';
import { filesOnDisk } from '../support/upload.factories.ts';

const PATH = '/approval-applications';
const REFUSED = { code: 'ORDERER_NOT_ALLOWED' };

let checks: CheckDesk;
let portal: ApiClient;
let firm: Firm;
let sender: { nationalId: string; email: string; language: string };

beforeAll(async () => {
  checks = await CheckDesk.start({ env: { REQUEST_BUDGET: '100000000' } });
  portal = await apiClient(checks.desk);
});
afterAll(() => checks.stop());
beforeEach(async () => {
  firm = await createFirm(checks.desk);
  sender = await leaderOf(firm);
});

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const somebody = () => ({ nationalId: syntheticNationalId(), email: 'leder@reint.example', language: 'nb' });
const paper = (kind: string) => ({ kind, content: tinyPdf(randomUUID()).toString('base64') });

async function leaderOf({ main }: Firm) {
  const told = somebody();
  const { id } = await createPerson(checks.desk, { nationalId: told.nationalId });
  const role = { code: 'DAGL', person_id: id, holder_name: 'Lise Leder', refreshed_at: checks.now };
  await insert(checks.desk, 'firm_role', { firm_id: main, ...role });
  return told;
}

const submission = (more: object = {}) => ({
  ...{ code: 'CLEANING_FIRM', firm: firm.unitOrgNumber, language: 'nb', sender, employees: 4, workers: 5 },
  ...{ contactName: 'Lise Leder', contactEmail: 'leder@reint.example', note: 'Vi vasker trapper.' },
  documents: [paper('OHS_AGREEMENT'), paper('INJURY_INSURANCE'), paper('EMPLOYMENT_CONTRACT')],
  ...more,
});
const apply = (more: object = {}, client: ApiClient = portal) =>
  client.call(PATH, { body: submission(more) });
const counted = async () => [
  (
    await rows(`select (select count(*)::int from exception_application) as applications, (select count(*)::int from case_document) as papers,
      (select count(*)::int from firm_approval) as approvals, (select count(*)::int from organisation) as firms`)
  )[0],
  (await filesOnDisk(checks.desk)).length,
];

describe('an application for approval through a portal', () => {
  test('is a case of the authority with its papers; the firm is in the register at once, and the portal can ask how it stands', async () => {
    const sent = await apply();
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body).toMatchObject({
      ...{ code: 'CLEANING_FIRM', status: 'UNDER_REVIEW', firm: firm.mainOrgNumber },
      ...{ receivedOn: '2026-11-23', decidedOn: null, approval: 'APPLICATION_IN_PROGRESS' },
    });
    const [row] = await rows(
      `select c.kind, c.queue, c.organisation_id, a.register, a.channel, a.claims, a.contact_email,
        (select array_agg(d.kind order by d.id) from case_document d where d.case_id = c.id) as kinds
      from exception_application a join desk_case c on c.id = a.case_id where a.number = $1`,
      [sent.body.number],
    );
    expect(row).toMatchObject({
      ...{ kind: 'APPROVAL', queue: 'APPROVAL', organisation_id: 2, register: 'CLEANING_APPROVAL' },
      ...{ channel: 'PORTAL', contact_email: 'leder@reint.example' },
      claims: { employees: 4, workers: 5, note: 'Vi vasker trapper.' },
      kinds: ['OHS_AGREEMENT', 'INJURY_INSURANCE', 'EMPLOYMENT_CONTRACT'],
    });
    const asked = await portal.call(`${PATH}/${sent.body.number}`);
    expect(asked).toMatchObject({ status: 200, body: sent.body });
    expect(JSON.stringify(asked.body)).not.toMatch(/Lise|reint|document|trapper/);
  });

  test('tells when the firm may order cards', async () => {
    const { number } = (await apply()).body;
    const [{ id }] = await rows(
      `update exception_application set status = 'CARD_ORDERING' where number = $1 returning id::text`,
      [number],
    );
    const opened = { status: 'CARD_ORDER_IN_PROGRESS', cause: 'ORDERING_OPENED', applicationId: id };
    await rows(`select put_firm_approval($1, 'CLEANING_APPROVAL', $2, $3)`, [
      firm.main,
      JSON.stringify(opened),
      checks.now,
    ]);
    expect((await portal.call(`${PATH}/${number}`)).body).toMatchObject({
      ...{ status: 'CARD_ORDERING', approval: 'CARD_ORDER_IN_PROGRESS' },
    });
  });

  test('tried again with the same key is one application with one set of papers', async () => {
    const [key, body] = [randomUUID(), submission()];
    const first = await portal.call(PATH, { body, key });
    const before = await counted();
    const again = await portal.call(PATH, { body, key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await counted()).toEqual(before);
  });

  test('of a firm the desk has never met fetches it, and asks the register who acts for it', async () => {
    const [leader, stranger, resigned] = [somebody(), somebody(), somebody()];
    const roles = [
      { code: 'DAGL', nationalId: leader.nationalId },
      { code: 'DAGL', nationalId: resigned.nationalId, resigned: true },
    ];
    checks.sandbox.firm('313579204').is({ name: 'Splitter Ny Vask AS', form: 'AS', employees: 2, roles });
    const before = await counted();
    for (const wrong of [stranger, resigned])
      expect((await apply({ firm: '313579204', sender: wrong })).body).toMatchObject(REFUSED);
    expect(await counted()).toEqual(before);
    const [key, body] = [randomUUID(), submission({ firm: '313579204', sender: leader })];
    const sent = await portal.call(PATH, { body, key });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect((await portal.call(PATH, { body, key })).body).toEqual(sent.body);
    expect(await rows(`select name from organisation where org_number = '313579204'`)).toEqual([
      { name: 'Splitter Ny Vask AS' },
    ]);
    const later = { sender: leader, documents: [paper('PAY_PROOF')] };
    const added = await portal.call(`${PATH}/${sent.body.number}/documents`, { body: later });
    expect(added.status, JSON.stringify(added.body)).toBe(200);
  });

  test('can get more papers while its cards are being ordered', async () => {
    const { number } = (await apply()).body;
    await rows(`update exception_application set status = 'CARD_ORDERING' where number = $1`, [number]);
    const path = `${PATH}/${number}/documents`;
    const added = await portal.call(path, { body: { sender, documents: [paper('PAY_PROOF')] } });
    expect(added).toMatchObject({ status: 200, body: { number, status: 'CARD_ORDERING' } });
    const body = { sender: somebody(), documents: [paper('PAY_PROOF')] };
    expect((await portal.call(path, { body })).body).toMatchObject(REFUSED);
  });

  test.each([
    ['nobody who is signed in', { sender: undefined }, 'sender', 'REQUIRED'],
    ['a sender whose number is none', { sender: { ...somebody(), nationalId: '123' } }, 'sender.nationalId'],
    ['a firm there is not', { firm: '313579220' }, 'firm'],
    ['nobody who does the work', { workers: 0 }, 'workers', 'NOT_POSSIBLE'],
    ['fewer than no employees', { employees: -1 }, 'employees', 'TOO_SHORT'],
    [
      'car care that does not say whether it discharges',
      { code: 'CAR_CARE_FIRM' },
      'dischargeDuty',
      'REQUIRED',
    ],
    ['the code of an exception', { code: 'AA_ENK_SPOUSE' }, 'code', 'VALUE_UNKNOWN'],
    ['a field there is not', { approval: 'APPROVED' }, 'approval', 'FIELD_UNKNOWN'],
  ])('is refused for %s, and leaves nothing behind', async (...[, wrong, field, code]) => {
    const before = await counted();
    const { status, body } = await apply(wrong);
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'VALIDATION_FAILED', field]);
    if (code) expect(body.errors[0].code).toBe(code);
    expect(await counted()).toEqual(before);
  });

  test('is refused whole when a paper cannot be read', async () => {
    const before = await counted();
    const broken = { kind: 'PAY_PROOF', content: Buffer.from('ikke noe papir').toString('base64') };
    const refused = await apply({ documents: [paper('OHS_AGREEMENT'), broken] });
    expect(refused.body).toMatchObject({ code: 'FILE_REFUSED', errors: [{ field: 'documents[1].content' }] });
    expect(await counted()).toEqual(before);
  });
});

describe('a firm’s own system', () => {
  test('applies for its firm and for no other, and sees what was sent for the firm', async () => {
    const own = await apiClient(checks.desk, { firmId: firm.main });
    const agency = { code: 'STAFFING_AGENCY', workers: 0, documents: [], sender: undefined };
    const sent = await apply(agency, own);
    expect([sent.status, sent.body.approval]).toEqual([201, 'APPLICATION_IN_PROGRESS']);
    for (const other of [(await createFirm(checks.desk)).mainOrgNumber, '313579212'])
      expect((await apply({ ...agency, firm: other }, own)).body.errors).toMatchObject([
        { field: 'firm', code: 'UNKNOWN' },
      ]);
    const stranger = await apiClient(checks.desk, { firmId: (await createFirm(checks.desk)).main });
    for (const [client, status] of [
      [own, 200],
      [stranger, 404],
      [portal, 404],
    ] as const)
      expect((await client.call(`${PATH}/${sent.body.number}`)).status).toBe(status);
  });
});

test('an approval is not found where exceptions are, nor an exception where approvals are', async () => {
  const { number } = (await apply()).body;
  expect((await portal.call(`/exception-applications/${number}`)).status).toBe(404);
  const own = await apiClient(checks.desk, { firmId: firm.main });
  const body = { code: 'VAT_UNDER_50K_NEW', firm: firm.mainOrgNumber, language: 'nb' };
  const exception = await own.call('/exception-applications', { body });
  expect((await own.call(`${PATH}/${exception.body.number}`)).status).toBe(404);
  expect((await own.call(`/exception-applications/${exception.body.number}`)).status).toBe(200);
});

test('without the right, and without a key, nothing happens', async () => {
  const before = await counted();
  const reader = await apiClient(checks.desk, { scopes: ['order.read'] });
  expect((await apply({}, reader)).body.code).toBe('SCOPE_MISSING');
  expect((await reader.call(`${PATH}/2026/000001`)).body.code).toBe('SCOPE_MISSING');
  expect((await portal.call(PATH, { body: submission(), key: null })).body.code).toBe(
    'IDEMPOTENCY_KEY_REQUIRED',
  );
  expect(await counted()).toEqual(before);
});

describe('the yearly confirmation', () => {
  const confirm = (more: object = {}, client: ApiClient = portal, key?: string) =>
    client.call('/annual-confirmations', {
      ...(key ? { key } : {}),
      body: {
        ...{ code: 'CLEANING_FIRM', firm: firm.unitOrgNumber, year: 2027, sender, employees: 7 },
        ...{ statements: ['CONDITIONS_MET', 'CARDS_FOR_ALL'], ...more },
      },
    });

  /** Asked in the campaign of the year; approved in the old register. */
  async function asked(year = 2027, { main }: Firm = firm): Promise<string> {
    await checks.approve({ main }, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES');
    await rows(
      `insert into confirmation_campaign (organisation_id, register, year, due_on, opened_at) values (2, 'CLEANING_APPROVAL', $1, $2, $3) on conflict do nothing`,
      [year, `${year}-01-31`, checks.now],
    );
    const [{ id }] = await rows(
      `insert into annual_confirmation (organisation_id, campaign_id, firm_id) select 2, g.id, $2 from confirmation_campaign g where g.year = $1 returning id::text`,
      [year, main],
    );
    return id;
  }

  test('is answered with the receipt, once; the case of the firm tells it, and the journal', async () => {
    const id = await asked();
    const key = randomUUID();
    const sent = await confirm({}, portal, key);
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body).toMatchObject({
      ...{ code: 'CLEANING_FIRM', firm: firm.mainOrgNumber, year: 2027, employees: 7 },
      ...{ receipt: `2027-${id.padStart(6, '0')}`, dueOn: '2027-01-31', receivedOn: '2026-11-23' },
      statements: ['CONDITIONS_MET', 'CARDS_FOR_ALL'],
    });
    expect((await confirm({}, portal, key)).body).toEqual(sent.body);
    expect((await confirm()).body).toMatchObject({ status: 409, code: 'CONFIRMATION_GIVEN' });
    const [row] = await rows(
      `select k.channel, k.receipt, k.employees, (select array_agg(e.type order by e.id) from case_event e where e.case_id = k.case_id) as events,
        (select count(*)::int from journal_entry j where j.case_id = k.case_id) as journal from annual_confirmation k where k.id = $1`,
      [id],
    );
    expect(row).toEqual({
      ...{ channel: 'PORTAL', receipt: sent.body.receipt, employees: 7, journal: 1 },
      events: ['CASE_OPENED', 'APPROVAL_TAKEN_OVER', 'CONFIRMATION_RECEIVED'],
    });
  });

  test('comes from a firm for itself only', async () => {
    await asked();
    const other = await createFirm(checks.desk);
    await asked(2027, other);
    const own = await apiClient(checks.desk, { firmId: firm.main });
    const unsigned = { sender: undefined };
    for (const another of [other.mainOrgNumber, '313579212'])
      expect((await confirm({ ...unsigned, firm: another }, own)).body.errors).toMatchObject([
        { field: 'firm', code: 'UNKNOWN' },
      ]);
    expect((await confirm({ sender: somebody() })).body).toMatchObject(REFUSED);
    expect((await confirm({ firm: other.mainOrgNumber })).body).toMatchObject(REFUSED);
    expect((await confirm(unsigned)).body.errors).toMatchObject([{ field: 'sender', code: 'REQUIRED' }]);
    expect((await confirm(unsigned, own)).body).toMatchObject({ firm: firm.mainOrgNumber });
    expect(await rows('select receipt from annual_confirmation where firm_id = $1', [other.main])).toEqual([
      { receipt: null },
    ]);
  });

  test('is refused in words where it is not asked for, and when it is over', async () => {
    const said = async (year: number, code: string) => {
      const { status, body } = await confirm({ year });
      expect([status, body.code], JSON.stringify(body)).toEqual([409, code]);
      expect(body.detail.length).toBeGreaterThan(40);
    };
    await said(2027, 'CONFIRMATION_NOT_ASKED');
    await asked(2026);
    await asked(2027);
    await said(2026, 'CONFIRMATION_CLOSED');
    await checks.approve(firm, 'CLEANING_APPROVAL', 'NOT_APPROVED');
    await said(2027, 'CONFIRMATION_CLOSED');
    expect((await confirm({ statements: [] })).status).toBe(422);
  });
});
