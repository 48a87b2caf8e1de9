import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ApprovedFirm,
  createApprovedFirm,
  createOwner,
  type NewApprovedFirm,
  put,
} from '../support/approved-firms.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { insert } from '../support/insert.ts';
import { syntheticOrgNumber } from '../support/people.factories.ts';
import { rawGet } from '../support/raw-http.ts';

const LONG_AGO = '2026-01-15T08:00:00Z';
const PATH = '/api/v1/approved-firms';

let desk: Desk;
let now = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const firms = {} as Record<
  'clean' | 'refused' | 'agency' | 'lapsed' | 'bankrupt' | 'lone' | 'secret',
  ApprovedFirm
>;

const firm = (given: NewApprovedFirm) => createApprovedFirm(desk, given);

beforeAll(async () => {
  desk = await startDesk({ clock: { now: () => now }, env: { REQUEST_BUDGET: '0' } });
  const bergen = { city: 'BERGEN', postcode: '5003', street: 'Kontorveien 9', municipality: 'BERGEN' };
  firms.clean = await firm({ name: 'Fjordblank Renhold AS', ...bergen });
  firms.refused = await firm({ name: 'Skitne Renhold AS', ...bergen });
  firms.agency = await firm({ name: 'Vikarene Bemanning AS', city: 'OSLO', municipality: 'OSLO' });
  firms.lapsed = await firm({ name: 'Fjorårets Bemanning AS', city: 'OSLO', municipality: 'OSLO' });
  firms.bankrupt = await firm({ name: 'Konkurs Bilpleie AS', status: 'BANKRUPT', city: 'ALTA' });
  const home = { form: 'ENK', street: 'Heimegata 7', postcode: '5994', city: 'VIKANES' };
  firms.lone = await firm({ name: '=Olga Nordmann Reinhald', ...home, municipality: 'ALVER' });
  firms.secret = await firm({ name: 'Stille Vask', ...home, municipality: 'ALVER' });
  await createOwner(desk, firms.lone);
  await createOwner(desk, firms.secret, { restricted: true });
  await put(desk, [firms.clean, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], LONG_AGO);
  await put(desk, [firms.clean, 'CAR_CARE_APPROVAL', 'CARD_ORDER_IN_PROGRESS'], LONG_AGO);
  await put(desk, [firms.refused, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], LONG_AGO);
  await put(desk, [firms.refused, 'CLEANING_APPROVAL', 'NOT_APPROVED'], '2026-10-02T22:30:00Z');
  await put(desk, [firms.agency, 'STAFFING', 'APPROVED 2026-11-22'], LONG_AGO);
  await put(desk, [firms.lapsed, 'STAFFING', 'APPROVED 2026-11-21'], LONG_AGO);
  await put(desk, [firms.bankrupt, 'CAR_CARE_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], LONG_AGO);
  await put(desk, [firms.lone, 'CLEANING_APPROVAL', 'APPROVED_WITHOUT_EMPLOYEES'], LONG_AGO);
  await put(desk, [firms.secret, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'], LONG_AGO);
});
afterAll(() => desk.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.url}${PATH}${path}`, { headers });
// biome-ignore lint/suspicious/noExplicitAny: answers of free paths in tests
const ask = async (path: string, headers?: Record<string, string>): Promise<any> =>
  (await get(path, headers)).json();
const names = async (query: string): Promise<string[]> =>
  (await ask(query)).firms.map(({ name }: { name: string }) => name).sort();

describe('a firm, by its organisation number', () => {
  const lawful = async ({ orgNumber }: ApprovedFirm) =>
    (await ask(`/${orgNumber}`)).registers.map((row: { lawfulToBuy: boolean }) => row.lawfulToBuy);

  test('is told with its name, its place and what it is approved for', async () => {
    const { orgNumber } = firms.clean;
    expect(await ask(`/${orgNumber}`)).toEqual({
      orgNumber,
      firm: { orgNumber, name: 'Fjordblank Renhold AS', place: 'BERGEN', firmStatus: 'ACTIVE' },
      registers: [
        {
          ...{ register: 'CAR_CARE_APPROVAL', status: 'CARD_ORDER_IN_PROGRESS', since: '2026-01-15' },
          ...{ validTo: null, lawfulToBuy: true },
        },
        {
          ...{ register: 'CLEANING_APPROVAL', status: 'APPROVED_WITH_EMPLOYEES', since: '2026-01-15' },
          ...{ validTo: null, lawfulToBuy: true },
        },
      ],
    });
  });

  test('that lost its approval, whose year is over or that is bankrupt may not be bought from', async () => {
    expect(await lawful(firms.refused)).toEqual([false]);
    expect(await lawful(firms.agency)).toEqual([true]);
    expect(await lawful(firms.lapsed)).toEqual([false]);
    expect(await lawful(firms.bankrupt)).toEqual([false]);
    expect((await ask(`/${firms.bankrupt.orgNumber}`)).firm.firmStatus).toBe('BANKRUPT');
    expect((await ask(`/${firms.refused.orgNumber}`)).registers[0].since).toBe('2026-10-03');
  });

  test('is found by the number of a sub-unit', async () => {
    const unit = syntheticOrgNumber();
    await insert(desk, 'organisation', {
      ...{ org_number: unit, name: 'avd. Nord', form: 'BEDR', parent_id: firms.clean.id },
    });
    const { orgNumber, firm: found } = await ask(`/${unit}`);
    expect([orgNumber, found.orgNumber]).toEqual([unit, firms.clean.orgNumber]);
  });

  test('that is in no register is nobody, whether the desk knows it or not', async () => {
    const known = await firm({ name: 'Bygg uten register AS', city: 'OSLO' });
    for (const orgNumber of [known.orgNumber, syntheticOrgNumber()])
      expect(await ask(`/${orgNumber}`)).toEqual({ orgNumber, firm: null, registers: [] });
  });

  test('is asked for by a number that can be one, and a refusal is in the language of whoever asks', async () => {
    for (const [language, title] of [
      ['nn', 'Noko i spørsmålet er feil'],
      ['en', 'Something in the question is wrong'],
    ] as const) {
      const response = await get('/123456789', { 'accept-language': language });
      expect(response.status).toBe(400);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ title, code: 'QUESTION_FAULT' });
    }
  });
});

describe('a search among approved firms', () => {
  test('finds by a part of the name, the place, the register and the status, alone and together', async () => {
    expect([...new Set(await names('?name=RENHOLD'))]).toEqual([
      'Fjordblank Renhold AS',
      'Skitne Renhold AS',
    ]);
    expect(await names('?name=renhold&status=NOT_APPROVED')).toEqual(['Skitne Renhold AS']);
    expect(await names('?place=bergen&register=CAR_CARE_APPROVAL')).toEqual(['Fjordblank Renhold AS']);
    expect(await names('?register=STAFFING')).toEqual(['Fjorårets Bemanning AS', 'Vikarene Bemanning AS']);
    expect(await names(`?orgnr=${firms.lone.orgNumber}`)).toEqual(['=Olga Nordmann Reinhald']);
    expect(await names(`?orgnr=${syntheticOrgNumber()}`)).toEqual([]);
    expect(await names('?name=100%25')).toEqual([]);
  });

  test('comes in pages that together hold each firm once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    for (let page = 0; page < 20 && next !== null; page += 1) {
      const answer: { firms: { orgNumber: string; register: string }[]; next: string | null } = await ask(
        `?limit=2&after=${next}`,
      );
      seen.push(...answer.firms.map(({ orgNumber, register }) => `${orgNumber} ${register}`));
      next = answer.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength((await ask('')).firms.length);
    expect(seen).toHaveLength(8);
  });

  test('names every parameter that is at fault', async () => {
    const { errors } = await ask(
      '?status=GOOD&name=x&limit=101&regster=STAFFING&after=%27&place=a&place=b&orgnr=1',
    );
    expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual(
      ['after', 'limit', 'name', 'orgnr', 'place', 'regster', 'status'].sort(),
    );
    expect(errors).toContainEqual({ field: 'regster', code: 'UNKNOWN' });
  });

  test('is answered with an ETag, and not sent again to whoever has the answer', async () => {
    const first = await get('?name=renhold');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('set-cookie')).toBeNull();
    const etag = first.headers.get('etag') ?? '';
    const again = (query: string) => rawGet(`${desk.url}${PATH}${query}`, { 'if-none-match': etag });
    expect((await again('?name=renhold')).status).toBe(304);
    expect((await again('?name=bemanning')).status).toBe(200);
  });
});

describe('the whole register as a file', () => {
  const text = async (format: 'csv' | 'json') => (await get(`.${format}`)).text();

  test('has each firm with its statuses, and nothing a spreadsheet would run', async () => {
    const { firms: rows, changedAt } = JSON.parse(await text('json'));
    expect(rows).toEqual((await ask('')).firms);
    expect(changedAt).toBe('2026-10-02T22:30:00.000Z');
    const lines = (await text('csv')).split('\r\n');
    expect(lines[0]).toContain('"orgNumber";"name";"place";"firmStatus";"register"');
    expect(lines).toHaveLength(rows.length + 2);
    expect(lines.find(line => line.includes('Olga'))).toBe(
      `"${firms.lone.orgNumber}";"'=Olga Nordmann Reinhald";"ALVER";"ACTIVE";"CLEANING_APPROVAL";"APPROVED_WITHOUT_EMPLOYEES";"2026-01-15";"";"true"`,
    );
  });

  test('is packed for whoever can unpack it, and the same inside', async () => {
    const plain = await rawGet(`${desk.url}${PATH}.json`);
    const packed = await rawGet(`${desk.url}${PATH}.json`, { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(plain.body.toString());
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    const head = await rawGet(`${desk.url}${PATH}.csv`, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag?.startsWith('W/"')]).toEqual([200, 0, true]);
  });

  test('is not sent again to whoever has it, until a firm changes: then within a minute', async () => {
    const { headers } = await get('.csv');
    const etag = headers.get('etag') ?? '';
    const since = headers.get('last-modified') ?? '';
    // Today began after the last change.
    expect(since).toBe('Sat, 21 Nov 2026 23:00:00 GMT');
    const again = (own: Record<string, string>) => get('.csv', own).then(({ status }) => status);
    expect(await again({ 'if-none-match': etag })).toBe(304);
    expect(await again({ 'if-modified-since': since })).toBe(304);
    const changed = await firm({ name: 'Ny Renhold AS', city: 'OSLO' });
    await put(desk, [changed, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], now.toISOString());
    later(59);
    expect(await again({ 'if-none-match': etag })).toBe(304);
    later(1);
    expect(await again({ 'if-none-match': etag })).toBe(200);
    expect(await text('csv')).toContain('Ny Renhold AS');
  });

  test('is made once, however many ask at the same time', async () => {
    later(60);
    const made: string[] = [];
    const { pool } = desk.app.dbParts;
    const connect = pool.connect.bind(pool);
    let taken = 0;
    pool.connect = (() => {
      taken += 1;
      return connect();
    }) as typeof pool.connect;
    const answers = await Promise.all(Array.from({ length: 30 }, () => get('.json')));
    for (const answer of answers) made.push(answer.headers.get('etag') ?? '');
    pool.connect = connect as typeof pool.connect;
    expect(new Set(made).size).toBe(1);
    expect(taken).toBe(2);
  });

  test('says the next day that a year has ended, though nobody changed anything', async () => {
    const etag = (await get('.json')).headers.get('etag') ?? '';
    later(86_400);
    const { firms: rows } = await ask('.json', { 'if-none-match': etag });
    const agency = rows.find(({ orgNumber }: ApprovedFirm) => orgNumber === firms.agency.orgNumber);
    expect(agency).toMatchObject({ status: 'APPROVED', lawfulToBuy: false });
  });
});

describe('changes, for whoever mirrors the register', () => {
  /** Organisation numbers, page by page. */
  async function everyChange(path: string): Promise<string[]> {
    const { changes, next, more } = await ask(path);
    const numbers = changes.map(({ orgNumber }: ApprovedFirm) => orgNumber);
    return more ? [...numbers, ...(await everyChange(`/changes?after=${next}&limit=2`))] : numbers;
  }

  test('tell each firm that came, changed or left, once, in pages, and nothing again after the last', async () => {
    const at = (second: number) => new Date(now.getTime() + second * 1000).toISOString();
    const start = at(0);
    const gone = `${at(1).slice(0, -1)}000Z`;
    const [came, left, renamed] = [
      await firm({ name: 'Kom Nettopp AS', city: 'OSLO' }),
      await firm({ name: 'Gikk Sin Vei ENK', form: 'ENK', city: 'VIKANES', municipality: 'ALVER' }),
      await firm({ name: 'Gammelt Navn AS', city: 'OSLO' }),
    ];
    await put(desk, [renamed, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], LONG_AGO);
    await put(desk, [left, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'], LONG_AGO);
    await put(desk, [left, 'CLEANING_APPROVAL', null], at(1));
    await put(desk, [came, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'], at(2));
    await put(desk, [came, 'CLEANING_APPROVAL', 'APPROVED_WITHOUT_EMPLOYEES'], at(3));
    const rename = `update organisation set name = $2, refreshed_at = $3 where id = $1`;
    await desk.sql.query(rename, [renamed.id, 'Nytt Navn AS', at(4)]);
    expect((await ask(`/changes?since=${start}`)).changes).toEqual([]);
    later(34);
    const one = await ask(`/changes?since=${start}&limit=2`);
    expect(one.changes).toMatchObject([
      {
        changedAt: gone,
        orgNumber: left.orgNumber,
        register: 'CLEANING_APPROVAL',
        status: null,
      },
      { orgNumber: came.orgNumber, status: 'APPROVED_WITHOUT_EMPLOYEES', lawfulToBuy: true },
    ]);
    expect(Object.keys(one.changes[0])).toEqual(['changedAt', 'orgNumber', 'register', 'status']);
    expect(one.more).toBe(true);
    const two = await ask(`/changes?after=${one.next}`);
    expect(two.changes).toMatchObject([{ orgNumber: renamed.orgNumber, name: 'Nytt Navn AS' }]);
    expect(two.more).toBe(false);
    const three = await ask(`/changes?after=${two.next}`);
    expect(three).toEqual({ changes: [], next: two.next, more: false });
    expect(await ask(`/${left.orgNumber}`)).toMatchObject({ firm: null, registers: [] });
  });

  test('since a day begin with it in Oslo, many at the same moment are all told, and what is no day is refused', async () => {
    const twins = await Promise.all([1, 2, 3, 4, 5].map(n => firm({ name: `Tvilling ${n} AS` })));
    for (const twin of twins)
      await put(desk, [twin, 'CAR_CARE_APPROVAL', 'APPLICATION_IN_PROGRESS'], '2026-03-01T23:00:00Z');
    const seen = await everyChange('/changes?since=2026-03-02&limit=2');
    for (const { orgNumber } of twins) expect(seen.filter(one => one === orgNumber)).toHaveLength(1);
    expect(seen).not.toContain(firms.clean.orgNumber);
    for (const query of ['', '?since=yesterday', '?since=2026-02-30', '?after=abc'])
      expect((await get(`/changes${query}`)).status, query).toBe(400);
  });
});

describe('of a person', () => {
  const everything = async () => {
    later(60);
    const texts = ['', '.csv', '.json', '/changes?since=2020-01-01'].map(path =>
      get(path).then(r => r.text()),
    );
    const all = await Promise.all(texts);
    for (const { orgNumber } of Object.values(firms)) all.push(await (await get(`/${orgNumber}`)).text());
    return all.join('\n');
  };

  test('no street, postcode, owner or identifier of ours leaves, and a protected owner’s municipality neither', async () => {
    const told = await everything();
    for (const secret of ['Heimegata', '5994', 'VIKANES', 'Kontorveien', '5003', 'Hemmelig', '1985'])
      expect(told).not.toContain(secret);
    expect((await ask(`/${firms.lone.orgNumber}`)).firm.place).toBe('ALVER');
    expect((await ask(`/${firms.secret.orgNumber}`)).firm.place).toBeNull();
    expect(await names('?place=vikanes')).toEqual([]);
    expect(await names('?place=alver')).toEqual(['=Olga Nordmann Reinhald']);
    expect(told).not.toMatch(/"(?:id|firmId|street|postcode|city)"/);
  });

  test('whatever the address of a sole proprietor is, only her municipality is told and found', async () => {
    const word = fc.stringMatching(/^[a-zæøå]{9,14}$/);
    const lone = await firm({ name: 'Enkel Vask', form: 'ENK' });
    await put(desk, [lone, 'CLEANING_APPROVAL', 'APPROVED_WITHOUT_EMPLOYEES'], LONG_AGO);
    const set =
      'update organisation set street = $2, city = $3, municipality_name = $4, status = $5 where id = $1';
    const status = fc.constantFrom('ACTIVE', 'WINDING_UP', 'BANKRUPT', 'REMOVED', 'UNKNOWN');
    await fc.assert(
      fc.asyncProperty(fc.tuple(word, word, word), status, async ([street, city, municipality], standing) => {
        fc.pre(new Set([street, city, municipality]).size === 3);
        await desk.sql.query(set, [lone.id, street, city, municipality, standing]);
        const told = await everything();
        expect(told).not.toContain(street);
        expect(told).not.toContain(city);
        expect(told).toContain(municipality);
        expect(await names(`?place=${encodeURIComponent(city)}`)).toEqual([]);
        expect(await names(`?place=${encodeURIComponent(municipality)}`)).toEqual(['Enkel Vask']);
      }),
      { numRuns: 12 },
    );
  });
});

describe('whoever asks too much', () => {
  test('is told in words how long to wait, for questions and sooner for files', async () => {
    const strict = await startDesk({ env: { REQUEST_BUDGET: '120000' } });
    try {
      const last = async (path: string, times: number) => {
        let response = new Response();
        for (let n = 0; n < times; n += 1)
          response = await fetch(`${strict.url}${PATH}${path}`, { headers: { 'accept-language': 'en' } });
        return response;
      };
      const file = await last('.csv', 7);
      expect(file.status).toBe(429);
      expect(await file.json()).toMatchObject({ code: 'RATE_LIMITED', title: 'Too many requests' });
      expect(file.headers.get('last-modified')).toBeNull();
      expect((await last('?name=renhold', 1)).status).toBe(200);
      const question = await last('?name=renhold', 20);
      expect([question.status, Number(question.headers.get('retry-after')) > 0]).toEqual([429, true]);
    } finally {
      await strict.stop();
    }
  });
});
