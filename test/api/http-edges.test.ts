import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';

const FAILING = JSON.stringify({
  query: 'mutation SignIn { signIn(email: "ingen@test.example", password: "feil") { id } }',
});

/** What the server answers to exactly these bytes; it may answer several times. */
function answersTo(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise(resolve => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', chunk => {
      heard += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

async function addressOfFailure(desk: Desk, forwardedFor: string): Promise<string> {
  await fetch(`${desk.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': forwardedFor,
      'idempotency-key': crypto.randomUUID(),
    },
    body: FAILING,
  });
  const { rows } = await desk.sql.query(
    "select address from audit_log where kind = 'SIGN_IN' order by id desc limit 1",
  );
  return rows[0].address;
}

describe('where a request comes from', () => {
  test('what a client says of its own address is not believed', async () => {
    const desk = await startDesk();
    expect(await addressOfFailure(desk, '203.0.113.7')).toMatch(/127\.0\.0\.1$/);
    await desk.stop();
  });

  test('a proxy that is named is believed, for the last address it saw', async () => {
    const desk = await startDesk({ env: { TRUSTED_PROXIES: 'loopback' } });
    expect(await addressOfFailure(desk, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    await desk.stop();
  });
});

describe('requests no browser sends', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

  test.each([
    [
      'two lengths that disagree',
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    ],
    [
      'a length beside chunks',
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    [
      'chunks that are none',
      `POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    ['a line break in a header', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n'],
  ])('%s: refused, and nothing behind it is answered', async (_, bytes) => {
    const heard = await answersTo(desk.url, bytes);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  test('what the API answers says how it is written, and is kept by nobody', async () => {
    const agent = await desk.as('agent');
    for (const query of ['{ me { name } }', '{ nothing }']) {
      const { headers } = await agent.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(headers.get('cache-control')).toContain('no-store');
    }
    const page = await fetch(`${desk.url}/cases/1`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toContain('no-store');
  });

  test('TRACE gives nothing back', async () => {
    const heard = await answersTo(
      desk.url,
      'TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: 42\r\nConnection: close\r\n\r\n',
    );
    expect(heard).not.toContain('X-Secret');
    expect(heard).toMatch(/^HTTP\/1\.1 40[45] /);
  });

  test.each([
    '/assets/',
    '/.git/config',
    '/.env',
    '/assets/../../server/package.json',
    '/assets/%2e%2e/%2e%2e/server/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%00',
  ])('no list of files and no file beside the built ones: %s', async path => {
    const heard = await answersTo(desk.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(heard).not.toMatch(/dependencies|repositoryformatversion|Index of|DATABASE_URL=/);
    expect(heard).toMatch(/^HTTP\/1\.1 (?:404|400|403)|content-type: text\/html/i);
  });
});
