import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeQrContent } from '../../server/src/features/card/qr-content.ts';
import { qrPng } from '../../server/src/features/card/qr-picture.ts';
import { createKeys } from '../../server/src/platform/crypto/keys.ts';
import { type Card, createCard, createEarlierCard } from '../support/card.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createMachine, tokenOf } from '../support/machines.ts';
import { createPerson } from '../support/people.factories.ts';

/** The library is CommonJS: its default is the module. */
const readQrPicture = jsQR as unknown as typeof jsQR.default;

interface Answer {
  readonly status: string;
  readonly firm?: { readonly name: string } | null;
  readonly signature?: string | null;
  readonly card: { readonly photo: string };
}

let desk: Desk;
let card: Card;
let blocked: Card;
const tokens = { api: '', control: '', portal: '' };

beforeAll(async () => {
  desk = await startDesk();
  const { id: personId } = await createPerson(desk, {
    givenName: 'Ola',
    familyName: 'Kortbærer',
    birthDate: '1985-05-17',
  });
  card = await createCard(desk, { personId, photo: true });
  blocked = await createCard(desk, { status: 'BLOCKED', reason: 'STOLEN' });
  tokens.api = await tokenOf(desk, await createMachine(desk, { kind: 'CARD_CHECK' }));
  tokens.control = await tokenOf(desk, await createMachine(desk, { kind: 'CONTROL' }));
  tokens.portal = await tokenOf(desk, await createMachine(desk, { kind: 'PORTAL' }));
});
afterAll(() => desk.stop());

const bearer = (token?: string): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

async function byNumber(number: string, token?: string) {
  const response = await fetch(`${desk.url}/api/v1/card-check/${number}`, { headers: bearer(token) });
  return { status: response.status, body: (await response.json()) as Answer, headers: response.headers };
}

