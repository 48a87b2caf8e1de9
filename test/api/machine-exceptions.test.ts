import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tinyPdf } from '../support/decision.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson, type Firm, syntheticNationalId } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type ApiClient, apiClient } from '../support/machines.ts';
import { filesOnDisk } from '../support/upload.factories.ts';

let desk: Desk;
let firm: Firm;
let portal: ApiClient;
beforeAll(async () => {
  desk = await startDesk({ env: { REQUEST_BUDGET: '100000000' } });
  portal = await apiClient(desk);
});
afterAll(() => desk.stop());
beforeEach(async () => {
  firm = await createFirm(desk);
});

const PATH = '/exception-applications';
const wife = () => ({ nationalId: syntheticNationalId(), givenName: 'Marit', familyName: 'Elvestad' });
const paper = (kind = 'MARRIAGE_CERTIFICATE', text = randomUUID()) => ({
  kind,
  content: tinyPdf(text).toString('base64'),
});

/** The wife of a proprietor, who has signed in herself. */
function spouse(more: object = {}) {
  const applicant = wife();
  const sender = { nationalId: applicant.nationalId, email: 'marit@firma.example', language: 'nn' };
  return {
    ...{ code: 'AA_ENK_SPOUSE', firm: firm.unitOrgNumber, language: 'nn', sender, applicant },
    ...{ related: { ...wife(), givenName: 'Jon' }, contactEmail: 'marit@firma.example' },
    documents: [paper('APPLICATION'), paper()],
    ...more,
  };
}

const rows = async (query: string, values: unknown[] = []) => (await desk.sql.query(query, values)).rows;
const counted = async () =>
  (
    await rows(`select (select count(*)::int from exception_application) as applications, (select count(*)::int from desk_case) as cases,
      (select count(*)::int from case_document) as papers, (select count(*)::int from stored_file) as files, (select count(*)::int from person) as persons`)
  )[0];

describe('an application through the portal', () => {
  test('is a case of the authority with its papers, and the portal can ask how it stands', async () => {
    const sent = await portal.call(PATH, { body: spouse() });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body).toMatchObject({
      code: 'AA_ENK_SPOUSE',
      status: 'UNDER_REVIEW',
      firm: firm.mainOrgNumber,
    });
    const [row] = await rows(
      `select c.organisation_id, c.queue, c.status, a.channel, a.language, a.client_id::text, a.related_person_id is not null as related,
        (select array_agg(d.kind order by d.id) from case_document d where d.case_id = c.id) as kinds
      from exception_application a join desk_case c on c.id = a.case_id where a.number = $1`,
      [sent.body.number],
    );
    expect(row).toEqual({
      ...{ organisation_id: 2, queue: 'EXCEPTION', status: 'OPEN', channel: 'PORTAL', language: 'nn' },
      ...{ client_id: portal.machine.id, related: true, kinds: ['APPLICATION', 'MARRIAGE_CERTIFICATE'] },
    });
    const asked = await portal.call(`${PATH}/${sent.body.number}`);
    expect(asked).toMatchObject({ status: 200, body: sent.body });
    expect(JSON.stringify(asked.body)).not.toMatch(/Marit|Elvestad|document/);
  });

  test('tried again with the same key is one application with one set of papers, whatever came of the first answer', async () => {
    const [key, body] = [randomUUID(), spouse()];
    const first = await portal.call(PATH, { body, key });
    const [before, files] = [await counted(), (await filesOnDisk(desk)).length];
    const again = await portal.call(PATH, { body, key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([await counted(), (await filesOnDisk(desk)).length]).toEqual([before, files]);
    const other = await portal.call(PATH, { body: spouse(), key });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  });

  test('needs somebody who is signed in: the applicant, or one who may order for the firm', async () => {
    const nobody = await portal.call(PATH, { body: spouse({ sender: undefined }) });
    expect(nobody.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'sender', code: 'REQUIRED' }],
    });
    const sender = { nationalId: syntheticNationalId(), email: 'b@firma.example', language: 'nb' };
    const stranger = await portal.call(PATH, { body: spouse({ sender }) });
    expect([stranger.status, stranger.body.code]).toEqual([403, 'ORDERER_NOT_ALLOWED']);
    const { id } = await createPerson(desk, { nationalId: sender.nationalId });
    const role = { code: 'DAGL', person_id: id, holder_name: 'Berit Bestiller', refreshed_at: new Date() };
    await insert(desk, 'firm_role', { firm_id: firm.main, ...role });
    expect((await portal.call(PATH, { body: spouse({ sender }) })).status).toBe(201);
  });

  test('is refused whole, in the language asked for, and leaves nothing behind when a paper cannot be read', async () => {
    const [before, files] = [await counted(), (await filesOnDisk(desk)).length];
    const broken = {
      kind: 'MARRIAGE_CERTIFICATE',
      content: Buffer.from('ikke noe papir').toString('base64'),
    };
    const refused = await portal.call(PATH, {
      body: spouse({ documents: [paper(), broken] }),
      headers: { 'accept-language': 'nn' },
    });
    expect(refused.status).toBeGreaterThanOrEqual(415);
    expect(refused.body).toMatchObject({ code: 'FILE_REFUSED', errors: [{ field: 'documents[1].content' }] });
    expect(refused.headers.get('content-language')).toBe('nn');
    const twice = paper();
    const same = await portal.call(PATH, { body: spouse({ documents: [twice, twice] }) });
    expect(same.body).toMatchObject({
      code: 'FILE_REFUSED',
      errors: [{ field: 'documents[1].content', code: 'DOCUMENT_DUPLICATE' }],
    });
    expect([await counted(), (await filesOnDisk(desk)).length]).toEqual([before, files]);
  });

  test.each([
    [
      'a number that is none',
      { applicant: { ...wife(), nationalId: '12345678901' } },
      'applicant.nationalId',
    ],
    ['an unknown firm', { firm: '299999999' }, 'firm'],
    ['nobody it is about', { applicant: undefined }, 'applicant.nationalId'],
    ['somebody behind a right that comes from nobody', { code: 'AA_AS_OWNER_UNPAID' }, 'related.nationalId'],
    ['a code there is not', { code: 'AA_WHATEVER' }, 'code'],
    ['a field there is not', { status: 'GRANTED' }, 'status'],
  ])('is refused for %s', async (_, wrong, field) => {
    const nationalId = syntheticNationalId();
    const { id } = await createPerson(desk, { nationalId });
    const role = { code: 'DAGL', person_id: id, holder_name: 'Berit Bestiller', refreshed_at: new Date() };
    await insert(desk, 'firm_role', { firm_id: firm.main, ...role });
    const sender = { nationalId, email: 'b@firma.example', language: 'nb' };
    const { status, body } = await portal.call(PATH, { body: spouse({ sender, ...wrong }) });
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(body.errors[0].field).toBe(field);
  });
});

