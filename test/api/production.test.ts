import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { consoleDocument } from '../support/console-documents.ts';
import { type Production, startProduction } from '../support/production.ts';

type Headers = Record<string, string>;
interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; requestId?: string } }[];
}

const JSON_BODY = { 'content-type': 'application/json' };
let production: Production;

beforeAll(async () => {
  production = await startProduction();
});
afterAll(() => production.stop());

const post = (body: string | Buffer, headers: Headers = {}) =>
  fetch(`${production.server.url}/graphql`, {
    method: 'POST',
    headers: { ...JSON_BODY, cookie: production.cookie, 'idempotency-key': crypto.randomUUID(), ...headers },
    body: body as NonNullable<RequestInit['body']>,
  });

async function ask(body: object, headers: Headers = {}): Promise<Answer & { status: number }> {
  const response = await post(JSON.stringify(body), headers);
  return { status: response.status, ...((await response.json()) as Answer) };
}

const codeOf = async (body: object, headers: Headers = {}) =>
  (await ask(body, headers)).errors?.[0]?.extensions.code;

describe('production answers only the documents of its console', () => {
  test('a document of the console, exactly as the console sends it', async () => {
    const query = consoleDocument('MenuCounts');
    expect(await ask({ query })).toMatchObject({ status: 200, data: { menuCounts: { mine: 0 } } });
    expect(await codeOf({ query: `${query} ` })).toBe('DOCUMENT_UNKNOWN');
  });

  test.each([
    ['a document somebody wrote', { query: '{ me { id } }' }],
    ['a question about the schema', { query: '{ __schema { types { name } } }' }],
    ['a misspelt field, which would call for a suggestion', { query: '{ mee { id } }' }],
    ['no document at all', {}],
    ['a hash in place of a document', { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } }],
    ['a document that is no text', { query: { toString: 'x' } }],
    ['several requests in one', [{ query: '{ __typename }' }, { query: '{ __typename }' }]],
  ])('%s is refused before it is read', async (_, body) => {
    expect(await codeOf(body)).toBe('DOCUMENT_UNKNOWN');
  });

  test('the log knows the operation by the name in the list, whatever the request calls it', async () => {
    const query = consoleDocument('Colleagues');
    expect((await ask({ query, operationName: 'Harmless' })).data).toEqual({ colleagues: [] });
    await expect.poll(() => production.server.output()).toContain('"operation":"Colleagues"');
    expect(production.server.output()).not.toContain('Harmless');
  });
});

describe('what does not come from the console as a browser sends it', () => {
  const query = consoleDocument('MenuCounts');

  test.each([
    ['a GET', 405, { method: 'GET' }],
    ['a PUT', 405, { method: 'PUT', body: '{}' }],
    [
      'a form',
      415,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' },
    ],
    [
      'text',
      415,
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ me { id } }"}' },
    ],
    ['an upload', 415, { method: 'POST', body: new FormData() }],
    [
      'GraphQL as such',
      415,
      { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: '{ me { id } }' },
    ],
    ['nothing', 415, { method: 'POST' }],
  ] as [string, number, RequestInit][])('%s gets %i', async (_, status, init) => {
    const response = await fetch(`${production.server.url}/graphql`, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  test('another site, whichever way the browser tells it', async () => {
    expect(await codeOf({ query }, { origin: 'https://elsewhere.example' })).toBe('FOREIGN_ORIGIN');
    expect(await codeOf({ query }, { origin: 'null' })).toBe('FOREIGN_ORIGIN');
    expect(await codeOf({ query }, { 'sec-fetch-site': 'cross-site' })).toBe('FOREIGN_ORIGIN');
    expect(await codeOf({ query }, { 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    const { host } = new URL(production.server.url);
    expect(await codeOf({ query }, { origin: `https://${host}` })).toBeUndefined();
  });

  test('no other site is told that it may read the answer', async () => {
    const answer = await post(JSON.stringify({ query }), { 'sec-fetch-site': 'same-origin' });
    expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
  });

  test('a session cookie beside an Authorization header', async () => {
    expect(await codeOf({ query }, { authorization: 'Bearer abc' })).toBe('TWO_CALLERS');
    expect(await codeOf({ query }, { authorization: 'Bearer abc', cookie: '' })).toBe('UNAUTHENTICATED');
  });

  test('a body over 256 kB, a compressed one, a broken one', async () => {
    const padded = (bytes: number) => JSON.stringify({ query, variables: { x: 'x'.repeat(bytes) } });
    expect((await post(padded(255_000))).status).toBe(200);
    const large = await post(padded(263_000));
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { errors: [{ message: 'BODY_TOO_LARGE' }] },
    ]);
    expect((await post(gzipSync(padded(10)), { 'content-encoding': 'gzip' })).status).toBe(415);
    const broken = await post('{"query": ');
    expect(broken.status).toBe(400);
    expect(await broken.text()).toBe(
      '{"errors":[{"message":"BAD_REQUEST","extensions":{"code":"BAD_REQUEST"}}]}',
    );
  });
});

test('every answer carries the headers that tie a browser down', async () => {
  for (const path of ['/graphql', '/healthz', '/nowhere', '/files/1/display']) {
    const { headers } = await fetch(production.server.url + path);
    expect(Object.fromEntries(headers), path).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none';script-src 'self';.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.has('x-powered-by')).toBe(false);
  }
});

/** What comes back on a raw connection until it is closed, and after how many seconds. */
function raw(bytes: string): Promise<{ heard: string; seconds: number }> {
  const { hostname, port } = new URL(production.server.url);
  const began = performance.now();
  return new Promise(resolve => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', chunk => {
      heard += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ heard, seconds: (performance.now() - began) / 1000 }));
  });
}

/** They mostly wait, so they wait together. */
describe.concurrent('what takes too long or asks too much of the server', () => {
  test('a connection is closed when its headers are not there within ten seconds', async () => {
    const { heard, seconds } = await raw('POST /graphql HTTP/1.1\r\nHost: x\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(20);
  });

  test('a connection may not bring more than 16 kB of headers', async () => {
    const { heard } = await raw(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('a connection is closed after a thousand requests', async () => {
    const { heard } = await raw('GET /graphql HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1_001));
    expect(heard.match(/HTTP\/1\.1 405 /g)).toHaveLength(1_000);
  });
});

describe.concurrent('what takes too long of the database', () => {
  test('a statement that takes more than five seconds is given up, and the answer says nothing of it', async () => {
    const lock = await production.sql.connect();
    await lock.query('begin; lock table outbox_mail in access exclusive mode');
    const began = performance.now();
    const { data, errors } = await ask({ query: consoleDocument('Outbox'), variables: {} });
    const seconds = (performance.now() - began) / 1000;
    await lock.query('rollback');
    lock.release();
    expect(seconds).toBeGreaterThan(4);
    expect(seconds).toBeLessThan(9);
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([
      {
        message: 'INTERNAL',
        locations: expect.anything(),
        path: ['outbox'],
        extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
  });

  test('a transaction nobody goes on with is ended after ten seconds', async () => {
    const pool = createPool({ url: String(production.sql.options.connectionString), size: 1 });
    const client = await pool.connect();
    const lost = new Promise(resolve => client.once('error', resolve));
    await client.query('begin');
    const began = performance.now();
    await lost;
    expect((performance.now() - began) / 1000).toBeLessThan(15);
    client.release(true);
    await pool.end();
  });
});