async function byCard(body: object, token?: string) {
  const response = await fetch(`${desk.url}/api/v1/card-check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(token) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const readings = async (id: string) =>
  (
    await desk.sql.query(
      `select operation, client_id is not null as machine, fields, person_ids::text[] as persons, address from audit_log
       where kind = 'READ' and table_name = 'card' and row_id = $1 order by id`,
      [id],
    )
  ).rows;

describe('a card number', () => {
  test('tells status and firm, and nothing about a person, to anyone', async () => {
    const { body, headers } = await byNumber(card.number);
    expect(body).toEqual({ number: card.number, status: 'VALID', firm: expect.anything() });
    expect(body.firm).toEqual({ name: expect.any(String), orgNumber: expect.stringMatching(/^[23]\d{8}$/) });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    expect((await byNumber(blocked.number)).body.status).toBe('BLOCKED');
    expect(await readings(blocked.id)).toEqual([]);
  });

  test('tells a machine or a control authority no more than anyone', async () => {
    const { body } = await byNumber(blocked.number);
    expect((await byNumber(blocked.number, tokens.api)).body).toEqual(body);
    expect((await byNumber(blocked.number, tokens.control)).body).toEqual(body);
  });

  test('of an earlier issuer is known, with or without a check digit of ours', async () => {
    await createEarlierCard(desk, '4000000001');
    expect((await byNumber('4000000001')).body).toMatchObject({
      status: 'VALID',
      firm: { name: 'Prøvebygg AS' },
    });
  });

  test('past its last day is of an expired card, before the night’s job has been there', async () => {
    const old = await createCard(desk, { validFrom: '2020-01-01', expiresOn: '2022-01-01' });
    expect((await byNumber(old.number)).body.status).toBe('EXPIRED');
    expect((await byCard({ chipCode: old.code })).body.status).toBe('EXPIRED');
  });

  test('nobody has gives an answer of the same shape', async () => {
    const [known, unknown] = [await byNumber(card.number), await byNumber('5000000000')];
    expect(unknown.status).toBe(200);
    expect(unknown.body).toEqual({ number: '5000000000', status: 'UNKNOWN', firm: null });
    expect(Object.keys(unknown.body)).toEqual(Object.keys(known.body));
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(unknown.headers)).toEqual(names(known.headers));
  });

  test('takes the same way through the database whether somebody has it or not', async () => {
    const { rows } = await desk.sql.query(
      `select prosrc from pg_proc where proname = 'check_card_by_number'`,
    );
    const steps = async (number: string) => {
      const sql = rows[0].prosrc
        .replaceAll('asked', `'${number}'::text`)
        .replace(`'${number}'::text as`, `'${number}'::text as`);
      const { rows: plan } = await desk.sql.query(`explain (analyze, timing off, format json) ${sql}`);
      const walk = (node: Node): unknown[] => [
        [node['Node Type'], node['Index Name'], node['Actual Loops']],
        ...(node.Plans ?? []).flatMap(walk),
      ];
      return walk(plan[0]['QUERY PLAN'][0].Plan);
    };
    await desk.sql.query('set enable_seqscan = off');
    const known = await steps(card.number);
    expect(known.length).toBeGreaterThan(3);
    expect(await steps('5000000000')).toEqual(known);
  });

  test('that is none is refused', async () => {
    for (const text of ['123', '12345678901', 'abcdefghij', '%27'])
      expect((await byNumber(text)).status, text).toBe(400);
  });
});

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Node[];
}

describe('the card itself', () => {
  test('shows anyone with a phone what is printed on it and no birth date, and that is on record', async () => {
    const { body } = await byCard({ qr: card.qr });
    expect(body).toMatchObject({
      status: 'VALID',
      signature: 'VALID',
      card: { number: card.number, name: 'Ola Kortbærer', expiresOn: '2028-11-02', scheme: 'CONSTRUCTION' },
    });
    expect(Object.keys(body.card).sort()).toEqual([
      'expiresOn',
      'firm',
      'name',
      'number',
      'photo',
      'scheme',
      'validFrom',
    ]);
    const [row] = (await readings(card.id)).slice(-1);
    expect(row).toMatchObject({
      operation: 'checkCard',
      machine: false,
      fields: ['name', 'photo'],
      persons: [card.personId],
    });
    expect(row.address).toMatch(/127\.0\.0\.1/);
  });

  test('shows the approved picture, small enough for a phone', async () => {
    const { body } = await byCard({ chipCode: card.code });
    const { format, width } = await sharp(Buffer.from(body.card.photo, 'base64')).metadata();
    expect({ format, width }).toEqual({ format: 'jpeg', width: 450 });
  });

  test('shows a machine the birth date too, and not why it is not valid', async () => {
    const { body } = await byCard({ chipCode: blocked.code }, tokens.api);
    expect(body).toMatchObject({
      status: 'BLOCKED',
      signature: null,
      card: { birthDate: expect.stringMatching(/^1985/) },
    });
    expect(body.card).not.toHaveProperty('reason');
    expect(await readings(blocked.id)).toMatchObject([
      { machine: true, fields: ['name', 'photo', 'birthDate'] },
    ]);
  });

  test('shows a control authority why, and since when, it is not valid', async () => {
    const { body } = await byCard({ qr: blocked.qr }, tokens.control);
    expect(body).toMatchObject({
      status: 'BLOCKED',
      signature: 'VALID',
      card: { reason: 'STOLEN', since: '2026-11-03T08:00:00.000Z' },
    });
  });

  test('is not shown without its row in the log', async () => {
    await desk.sql.query(
      `alter table audit_log add constraint none check (operation <> 'checkCard') not valid`,
    );
    const { status, body } = await byCard({ qr: card.qr });
    await desk.sql.query('alter table audit_log drop constraint none');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('Kortbærer');
  });

  test('with a code nobody has opens nothing', async () => {
    const { status, body } = await byCard({ chipCode: randomBytes(16).toString('base64url') });
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'UNKNOWN', signature: null, card: null },
    });
  });

  test('needs a token that may, when there is one', async () => {
    expect((await byCard({ qr: card.qr }, tokens.portal)).status).toBe(403);
    expect((await byCard({ qr: card.qr }, 'x'.repeat(43))).status).toBe(401);
    expect((await byNumber(card.number, tokens.portal)).status).toBe(403);
  });

  test('is asked for by its code in full', async () => {
    for (const body of [
      {},
      { chipCode: card.code.slice(1) },
      { chipCode: `${card.code.slice(1)}%` },
      { qr: 5 },
      { qr: 'x'.repeat(5_000) },
    ])
      expect((await byCard(body)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a QR code', () => {
  const keySet = async () =>
    createLocalJWKSet(
      (await (await fetch(`${desk.url}/.well-known/card-jwks.json`)).json()) as JSONWebKeySet,
    );
  const jws = (qr: string) => qr.slice(qr.indexOf('#') + 1);

  test('is checked offline with the published keys, and says nothing personal', async () => {
    const { payload, protectedHeader } = await jwtVerify(jws(card.qr), await keySet());
    expect(payload).toEqual({
      iss: desk.config.publicUrl,
      sub: card.number,
      exp: Date.parse('2028-11-02T23:00:00Z') / 1000,
      c: card.code,
    });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'c1', typ: 'hms-kort+jwt' });
  });

  test('of a blocked card is right offline, and told as blocked online', async () => {
    await expect(jwtVerify(jws(blocked.qr), await keySet())).resolves.toBeTruthy();
    expect((await byCard({ qr: blocked.qr })).body).toMatchObject({ status: 'BLOCKED', signature: 'VALID' });
  });

  test('of a forger is told apart, though the code in it is right', async () => {
    const keys = createKeys({
      current: 'k1',
      keys: { k1: randomBytes(32).toString('base64') },
      cards: { current: 'c1', keys: { c1: randomBytes(32).toString('base64') } },
    });
    const parts = { keys, publicUrl: desk.config.publicUrl };
    const forged = await makeQrContent(parts, { number: card.number, expiresOn: '2030-01-01' }, card.code);
    const before = (await readings(card.id)).length;
    expect((await byCard({ qr: forged })).body).toEqual({
      status: 'UNKNOWN',
      signature: 'FORGED',
      card: null,
    });
    expect((await readings(card.id)).length).toBe(before);
    await expect(jwtVerify(jws(forged), await keySet())).rejects.toThrow();
    const tampered = card.qr.replace(
      /#([\w-]+)\.([\w-]+)\./,
      (_, head, body) => `#${head}.${body.slice(0, -2)}xx.`,
    );
    expect((await byCard({ qr: tampered })).body.signature).toBe('FORGED');
  });

  test('of a desk elsewhere is not ours', async () => {
    const { loadKeys } = await import('../../server/src/platform/crypto/keys.ts');
    const keys = loadKeys(undefined, desk.config.dataDir);
    const parts = { keys, publicUrl: 'https://elsewhere.example' };
    const foreign = await makeQrContent(parts, { number: card.number, expiresOn: '2028-11-02' }, card.code);
    expect((await byCard({ qr: foreign })).body.signature).toBe('FORGED');
  });

  test('past the last day is signed all the same, and said to be over', async () => {
    const old = await createCard(desk, { validFrom: '2020-01-01', expiresOn: '2022-01-01' });
    expect((await byCard({ qr: old.qr })).body).toMatchObject({ status: 'EXPIRED', signature: 'EXPIRED' });
    await expect(jwtVerify(jws(old.qr), await keySet())).rejects.toThrow('exp');
  });

  test('can be read from its picture', async () => {
    const { data, info } = await sharp(await qrPng(card.qr))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(readQrPicture(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(card.qr);
    expect(info.width).toBeLessThan(700);
  });

  test('is published under keys that cannot sign', async () => {
    const response = await fetch(`${desk.url}/.well-known/card-jwks.json`);
    const { keys } = (await response.json()) as { keys: object[] };
    expect(keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: 'c1', alg: 'EdDSA', use: 'sig' },
    ]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the role that checks cards', () => {
  const asCheck = async (sql: string, values: unknown[] = []) => {
    const client = await desk.app.dbParts.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('role', 'desk_check', true)`);
      return (await client.query(sql, values)).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test('reads no table, so it cannot list', async () => {
    const { rows } = await desk.sql.query(
      `select relname as name, p.privilege from pg_class, (values ('select'), ('insert'), ('update'), ('delete')) p (privilege)
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')
         and (has_table_privilege('desk_check', pg_class.oid, p.privilege)
           or (p.privilege <> 'delete' and has_any_column_privilege('desk_check', pg_class.oid, p.privilege)))
       order by 1`,
    );
    expect(rows).toEqual([
      { name: 'audit_log', privilege: 'insert' },
      // Rules of the scheme, which everyone may know.
      { name: 'scheme_setting', privilege: 'select' },
    ]);
    for (const sql of ['select number from card', 'select name from organisation', 'select id from person'])
      await expect(asCheck(sql)).rejects.toThrow('permission denied');
  });

  test('gets one row for one number or one code, whatever it asks', async () => {
    const whole = createHash('sha256').update(card.code).digest();
    expect(await asCheck('select status from check_card_by_code($1)', [whole])).toEqual([
      { status: 'VALID' },
    ]);
    for (const part of [whole.subarray(1), Buffer.alloc(0), null])
      expect(await asCheck('select status from check_card_by_code($1)', [part])).toEqual([]);
    for (const text of ['%', '', null, '1234%', `' or true --`])
      expect(await asCheck('select status from check_card_by_number($1)', [text])).toEqual([
        { status: null },
      ]);
  });

  test('is not told a birth date or a reason when no machine asks', async () => {
    const hash = createHash('sha256').update(blocked.code).digest();
    const sql = 'select birth_date, status_reason, status_at from check_card_by_code($1)';
    expect(await asCheck(sql, [hash])).toEqual([{ birth_date: null, status_reason: null, status_at: null }]);
  });

  test('writes in no other’s name, and about nothing else', async () => {
    const add = (values: string) =>
      asCheck(`insert into audit_log (kind, table_name, actor_id, client_id) values (${values})`);
    await expect(add(`'READ', 'person', null, null`)).rejects.toThrow('row-level security');
    await expect(add(`'READ', 'card', 1, null`)).rejects.toThrow('row-level security');
    await expect(add(`'READ', 'card', null, 1`)).rejects.toThrow('row-level security');
    await expect(add(`'CHANGE', 'card', null, null`)).rejects.toThrow('row-level security');
  });
});

describe('whoever tries numbers one after the other', () => {
  test('is stopped, whether they exist or not, and told how long to wait', async () => {
    const strict = await startDesk({ env: { REQUEST_BUDGET: '60000' } });
    try {
      const one = await createCard(strict);
      const ask = (n: number) =>
        fetch(`${strict.url}/api/v1/card-check/${n % 2 === 0 ? one.number : String(6_000_000_000 + n)}`);
      const answers: Response[] = [];
      for (let n = 0; n < 14; n += 1) answers.push(await ask(n));
      const good = answers.filter(({ status }) => status === 200).length;
      expect(good).toBeGreaterThan(7);
      expect(good).toBeLessThan(11);
      const last = answers.at(-1);
      expect(last?.status).toBe(429);
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await strict.stop();
    }
  });
});