describe('a firm’s own system', () => {
  const own = () => apiClient(desk, { firmId: firm.main });
  const body = (more: object = {}) => ({
    ...{ code: 'VAT_UNDER_50K_NEW', firm: firm.mainOrgNumber, language: 'nb', ...more },
  });

  test('applies for its firm and for no other', async () => {
    const client = await own();
    const sent = await client.call(PATH, { body: body() });
    expect([sent.status, sent.body.status]).toEqual([201, 'UNDER_REVIEW']);
    const [{ channel }] = await rows('select channel from exception_application where number = $1', [
      sent.body.number,
    ]);
    expect(channel).toBe('API');
    const other = await createFirm(desk);
    const refused = await client.call(PATH, { body: body({ firm: other.mainOrgNumber }) });
    expect(refused.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'firm', code: 'UNKNOWN' }],
    });
  });

  test('sees what was sent for the firm itself, and nothing about a person that it did not send', async () => {
    const client = await own();
    const sent = await portal.call(PATH, { body: spouse() });
    expect((await client.call(`${PATH}/${sent.body.number}`)).status).toBe(404);
    const mine = await client.call(PATH, { body: body() });
    const another = await apiClient(desk, { firmId: firm.main });
    expect((await another.call(`${PATH}/${mine.body.number}`)).status).toBe(200);
    const stranger = await apiClient(desk, { firmId: (await createFirm(desk)).main });
    expect((await stranger.call(`${PATH}/${mine.body.number}`)).status).toBe(404);
    expect((await portal.call(`${PATH}/${mine.body.number}`)).status).toBe(404);
  });
});

