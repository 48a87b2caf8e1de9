import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe('traces', () => {
  let collector: Server;
  const paths: string[] = [];
  const sent: unknown[] = [];
  let url: string;

  beforeAll(async () => {
    collector = createServer(async (request, response) => {
      paths.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
      sent.push(await json(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>(resolve => collector.listen(0, '127.0.0.1', () => resolve()));
    url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    collector.closeAllConnections();
    collector.close();
  });

  const spans = () =>
    (sent as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }[]).flatMap(body =>
      body.resourceSpans.flatMap(r => r.scopeSpans.flatMap(s => s.spans)),
    );

  async function workAt(desk: Desk): Promise<string[]> {
    const person = await createPerson(desk, { givenName: 'Oddveig', familyName: 'Hemmestad' });
    const agent = await desk.as('agent');
    const headers = { 'content-type': 'application/json', traceparent: `00-${TRACE}-${PARENT}-01` };
    const query = `query Oddveig { search(text: "${person.nationalId}") { hits { id } } }`;
    await agent.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    await agent.fetch('/files/123456789/display');
    return [
      person.nationalId,
      'Oddveig',
      'Hemmestad',
      '123456789',
      agent.cookie?.slice(4) ?? 'no cookie',
      '@',
    ];
  }

  test('are one span per request, joined to the caller’s trace, sent at the latest when the desk stops', async () => {
    const desk = await startDesk({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: url } });
    const secrets = await workAt(desk);
    await desk.stop();
    expect(new Set(paths)).toEqual(new Set(['POST /v1/traces application/json']));
    const names = spans().map(({ name }) => name);
    expect(names).toEqual(['signInDemo', 'search', 'GET /files/:id/:variant']);
    const search = spans()[1];
    expect(search).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, kind: 2 });
    expect(spans()[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(BigInt(search?.endTimeUnixNano ?? 0)).toBeGreaterThan(BigInt(search?.startTimeUnixNano ?? 0));
    for (const secret of secrets) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  test('cost nothing while the collector is away, and are not there when none is named', async () => {
    const before = sent.length;
    const away = await startDesk({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' } });
    await workAt(away);
    expect((await fetch(`${away.url}/readyz`)).status).toBe(200);
    await away.stop();
    const none = await startDesk();
    await workAt(none);
    await none.stop();
    expect(sent.length).toBe(before);
  });
});