describe('papers sent later', () => {
  const later = (number: string, more: object = {}) => {
    const { sender, ...body } = { documents: [paper()], sender: undefined, ...more };
    return { path: `${PATH}/${number}/documents`, body: { ...body, ...(sender ? { sender } : {}) } };
  };
  const applied = async () => {
    const told = spouse({ documents: [paper('APPLICATION')] });
    const { number } = (await portal.call(PATH, { body: told })).body;
    return { number, sender: told.sender };
  };
  const send = (client: ApiClient, { path, body }: ReturnType<typeof later>, key?: string) =>
    client.call(path, { body, ...(key ? { key } : {}) });
  const papersOf = (number: string) =>
    rows(
      `select d.kind, d.channel from case_document d join desk_case c on c.id = d.case_id where c.number = $1 order by d.id`,
      [number],
    );

  test('come to the case that waited for them, which wakes with its clock running and new post', async () => {
    const { number, sender } = await applied();
    const asked = `update desk_case set status = 'ON_HOLD', hold_reason = 'AWAITING_PERSON', hold_until = '2099-01-02' where number = $1`;
    await rows(asked, [number]);
    await rows(`update exception_application set status = 'AWAITING_DOCUMENTS' where number = $1`, [number]);
    const sent = await send(portal, later(number, { sender }));
    expect(sent, JSON.stringify(sent.body)).toMatchObject({
      status: 200,
      body: { number, status: 'UNDER_REVIEW' },
    });
    expect(await papersOf(number)).toMatchObject([
      { kind: 'APPLICATION' },
      { kind: 'MARRIAGE_CERTIFICATE', channel: 'PORTAL' },
    ]);
    const [row] = await rows(
      'select status, hold_until, new_post_at is not null as post from desk_case where number = $1',
      [number],
    );
    expect(row).toEqual({ status: 'OPEN', hold_until: null, post: true });
  });

  test('are kept once, with the same key or another', async () => {
    const { number, sender } = await applied();
    const [key, told] = [randomUUID(), later(number, { sender })];
    expect((await send(portal, told, key)).status).toBe(200);
    const files = (await filesOnDisk(desk)).length;
    expect((await send(portal, told, key)).status).toBe(200);
    expect((await send(portal, told)).status).toBe(200);
    expect(await papersOf(number)).toHaveLength(2);
    expect((await filesOnDisk(desk)).length).toBe(files);
  });

  test('are for one’s own application alone, until it is decided, from somebody who may', async () => {
    const { number, sender } = await applied();
    const [before, files] = [await counted(), (await filesOnDisk(desk)).length];
    const other = await apiClient(desk);
    const firms = await apiClient(desk, { firmId: firm.main });
    const reader = await apiClient(desk, { scopes: ['order.read'] });
    for (const client of [other, firms])
      expect((await send(client, later(number, { sender }))).status).toBe(404);
    expect((await send(reader, later(number, { sender }))).body.code).toBe('SCOPE_MISSING');
    expect((await send(portal, later(number))).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'sender', code: 'REQUIRED' }],
    });
    const stranger = { ...sender, nationalId: syntheticNationalId() };
    expect((await send(portal, later(number, { sender: stranger }))).body.code).toBe('ORDERER_NOT_ALLOWED');
    const broken = { kind: 'OTHER', content: Buffer.from('ikke noe papir').toString('base64') };
    const refused = await send(portal, later(number, { sender, documents: [paper(), broken] }));
    expect(refused.body).toMatchObject({ code: 'FILE_REFUSED', errors: [{ field: 'documents[1].content' }] });
    await rows(`update exception_application set status = 'REFUSED' where number = $1`, [number]);
    const late = await send(portal, later(number, { sender }));
    expect([late.status, late.body.code]).toEqual([409, 'ACTION_NOT_AVAILABLE']);
    const without = await portal.call(later(number).path, {
      body: later(number, { sender }).body,
      key: null,
    });
    expect(without.status).toBeGreaterThanOrEqual(400);
    expect([await counted(), (await filesOnDisk(desk)).length]).toEqual([before, files]);
  });
});

test('without the right, without a key and with a number there cannot be, nothing happens', async () => {
  const before = await counted();
  const reader = await apiClient(desk, { scopes: ['order.read'] });
  expect((await reader.call(PATH, { body: spouse() })).body.code).toBe('SCOPE_MISSING');
  expect((await reader.call(`${PATH}/2026/000001`)).body.code).toBe('SCOPE_MISSING');
  expect((await portal.call(PATH, { body: spouse(), key: null })).body.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
  expect((await portal.call(`${PATH}/2026/abc`)).status).toBe(404);
  const nonsense = await portal.call(PATH, {
    body: Buffer.from('{'),
    headers: { 'content-type': 'application/json' },
  });
  expect([nonsense.status, nonsense.body.code]).toEqual([400, 'BAD_REQUEST']);
  expect(await counted()).toEqual(before);
});
